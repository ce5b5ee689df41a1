/** The few WebAssembly instructions that the kernels need, as bytes. Numbers of opcodes: WebAssembly 2.0, section 5.4. */
export type Code = readonly number[];

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
  return bytes;
}

/** Signed LEB128. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 127;
    rest >>= 7;
    if ((rest === 0 && (byte & 64) === 0) || (rest === -1 && (byte & 64) !== 0)) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}

const binary =
  (opcode: Code) =>
  (left: Code, right: Code): Code => [...left, ...right, ...opcode];
const vector = (number: number): Code => [0xfd, ...unsigned(number)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const int = (value: number): Code => [0x41, ...signed(value)];
export const add = binary([0x6a]);
export const sub = binary([0x6b]);
export const mul = binary([0x6c]);
export const atMost = binary([0x4c]);
/** `local += value` */
export const increase = (local: number, value: Code): Code => set(local, add(get(local), value));

/** A whole number from memory. */
export const loadInt = (address: Code): Code => [...address, ...[0x28, 0x02, 0x00]];

/** Repeats `body` while `condition` holds. */
export const whileTrue = (condition: Code, body: Code): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...condition,
  ...[0x45, 0x0d, 0x01],
  ...body,
  ...[0x0c, 0x00, 0x0b, 0x0b],
];

/** Four floats from memory, a float four times, and four floats into memory; `offset` in bytes. */
export const load = (address: Code, offset = 0): Code => [...address, 0xfd, 0x00, 0x02, ...unsigned(offset)];
export const loadSplat = (address: Code, offset = 0): Code => [
  ...address,
  ...[0xfd, 0x09, 0x02],
  ...unsigned(offset),
];
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  ...[0xfd, 0x0b, 0x02],
  ...unsigned(offset),
];
/** One float in all four places. */
export const float = (value: number): Code => [
  0x43,
  ...new Uint8Array(Float32Array.of(value).buffer),
  ...vector(0x13),
];
/** Four whole numbers, each the sum of two products of 16-bit numbers; and four sums. */
export const dot = binary(vector(0xba));
export const addI = binary(vector(0xae));
/** Four whole numbers as floats, four floats as whole numbers (cut off), and eight of those as 16-bit numbers. */
export const toFloat = (value: Code): Code => [...value, ...vector(0xfa)];
export const toInt = (value: Code): Code => [...value, ...vector(0xf8)];
export const narrow = binary(vector(0x85));
export const nearest = (value: Code): Code => [...value, ...vector(0x6a)];
export const floor = (value: Code): Code => [...value, ...vector(0x68)];
/** All bits of a place set where the left float is at least, or above, the right one. */
export const atLeastF = binary(vector(0x46));
export const aboveF = binary(vector(0x44));
export const subI = binary(vector(0xb1));
/** Bits of the first value where those of `mask` are set, else of the second. */
export const choose = (first: Code, second: Code, mask: Code): Code => [
  ...first,
  ...second,
  ...mask,
  ...vector(0x52),
];
/** A whole number in all four places, and one of the four into memory; `offset` in bytes. */
export const splat = (value: Code): Code => [...value, ...vector(0x11)];
export const storeLane = (address: Code, value: Code, lane: number, offset = 0): Code => [
  ...address,
  ...value,
  ...[0xfd, 0x5a, 0x02],
  ...unsigned(offset),
  lane,
];
export const zero: Code = [...vector(0x0c), ...Array<number>(16).fill(0)];
export const addF = binary(vector(0xe4));
export const subF = binary(vector(0xe5));
export const mulF = binary(vector(0xe6));
export const divF = binary(vector(0xe7));
export const maxF = binary(vector(0xe9));
export const rootF = (value: Code): Code => [...value, ...vector(0xe3)];

/** Two floats from memory as doubles, and what is done with two doubles. */
export const loadDoubles = (address: Code, offset = 0): Code => [
  ...address,
  ...[0xfd, 0x5d, 0x03],
  ...unsigned(offset),
  ...vector(0x5f),
];
export const double = (value: number): Code => [
  0x44,
  ...new Uint8Array(Float64Array.of(value).buffer),
  ...vector(0x14),
];
export const addD = binary(vector(0xf0));
export const subD = binary(vector(0xf1));
export const mulD = binary(vector(0xf2));
export const maxD = binary(vector(0xf5));
export const aboveD = binary(vector(0x4a));
export const ceilD = (value: Code): Code => [...value, ...vector(0x74)];
export const both = binary(vector(0x4e));
/** Two doubles as two whole numbers, and two such pairs as four. */
const toIntD = (value: Code): Code => [...value, ...vector(0xfc)];
export const toInts = (low: Code, high: Code): Code => [
  ...toIntD(low),
  ...toIntD(high),
  ...vector(0x0d),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23],
];

export interface Kernel {
  name: string;
  /** How many whole numbers it takes. */
  parameters: number;
  /** Further locals: whole numbers first, then vectors. */
  integers: number;
  vectors: number;
  body: Code;
}

const section = (id: number, body: Code): Code => [id, ...unsigned(body.length), ...body];
const list = (items: Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (name: string): Code => [...unsigned(name.length), ...new TextEncoder().encode(name)];

/** A module of the kernels that works on the memory imported as `host.memory`. */
function moduleOf(kernels: readonly Kernel[]): Uint8Array<ArrayBuffer> {
  const types = kernels.map(({ parameters }) => [0x60, ...list(Array(parameters).fill([0x7f])), 0x00]);
  const bodies = kernels.map(({ integers, vectors, body }) => {
    const locals = list([
      [...unsigned(integers), 0x7f],
      [...unsigned(vectors), 0x7b],
    ]);
    const code = [...locals, ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(2, list([[...text('host'), ...text('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, list(kernels.map((_, i) => unsigned(i)))),
    ...section(7, list(kernels.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]))),
    ...section(10, list(bodies)),
  ]);
}

/** What is used of the runtime's WebAssembly; Node's types do not have it. */
interface Runtime {
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: object };
}

/** The kernels over a memory of so many bytes. */
export function assemble<Exports>(
  kernels: readonly Kernel[],
  bytes: number,
): Exports & { buffer: ArrayBuffer } {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: Runtime };
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const module = new WebAssembly.Module(moduleOf(kernels));
  const { exports } = new WebAssembly.Instance(module, { host: { memory } });
  return { ...exports, buffer: memory.buffer } as Exports & { buffer: ArrayBuffer };
}
