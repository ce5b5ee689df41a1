import { longestText } from '@trucewatch/schema';
import * as z from 'zod';
import { canonicalAddress } from './address.ts';
import { cleanLine, cleanText } from './clean.ts';
import { fingerprint } from './fingerprint.ts';
import { languageOf, unreadBecause } from './language.ts';

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
/** A time to the minute is a time, though the vocabulary's instants have seconds. */
const withoutSeconds = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(Z|[+-]\d\d:\d\d)$/;

const line = (longest: number, what: string) =>
  z
    .string()
    .nullish()
    .transform((value) => cleanLine(value ?? '') || undefined)
    .refine((value) => (value?.length ?? 0) <= longest, {
      message: `the ${what} is longer than ${longest} characters: shorten it`,
    });

/** What a person hands in. Fields left empty count as absent. */
export const Paste = z.object({
  id: line(300, 'id'),
  title: line(2_000, 'title'),
  text: z
    .string({ error: 'there is no text: paste the words of the article' })
    .max(longestText, `the text is longer than ${longestText} characters: split it into articles`)
    .transform(cleanText)
    .refine((text) => text !== '', { message: 'there is no text: paste the words of the article' }),
  publishedAt: line(100, 'date of publication')
    .transform((value) => value?.replace(withoutSeconds, '$1:00$2'))
    .superRefine((value, context) => {
      if (value === undefined || Day.safeParse(value).success || Instant.safeParse(value).success) return;
      const lacksOffset = Instant.safeParse(`${value}Z`).success || Instant.safeParse(`${value}:00Z`).success;
      const message = lacksOffset
        ? `the time ${value} has no offset from UTC: write ${value}Z if it is UTC, or end it like +04:00`
        : 'write the date of publication as 2020-10-17T22:30:00Z, with the offset from UTC, or as 2020-10-17';
      context.addIssue({ code: 'custom', message });
    }),
  source: line(500, 'source'),
  url: line(4_000, 'address').transform((value, context) => {
    if (value === undefined) return undefined;
    const address = canonicalAddress(value);
    if (address !== null) return address;
    context.addIssue({
      code: 'custom',
      message: 'write the whole address, beginning with https:// or http://',
    });
    return z.NEVER;
  }),
  language: line(35, 'language'),
  byline: line(300, 'byline'),
  origin: line(1_000, "publisher's own id"),
  replaces: line(300, 'id of the article that it corrects'),
  withdrawn: z
    .union([z.literal(true), Day, Instant], {
      error:
        'write since when it is withdrawn as 2020-10-17T22:30:00Z or 2020-10-17, or true when it never counted',
    })
    .nullish()
    .transform((value) => value ?? undefined),
});
export type Paste = z.input<typeof Paste>;

/** An article ready to be kept: clean text, one spelling of its address, what identifies its content. */
export interface ReadArticle {
  id?: string | undefined;
  title?: string | undefined;
  text: string;
  publishedAt?: string | undefined;
  source?: string | undefined;
  url?: string | undefined;
  /** As given, else as detected; another language than English is kept and marked by it. */
  language?: string | undefined;
  byline?: string | undefined;
  /** What its publisher knows it by: another text under it is a new version. */
  origin?: string | undefined;
  /** Id of the article that this one corrects. */
  replaces?: string | undefined;
  /** Since when it no longer counts; true: it never did. */
  withdrawn?: true | string | undefined;
  /** Why it is kept and not extracted: its language. */
  unread?: string | undefined;
  /** SHA-256 of the normalised text. */
  fingerprint: string;
}

/** Why something handed in was refused: one problem a field, each saying what to write. */
export class PasteRefused extends Error {
  override readonly name = 'PasteRefused';
  readonly problems: readonly { field: string; message: string }[];

  constructor(problems: readonly { field: string; message: string }[]) {
    super(problems.map(({ field, message }) => `${field}: ${message}`).join('; '));
    this.problems = problems;
  }
}

/**
 * Reads what an operator pasted. The same input always gives the same article, and reading the result again
 * changes nothing. Throws PasteRefused with a sentence for each field that cannot be taken.
 */
export function readPaste(input: Paste): ReadArticle {
  const read = Paste.safeParse(input);
  if (!read.success) {
    throw new PasteRefused(
      read.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'article', message })),
    );
  }
  const { text, language: given, ...rest } = read.data;
  const language = given ?? languageOf(text);
  return { ...rest, text, language, unread: unreadBecause(language), fingerprint: fingerprint(text) };
}
