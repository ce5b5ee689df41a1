import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ownDatabase } from '@trucewatch/local/own-database';
import { openStore } from '@trucewatch/store';
import { peakMemory, trucewatch } from './children.ts';
import { processorTime } from './dashboard/served.ts';
import { heading, remark, row } from './report.ts';
import { interleavedWars, storeReports } from './stored-wars.ts';
import { targets } from './targets.ts';

const conflicts = 200;

/** `bin/trucewatch replay` of a million events over 200 conflicts, in a PostgreSQL of its own. */
export async function statusRebuild(): Promise<void> {
  heading(`Status: everything made anew, ${conflicts} conflicts through bin/trucewatch replay`);
  const database = await ownDatabase();
  const store = openStore({ url: database.url, onError: () => {} });
  try {
    await store.migrate();
    const began = performance.now();
    const { events } = await storeReports(store, interleavedWars(conflicts, Date.UTC(2010, 0, 1)));
    remark(`${events} events stored in ${seconds(performance.now() - began)} s`);
    await replay(database.url, 'made for the first time', events);
    await replay(database.url, 'made anew over the same', events);
  } finally {
    await store.close();
    await database.stop();
  }
}

async function replay(url: string, what: string, events: number): Promise<void> {
  const began = performance.now();
  const child = spawn(trucewatch, ['replay'], {
    env: { DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let memory: number | undefined;
  let time: number | undefined;
  const look = () => {
    memory = peakMemory(child.pid) ?? memory;
    time = processorTime(child.pid) ?? time;
  };
  const watch = setInterval(look, 100);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    look();
    said += text;
  });
  await once(child, 'close');
  clearInterval(watch);
  const clock = performance.now() - began;
  remark(`${what}: ${said.trimEnd().split('\n').at(-1)}`);
  remark(`by the clock ${seconds(clock)} s, PostgreSQL's work included`);
  const million = 1_000_000 / events;
  // Where the system does not say what a process has used, the clock must do.
  row('1,000,000 events over 200 conflicts', ((time ?? clock) / 1_000) * million, 's', targets.rebuild);
  if (memory !== undefined) row('most resident memory', memory, 'MB', targets.rebuildMemory);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(0);
}
