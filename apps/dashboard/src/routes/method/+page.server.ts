import { codebook } from '@trucewatch/schema';
import { statusRules } from '@trucewatch/status';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  rules: statusRules.map(({ name, axis }) => ({ name, axis })),
  codebook: codebook(),
});
