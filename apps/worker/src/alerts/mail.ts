import type { Due } from '@trucewatch/store';
import { linkToken } from '@trucewatch/store';
import { messageOf, type StatusMessage } from './message.ts';
import { axisWords, statusWords, timeWords } from './words.ts';

export interface Mail {
  subject: string;
  text: string;
  html: string;
  /** The link that ends it; none in the question whether a mailbox agrees. */
  unsubscribe: string | null;
}

/** One part of a mail: a paragraph, a quotation with whence it is, or a link with what it says. */
type Part = { says: string } | { quote: string; by: string; url: string } | { link: string; url: string };

/** The mail of a delivery, as plain text and as HTML that says the same. */
export function mailOf(due: Due): Mail {
  const { delivery, subscription, conflictName } = due;
  const { origin } = subscription;
  if (delivery.kind === 'confirm') {
    const url = `${origin}/alerts/confirm/${linkToken(subscription, 'confirm')}`;
    const about =
      subscription.conflictId === null ? 'all conflicts' : (conflictName ?? subscription.conflictId);
    return {
      ...written('Shall alerts of Trucewatch come to this address?', [
        { says: `Somebody asked Trucewatch at ${origin} to send alerts about ${about} to this address.` },
        { link: 'If it was you, open this link within three days:', url },
        { says: 'If not, do nothing: no other mail will come.' },
      ]),
      unsubscribe: null,
    };
  }
  const unsubscribe = `${origin}/alerts/unsubscribe/${linkToken(subscription, 'unsubscribe')}`;
  const message = messageOf(due);
  const parts: Part[] = message.type === 'test' ? [{ says: message.text }] : statusParts(message);
  const subject = message.type === 'test' ? 'Trucewatch: a test' : subjectOf(message);
  return {
    ...written(subject, [...parts, { link: 'No more of these alerts:', url: unsubscribe }]),
    unsubscribe,
  };
}

function subjectOf({ type, conflict, changes }: StatusMessage): string {
  const values = changes.map(({ to }) => statusWords[to]).join('; ');
  return `${type === 'status.corrected' ? 'Correction: ' : ''}${conflict.name}: ${values}`;
}

function statusParts({ conflict, changes, corrected, url }: StatusMessage): Part[] {
  const why: Part[] = corrected
    ? [
        {
          says: `This corrects the alert of ${timeWords(corrected.toldAt)}, which said: ${statusWords[corrected.formal]}; ${statusWords[corrected.compliance]}. Reports that came in later than what they tell of have changed the picture.`,
        },
      ]
    : [];
  return [
    ...why,
    ...changes.flatMap(({ axis, from, to, since, rule, sentences }): Part[] => [
      {
        says: `${conflict.name}. ${axisWords[axis]}: ${statusWords[from]} → ${statusWords[to]}, since ${timeWords(since)}.`,
      },
      ...sentences.map((one) => ({
        quote: one.quote,
        by: [one.source ?? 'Unnamed source', one.publishedAt && timeWords(one.publishedAt)]
          .filter(Boolean)
          .join(', '),
        url: one.url,
      })),
      ...(rule ? [{ says: `Rule “${rule.name.replaceAll('-', ' ')}”: ${rule.says}` }] : []),
    ]),
    { link: `${conflict.name} as known then:`, url },
  ];
}

function written(subject: string, parts: readonly Part[]): Omit<Mail, 'unsubscribe'> {
  return {
    subject: oneLine(subject),
    text: `${parts.map(asText).join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(subject)}</title><body style="font-family:sans-serif;line-height:1.5;max-width:40em">${parts.map(asHtml).join('')}</body></html>`,
  };
}

function asText(part: Part): string {
  if ('says' in part) return oneLine(part.says);
  if ('link' in part) return `${oneLine(part.link)}\n${part.url}`;
  return `  “${oneLine(part.quote)}”\n  ${oneLine(part.by)}\n  ${part.url}`;
}

function asHtml(part: Part): string {
  if ('says' in part) return `<p>${escaped(part.says)}</p>`;
  if ('link' in part)
    return `<p>${escaped(part.link)}<br><a href="${escaped(part.url)}">${escaped(part.url)}</a></p>`;
  return `<blockquote><p>${escaped(part.quote)}</p><p><a href="${escaped(part.url)}">${escaped(part.by)}</a></p></blockquote>`;
}

/** Names and quotes come from outside: a line break in one must not begin a line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function escaped(text: string): string {
  const codes: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return oneLine(text).replace(/[&<>"']/g, (character) => codes[character] ?? '');
}
