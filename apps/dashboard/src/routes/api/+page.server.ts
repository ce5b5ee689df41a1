import { examples } from '#lib/server/api/examples.ts';
import { operations } from '#lib/server/api/operations.ts';
import { settings } from '#lib/server/env.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ operations: operations(settings().origin, examples) });
