import { pino } from 'pino';
import { openWorker, type WorkerSettings } from '../open-worker.ts';

/** For tests: a worker in a process of its own, so that it can be killed. Settings as JSON in the first argument. */
const { script, ...settings } = JSON.parse(process.argv[2] ?? '{}') as WorkerSettings & { script: string };
const log = pino();
const worker = openWorker({ ...settings, script: new URL(script) }, log);
process.once('SIGTERM', async () => {
  await worker.close(200);
  log.info('stopped');
});
if (await worker.ready) log.info('ready');
