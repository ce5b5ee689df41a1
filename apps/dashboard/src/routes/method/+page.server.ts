import { codebook } from '@trucewatch/schema';
import { folder, statusRules } from '@trucewatch/status';
import { scorecardView } from '#lib/server/scorecard.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
  rules: statusRules.map(({ name, axis }) => ({ name, axis })),
  codebook: codebook(),
  scorecard: scorecardView(),
  extractors: await services().store.directory.extractors(),
  folder: `${folder.name} ${folder.version}`,
});
