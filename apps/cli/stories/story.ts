import { Article, Ceasefire, CeasefireOutcome, Compliance, FormalStatus } from '@trucewatch/schema';
import * as z from 'zod';

/** Values that a careful reader may choose between, separated by `|`. */
function oneOf<T extends string>(values: readonly T[]) {
  return z
    .string()
    .transform((text) => text.split('|'))
    .pipe(z.array(z.literal([...values])).min(1));
}

const date = String.raw`\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}Z)?`;
const stretch = `${date}(?:\\.\\.${date})?`;
const Time = z
  .stringFormat('time', new RegExp(`^${stretch}(?:\\|${stretch})*$`))
  .describe('A local day, a UTC minute, or FROM..TO of either; alternatives after |');

const Instant = z.iso.datetime({ precision: -1 }).describe('A UTC minute, such as 2020-10-17T20:00Z');
const Key = z.string().regex(/^[a-z0-9-]+$/);
const Keys = z
  .stringFormat('keys', /^[a-z0-9-]+(?:\|[a-z0-9-]+)*$/)
  .transform((text) => text.split('|'))
  .describe('Ceasefires that a careful reader may choose between');
const Names = z.string().min(1).describe('NAME|OTHER NAME; a ? among them: a reader may leave it out');

const links = ['renews', 'extends', 'supersedes', 'follows_collapse'] as const;

const ExpectedCeasefire = z.strictObject({
  key: Key,
  kind: oneOf(Ceasefire.shape.kind.options),
  parties: z
    .array(z.string().regex(/^[a-z0-9-]+\??$/))
    .describe('Keys of `sides`; with a ? a reader may leave it out'),
  mediators: z.array(Names),
  announcedAt: Time.nullable().optional().describe('null: no article dates it; left out: not judged'),
  effectiveAt: Time.nullable().optional(),
  endedAt: Time.nullable().optional(),
  outcome: oneOf(CeasefireOutcome.options),
  earlier: z.strictObject({ key: Key, as: oneOf(links) }).optional(),
  minor: z.literal(true).optional().describe('A reader may see it as a part of another one, or leave it out'),
});

const ExpectedStatus = z.strictObject({
  at: Instant,
  knownAt: Instant.optional().describe('As known then, from what was published up to it'),
  formal: oneOf(FormalStatus.options).optional(),
  compliance: oneOf(Compliance.options).optional(),
  ceasefire: Keys.optional(),
});

const ExpectedConflict = z.strictObject({
  sides: z
    .record(Key, z.array(z.string().min(1)).min(1))
    .describe('Names of each side, as far as they are needed to know it again; one with a colon is an id'),
  ceasefires: z.array(ExpectedCeasefire).describe('In the order of their start'),
  accusations: z
    .array(z.strictObject({ article: z.string(), accused: Key, on: Keys, minor: z.literal(true).optional() }))
    .describe('Every breach that an article alleges or confirms'),
  status: z.array(ExpectedStatus),
});

/** Articles that together tell of one war, and the history that a careful reader makes of them. */
export const Story = z
  .strictObject({
    id: Key,
    about: z.string().min(1),
    zone: z
      .string()
      .regex(/^[+-]\d{2}:\d{2}$/)
      .describe('Where its days are reckoned'),
    articles: z
      .array(
        z
          .strictObject({
            id: z.string().min(1),
            title: z.string().min(1).optional(),
            publishedAt: z.iso.datetime({ offset: true }),
            source: z.string(),
            replaces: z
              .string()
              .optional()
              .describe('The article that this one corrects, where the publisher says so beside the text'),
            text: z.array(z.string().min(1)).min(1).describe('Paragraphs'),
          })
          .transform(({ replaces, ...article }) => ({
            ...Article.parse({ ...article, text: article.text.join('\n\n') }),
            replaces,
          })),
      )
      .min(5),
    expected: z.strictObject({
      conflicts: z.array(ExpectedConflict).min(1),
      absent: z
        .array(z.strictObject({ start: Time, why: z.string() }))
        .default([])
        .describe('No ceasefire may begin then'),
      tolls: z
        .array(z.strictObject({ article: z.string(), low: z.int() }))
        .default([])
        .describe('Deaths of a whole war or year, which are no incident'),
    }),
  })
  .superRefine(({ articles, expected }, context) => {
    const ids = new Set(articles.map(({ id }) => id));
    for (const { replaces } of articles) {
      if (replaces && !ids.has(replaces)) {
        context.addIssue({ code: 'custom', message: `${replaces} is replaced and no article here` });
      }
    }
    for (const { sides, ceasefires, accusations, status } of expected.conflicts) {
      const keys = new Set(ceasefires.map(({ key }) => key));
      const unknown = [
        ...ceasefires.flatMap(({ parties }) => parties.filter((party) => !(party.replace('?', '') in sides))),
        ...ceasefires.flatMap(({ earlier }) => (earlier && !keys.has(earlier.key) ? [earlier.key] : [])),
        ...accusations.filter(({ article }) => !ids.has(article)).map(({ article }) => article),
        ...accusations.filter(({ accused }) => !(accused in sides)).map(({ accused }) => accused),
        ...accusations.flatMap(({ on }) => on.filter((key) => !keys.has(key))),
        ...status.flatMap(({ ceasefire = [] }) => ceasefire.filter((key) => !keys.has(key))),
      ];
      for (const name of unknown) {
        context.addIssue({ code: 'custom', message: `${name} is named and nowhere defined` });
      }
    }
  });
export type Story = z.infer<typeof Story>;
export type ExpectedConflict = z.infer<typeof ExpectedConflict>;
export type ExpectedCeasefire = z.infer<typeof ExpectedCeasefire>;
