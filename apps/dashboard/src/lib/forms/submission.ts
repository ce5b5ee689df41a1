import { longestText } from '@trucewatch/schema';
import * as z from 'zod';

const blankIsAbsent = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value));

/** What the paste form sends; an optional field left blank is absent. */
export const SubmissionForm = z.object({
  title: blankIsAbsent.pipe(z.string().max(2_000, 'The headline is longer than 2,000 characters: shorten it.').optional()),
  text: z
    .string()
    .trim()
    .min(1, 'Paste the text of the article: without it there is nothing to read.')
    .max(longestText, 'The text is longer than an article can be: hand in its articles one by one.'),
  publishedAt: blankIsAbsent.pipe(
    z
      .union([z.iso.datetime({ offset: true }), z.iso.date()], {
        error: 'Write it as 2020-10-17T22:30Z, with its zone, or only the day as 2020-10-17.',
      })
      .optional(),
  ),
  source: blankIsAbsent.pipe(z.string().max(500, 'The name is longer than 500 characters: shorten it.').optional()),
  url: blankIsAbsent.pipe(
    z.url({ protocol: /^https?$/, error: 'Write the whole address, beginning with https://.' }).max(4_000).optional(),
  ),
});
export type SubmissionForm = z.infer<typeof SubmissionForm>;
