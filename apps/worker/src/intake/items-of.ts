import { PasteRefused, type ReadArticle, readPaste } from '@trucewatch/ingest';
import type { Candidate } from '@trucewatch/ingest/files';
import type { CameBy, Intake, NewItem, Store, Submission } from '@trucewatch/store';
import * as z from 'zod';

/** What an item waits as until it is taken: an article to be, or a withdrawal. */
export const Document = z.union([
  z.object({ article: z.looseObject({ text: z.string(), fingerprint: z.string() }) }),
  z.object({ withdraws: z.object({ origin: z.string(), at: z.string().optional(), reason: z.string() }) }),
]);

/** Articles looked up in one statement. */
const batch = 200;
const excerptLength = 300;

/** A line of the report for each candidate, in order: ready, a duplicate of what is kept or came before it, or refused and why. */
export async function* itemsOf(
  candidates: AsyncIterable<Candidate> | Iterable<Candidate>,
  intake: Intake,
  store: Pick<Store, 'articles'>,
): AsyncGenerator<NewItem> {
  const before = new Map<string, string>();
  let waiting: (NewItem & { fingerprint?: string })[] = [];
  async function* judged(): AsyncGenerator<NewItem> {
    const known = await store.articles.known(waiting.flatMap(({ fingerprint }) => fingerprint ?? []));
    for (const { fingerprint, ...item } of waiting) {
      const articleId = fingerprint && known.get(fingerprint);
      const twin = fingerprint && before.get(fingerprint);
      if (fingerprint && !twin) before.set(fingerprint, item.place);
      if (articleId) yield { ...item, verdict: 'duplicate', articleId, document: undefined };
      else if (twin) yield { ...item, verdict: 'duplicate', document: undefined };
      else yield item;
    }
    waiting = [];
  }
  for await (const candidate of candidates) {
    waiting.push(itemOf(candidate, intake));
    if (waiting.length >= batch) yield* judged();
  }
  yield* judged();
}

function itemOf(candidate: Candidate, { given }: Intake): NewItem & { fingerprint?: string } {
  const { place } = candidate;
  if ('refused' in candidate)
    return { place, verdict: 'refused', reason: candidate.refused, excerpt: candidate.excerpt };
  if ('withdraws' in candidate) {
    return {
      place,
      verdict: 'ready',
      title: candidate.withdraws.origin,
      excerpt: candidate.withdraws.reason,
      document: candidate,
    };
  }
  const article = { ...filled(candidate.article, given) };
  try {
    const read = readPaste(article);
    const excerpt = read.text.slice(0, excerptLength);
    return {
      place,
      verdict: 'ready',
      title: read.title,
      excerpt,
      document: { article: read },
      fingerprint: read.fingerprint,
    };
  } catch (error) {
    if (!(error instanceof PasteRefused)) throw error;
    return {
      place,
      verdict: 'refused',
      reason: error.message,
      title: article.title ?? undefined,
      excerpt: String(article.text).slice(0, excerptLength),
    };
  }
}

/** What was read, with what else is known where it says nothing. The words of the feed are no such thing. */
function filled<A extends object>(
  article: A,
  { text: _, ...given }: Intake['given'],
): A & Record<string, string | undefined> {
  const said = Object.fromEntries(
    Object.entries(article).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
  return { ...given, ...said } as A & Record<string, string | undefined>;
}

/** The article as the store takes it. */
export function submissionOf(article: object, { id, receivedAt }: Intake, cameBy: CameBy): Submission {
  return { ...(article as ReadArticle), cameBy, intakeId: id, handedInAt: receivedAt };
}
