import { m } from '#lib/paraglide/messages.js';
import { longestParsed, parsedView } from '#lib/server/views/parsed.ts';
import type { PageServerLoad } from './$types';

const examples = [
  'The army said on Sunday that rebels had shelled two villages near the border.',
  'The truce, which was brokered by Qatar, collapsed after a convoy was attacked.',
  'Neither side denied that it had broken the ceasefire it signed in Geneva.',
];

export const load: PageServerLoad = async ({ url }) => {
  const asked = url.searchParams.get('text')?.trim() ?? '';
  const isTooLong = asked.length > longestParsed;
  const problem = isTooLong ? m.method_too_long({ count: longestParsed }) : undefined;
  const text = asked === '' ? (examples[0] as string) : asked;
  return {
    asked,
    problem,
    examples,
    longest: longestParsed,
    sentences: isTooLong ? [] : await parsedView(text),
  };
};
