// Plain JavaScript: the bootstrap asks this on whatever Node there is, before TypeScript can run.
import { createServer } from 'node:net';

/**
 * Tries to listen once.
 * @param {number} port 0 lets the system choose
 * @param {string} host
 * @returns {Promise<{ port: number } | { code: string }>} the port it got, or the system's error code
 */
function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve({ code: error.code ?? 'unknown' }),
    );
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = address !== null && typeof address === 'object' ? address.port : port;
      server.close(() => resolve({ port: got }));
    });
  });
}

/**
 * Why a port cannot be used, as one sentence with the remedy; null when it is free.
 * With a loopback or wildcard host, ::1 is looked at too: browsers try it first for "localhost" and would meet the other program.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | null>}
 */
export async function portProblem(port, host) {
  const hosts = ['127.0.0.1', '0.0.0.0', 'localhost'].includes(host) ? [host, '::1'] : [host];
  for (const each of hosts) {
    const result = await tryListen(port, each);
    if ('port' in result) continue;
    if (result.code === 'EADDRINUSE') {
      return `Port ${port} is in use by another program: stop it, or choose another port with PORT=${port + 1} npm start.`;
    }
    if (result.code === 'EACCES') {
      return `Port ${port} may not be used by an ordinary user: choose one above 1023, for example PORT=3000 npm start.`;
    }
    if (each === host) {
      return `Cannot listen on HOST=${host} (${result.code}): use an address of this machine, for example HOST=127.0.0.1.`;
    }
  }
  return null;
}

/**
 * A port on 127.0.0.1 that was free a moment ago.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const result = await tryListen(0, '127.0.0.1');
  if ('port' in result) return result.port;
  throw new Error(`Cannot listen on 127.0.0.1 (${result.code}): is the loopback interface up?`);
}
