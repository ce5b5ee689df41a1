import { bringUp } from './bring-up.ts';
import { claimDataFolder, type DataFolder } from './data-folder.ts';
import { readSettings, type Settings } from './env.ts';
import { shown } from './folders.ts';
import { portProblem } from './free-port.mjs';
import { Problem } from './problem.ts';
import { Shutdown } from './shutdown.ts';

const shutdown = new Shutdown();

/** Runs until somebody asks for an end or something dies; then everything is stopped. */
async function serve(settings: Settings, folder: DataFolder): Promise<void> {
  const up = bringUp(settings, folder, shutdown);
  const life = up.then(async ({ signIn, deaths }) => {
    if (shutdown.begun) return;
    announce(settings, signIn, folder);
    await Promise.race([shutdown.asked, ...deaths]);
  });
  try {
    await Promise.race([life, shutdown.asked]);
  } finally {
    await shutdown.stopAll();
    // Asked half-way: what the step at hand waited for has been stopped, so it ends; what it still started is stopped too.
    await up.catch(() => {});
    await shutdown.stopAll();
  }
}

function announce(settings: Settings, signIn: string, folder: DataFolder): void {
  console.log(`
  Trucewatch runs at ${settings.origin}
${signIn.trim().replace(/^/gm, '  ')}

  Data and logs are in ${shown(folder.path)}. Ctrl-C stops it; nothing is lost.
`);
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  // First of all: it ends what a killed start left, which may hold the port.
  const folder = await claimDataFolder(settings.dataFolder, settings.origin);
  try {
    const busy = await portProblem(settings.port, settings.host);
    if (busy) throw new Problem(busy);
    shutdown.listen();
    await serve(settings, folder);
  } finally {
    folder.release();
  }
}

try {
  await main();
} catch (error) {
  console.error(
    `\n${error instanceof Problem ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}
// Ends even if something still holds the process, but not before a slow reader has our last line.
process.stdout.write('', () => process.exit());
