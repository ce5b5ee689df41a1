import { statSync } from 'node:fs';
import { missedTargets, remark } from './report.ts';

type Section = (folders: readonly string[]) => void | Promise<void>;

/** Each is imported when its turn comes: none pays for what another loads. */
const sections: Record<string, () => Promise<Section>> = {
  'parser-speed': async () => (await import('./parser-speed.ts')).parserSpeed,
  'parser-curve': async () => (await import('./parser-curve.ts')).parserCurve,
  'parser-start': async () => (await import('./parser-start.ts')).parserStart,
  'extraction-speed': async () => (await import('./extraction-speed.ts')).extractionSpeed,
  'extraction-curve': async () => (await import('./extraction-curve.ts')).extractionCurve,
  'extraction-start': async () => (await import('./extraction-start.ts')).extractionStart,
  'extraction-stream': async () => (await import('./extraction-stream.ts')).extractionStream,
  happenings: async () => (await import('./happenings.ts')).happenings,
  status: async () => (await import('./status.ts')).status,
  'status-rebuild': async () => (await import('./status-rebuild.ts')).statusRebuild,
  'dashboard-server': async () => (await import('./dashboard/dashboard.ts')).dashboardServer,
  'dashboard-memory': async () => (await import('./dashboard/dashboard.ts')).dashboardMemory,
  'dashboard-browser': async () => (await import('./dashboard/dashboard.ts')).dashboardBrowser,
  throughput: async () => (await import('./throughput/throughput.ts')).throughput,
  fuzz: async () => (await import('./fuzz.ts')).fuzz,
};

/** Only when asked for: ten minutes and more. */
const long = new Set([
  'status-rebuild',
  'throughput',
  'dashboard-server',
  'dashboard-memory',
  'dashboard-browser',
  'fuzz',
]);

const help = `npm run bench: how fast, how large and how robust the parser, extraction, status and the dashboard are, each beside its target.

  npm run bench                       every section but status-rebuild, throughput, dashboard and fuzz, some minutes
  npm run bench -- SECTION …          only these: ${Object.keys(sections).join(', ')}
                                      (the beginning of a name takes all that begin so)
  npm run bench -- [SECTION …] FOLDER the speed sections also on the texts of a folder (.txt, .jsonl)`;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return 0;
  }
  const folders = args.filter((arg) => statSync(arg, { throwIfNoEntry: false })?.isDirectory());
  const wanted = args.filter((arg) => !folders.includes(arg));
  const unknown = wanted.find((arg) => !Object.keys(sections).some((name) => name.startsWith(arg)));
  if (unknown !== undefined) {
    console.error(`Neither a section nor a folder: ${unknown}. npm run bench -- --help lists the sections.`);
    return 2;
  }
  for (const [name, load] of Object.entries(sections)) {
    const isWanted = wanted.length === 0 ? !long.has(name) : wanted.some((arg) => name.startsWith(arg));
    if (isWanted) await (await load())(folders);
  }
  const missed = missedTargets();
  console.log('');
  remark(missed === 0 ? 'every target reached' : `${missed} targets missed (✗)`);
  return missed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
