import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePort, portProblem } from './free-port.mjs';
import { machineProblem } from './machine.mjs';

const debian = { platform: 'linux', arch: 'x64', node: '20.11.1', glibc: true, npx: true };

it.each([
  [{ node: '18.20.0' }, 'Trucewatch needs Node 20 or newer, this is 18.20.0: install it from'],
  [{ platform: 'darwin', node: '22.4.0' }, 'Trucewatch needs Node 22.18 or newer, this is 22.4.0'],
  [{ platform: 'win32' }, 'use WSL'],
  [{ arch: 'riscv64' }, 'this is linux riscv64'],
  [{ glibc: false }, 'this one has musl'],
  [{ npx: false }, 'npx is missing: it comes with npm'],
])('says in one sentence what is missing: %o', (difference, sentence) => {
  const problem = machineProblem({ ...debian, ...difference });
  expect(problem).toContain(sentence);
  expect(problem).not.toContain('\n');
});

it('accepts what is promised to work', () => {
  expect(machineProblem(debian)).toBeNull();
  expect(machineProblem({ ...debian, arch: 'arm64', node: '24.21.0' })).toBeNull();
  expect(machineProblem({ ...debian, platform: 'darwin', node: '22.18.0', glibc: false })).toBeNull();
});

it('names a busy port and another to take, also when only localhost over IPv6 is taken', async () => {
  const port = await freePort();
  expect(await portProblem(port, '127.0.0.1')).toBeNull();
  for (const host of ['127.0.0.1', '::1']) {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, host, resolve));
    expect(await portProblem(port, '127.0.0.1')).toBe(
      `Port ${port} is in use by another program: stop it, or choose another port with PORT=${port + 1} npm start.`,
    );
    await new Promise((resolve) => other.close(resolve));
  }
});
