import { Agent, get } from 'node:http';

/** What so many requests took, as their sender saw it: from sending to the last byte, in milliseconds. */
export interface Load {
  p50: number;
  p95: number;
  /** Of the answers together, in bytes. */
  bytes: number;
  /** Milliseconds of the clock for all. */
  total: number;
}

/** Asks for `count` addresses, `atOnce` of them at any time, over connections that are kept. */
export async function load(
  origin: string,
  addresses: (number: number) => string,
  { count, atOnce }: { count: number; atOnce: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  let [next, bytes] = [0, 0];
  const began = performance.now();
  async function reader(): Promise<void> {
    while (next < count) {
      const address = `${origin}${addresses(next++)}`;
      const sent = performance.now();
      const received = await ask(address, agent);
      bytes += received;
      times.push(performance.now() - sent);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, reader));
  agent.destroy();
  const total = performance.now() - began;
  times.sort((a, b) => a - b);
  const part = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: part(0.5), p95: part(0.95), bytes, total };
}

/** As every browser asks. */
const headers = { 'accept-encoding': 'gzip, deflate, br' };

function ask(address: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${address} answered with ${response.statusCode}`));
      });
    }).once('error', reject);
  });
}
