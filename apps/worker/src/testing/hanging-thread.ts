import { parentPort } from 'node:worker_threads';

/** For tests: takes an article and never answers. */
parentPort?.on('message', () => {});
