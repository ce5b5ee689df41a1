import { pino } from 'pino';

/** JSON lines on standard output, as the worker writes them. */
export const log = pino({ name: 'dashboard', base: { app: 'dashboard' } });
