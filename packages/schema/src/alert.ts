import * as z from 'zod';
import { Instant } from './moment.ts';
import { Compliance, FormalStatus } from './status.ts';

export const StatusAxis = z
  .enum(['formal', 'compliance'])
  .describe('formal: what stands on paper; compliance: what is reported of its being kept');
export type StatusAxis = z.infer<typeof StatusAxis>;

export const StatusValue = z.union([FormalStatus, Compliance]);
export type StatusValue = z.infer<typeof StatusValue>;

/** An address that alerts may be posted to: whole, without a password in it. Whether it is a public one shows at the fetch. */
export const WebhookAddress = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine((value) => {
    const url = URL.parse(value);
    return url !== null && url.username === '' && url.password === '';
  });

const sentence = {
  quote: z.string(),
  source: z.string().nullable().describe('The publisher; null when the article names none'),
  publishedAt: z.string().nullable().describe('As the article has it: an instant or a bare date'),
};
const change = {
  axis: StatusAxis,
  from: StatusValue.describe('What was told last, or stood when the subscription began'),
  to: StatusValue,
  since: Instant.describe('From when it holds'),
};
const told = z.object({ formal: FormalStatus, compliance: Compliance });
const corrected = told
  .extend({ toldAt: Instant })
  .nullable()
  .describe(
    'What an earlier alert said and later reports of earlier news made wrong; null for a change that is new',
  );

/** A change of a conflict's present status as it is kept until it is delivered. */
export const AlertNews = z.object({
  at: Instant.describe('When it was noticed'),
  conflict: z.object({ id: z.string(), name: z.string() }),
  status: told.describe('What holds now on both axes'),
  changes: z.array(
    z.object({
      ...change,
      rule: z.string().nullable(),
      sentences: z.array(z.object({ ...sentence, articleId: z.string(), eventId: z.string() })),
    }),
  ),
  corrected,
});
export type AlertNews = z.infer<typeof AlertNews>;

const StatusAlert = AlertNews.extend({
  type: z
    .enum(['status.changed', 'status.corrected'])
    .describe('corrected: takes back what an earlier alert said'),
  id: z.string().describe('The same at each attempt to deliver it: the header webhook-id'),
  changes: z.array(
    z.object({
      ...change,
      rule: z.object({ name: z.string(), says: z.string() }).nullable(),
      sentences: z.array(z.object({ ...sentence, url: z.url() })),
    }),
  ),
  url: z.url().describe('The page of the conflict as it was known when this was noticed'),
});
const TestAlert = z.object({
  type: z.literal('test'),
  id: z.string(),
  at: Instant,
  text: z.string(),
});

export const AlertMessage = z
  .discriminatedUnion('type', [StatusAlert, TestAlert])
  .describe('What is posted to a webhook, as JSON');
export type AlertMessage = z.infer<typeof AlertMessage>;
