// Plain JavaScript: read by the bootstrap on whatever Node there is.

/** Below this the bootstrap does not go on. */
const oldestNode = [20, 0];
/** macOS has no Node among the packages: the user's own must run TypeScript by itself. */
const oldestNodeOnMac = [22, 18];

/**
 * Why this machine cannot run Trucewatch, as one sentence with the remedy; null when it can.
 * @param {{ platform: string, arch: string, node: string, glibc: boolean, npx: boolean }} machine
 *   `node` is a version such as 20.11.1, `npx` whether that command is on PATH
 * @returns {string | null}
 */
export function machineProblem({ platform, arch, node, glibc, npx }) {
  const known = ['linux', 'darwin'].includes(platform) && ['x64', 'arm64'].includes(arch);
  if (!known) {
    const remedy = platform === 'win32' ? 'use WSL (wsl --install) and run it there' : 'use one of those';
    return `Trucewatch runs on Linux and macOS with x64 or arm64, this is ${platform} ${arch}: ${remedy}.`;
  }
  const oldest = platform === 'darwin' ? oldestNodeOnMac : oldestNode;
  if (isOlder(node, oldest)) {
    const wanted = platform === 'darwin' ? oldest.join('.') : oldest[0];
    return `Trucewatch needs Node ${wanted} or newer, this is ${node}: install it from https://nodejs.org and run the command again.`;
  }
  if (platform === 'linux' && !glibc) {
    return 'Trucewatch needs a Linux with glibc (Debian, Ubuntu, Fedora and their kin), this one has musl: use such a machine or image.';
  }
  if (!npx)
    return 'npx is missing: it comes with npm, so install npm (Debian: apt-get install npm) and run the command again.';
  return null;
}

/**
 * @param {string} version
 * @param {number[]} wanted
 */
function isOlder(version, wanted) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted;
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
