import * as z from 'zod';
import type { Paste } from '../read-paste.ts';
import type { Withdrawal } from './candidate.ts';

const text = z.string().nullish().catch(null);
const Body = z.looseObject({ contenttype: text, role: text, value: text });

/** IPTC ninjs, versions 1 to 3, as far as it is read: https://iptc.org/std/ninjs/ */
const Ninjs = z.looseObject({
  uri: z.string().min(1).max(900),
  pubstatus: z.string().nullish().catch(null),
  version: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  versioncreated: text,
  firstcreated: text,
  headline: text,
  headlines: z
    .array(z.looseObject({ role: text, value: text }))
    .nullish()
    .catch(null),
  byline: text,
  language: text,
  copyrightholder: text,
  infosources: z
    .array(z.looseObject({ name: text }))
    .nullish()
    .catch(null),
  ednote: text,
  usageterms: text,
  body_text: text,
  body_html: text,
  body_xhtml: text,
  bodies: z.array(Body).nullish().catch(null),
  link: z
    .array(z.looseObject({ rel: text, href: text }))
    .nullish()
    .catch(null),
});

export function isNinjs(value: Record<string, unknown>): boolean {
  const marks = [
    'pubstatus',
    'versioncreated',
    'body_text',
    'body_html',
    'body_xhtml',
    'bodies',
    'representationtype',
  ];
  return typeof value.uri === 'string' && marks.some((mark) => mark in value);
}

/**
 * An item of a news agency. Its `uri` stays the same from version to version, so that a later one replaces the earlier;
 * `canceled` takes it back (called `cancelled` by some), and `withheld` is not for readers yet.
 */
export async function readNinjs(
  value: Record<string, unknown>,
): Promise<{ article: Paste } | { withdraws: Withdrawal } | { refused: string }> {
  const parsed = Ninjs.safeParse(value);
  if (!parsed.success) return { refused: 'It looks like ninjs, and its uri is missing or too long.' };
  const item = parsed.data;
  const status = (item.pubstatus ?? 'usable').toLowerCase().replace(/^.*[:/]/, '');
  if (/^cancell?ed$/.test(status)) {
    return {
      withdraws: {
        origin: item.uri,
        at: item.versioncreated ?? undefined,
        reason: item.ednote || 'The agency canceled it.',
      },
    };
  }
  if (status !== 'usable')
    return { refused: `Its publication status is “${status}”: only usable items are read.` };
  const bodies = item.bodies ?? [];
  const html =
    item.body_html ??
    item.body_xhtml ??
    bodies.find(({ contenttype }) => /html/i.test(contenttype ?? ''))?.value;
  const written = item.body_text ?? bodies.find(({ contenttype }) => /plain/i.test(contenttype ?? ''))?.value;
  const body = written || (html ? (await import('../page/plain-text.ts')).plainText(html) : '');
  if (body.trim() === '')
    return { refused: 'It has no text: a picture, a video, or an item without a body.' };
  const main =
    item.headlines?.find(({ role }) => !role || /main|headline/i.test(role)) ?? item.headlines?.[0];
  return {
    article: {
      text: body,
      title: item.headline ?? main?.value ?? undefined,
      publishedAt: item.versioncreated ?? item.firstcreated ?? undefined,
      source: item.infosources?.[0]?.name ?? item.copyrightholder ?? undefined,
      url: item.link?.find(({ rel }) => /canonical|alternate/i.test(rel ?? ''))?.href ?? undefined,
      language: item.language ?? undefined,
      byline: item.byline ?? undefined,
      origin: item.uri,
    },
  };
}
