import { PasteRefused, readPaste } from '@trucewatch/ingest';
import type { Candidate } from '@trucewatch/ingest/files';
import { Refusal, type Store, type Submission } from '@trucewatch/store';

/** What became of something in a file. */
export type Verdict =
  | { place: string; kind: 'accepted' | 'duplicate'; id: string; unread?: string | undefined }
  | { place: string; kind: 'withdrawn'; origin: string }
  | { place: string; kind: 'refused'; why: string; excerpt?: string | undefined };

/** Puts articles into the database in one transaction; a verdict for each candidate, in their order. */
export async function takeIn(store: Store, candidates: Candidate[]): Promise<Verdict[]> {
  const read = candidates.map((candidate) => ({ candidate, submission: submissionOf(candidate) }));
  const articles = read.flatMap(({ submission }) =>
    submission && !(submission instanceof PasteRefused) ? [submission] : [],
  );
  const answers = await store.articles.acceptMany(articles, 'cli');
  const verdicts: Verdict[] = [];
  let next = 0;
  for (const { candidate, submission } of read) {
    const { place } = candidate;
    if ('refused' in candidate)
      verdicts.push({ place, kind: 'refused', why: candidate.refused, excerpt: candidate.excerpt });
    else if ('withdraws' in candidate) verdicts.push(await withdrawn(store, place, candidate.withdraws));
    else if (submission instanceof PasteRefused)
      verdicts.push({
        place,
        kind: 'refused',
        why: submission.message,
        excerpt: String(candidate.article.text).slice(0, 500),
      });
    else {
      const answer = answers[next++];
      if (!answer || answer instanceof Refusal)
        verdicts.push({ place, kind: 'refused', why: answer?.message ?? 'It was not kept.' });
      else
        verdicts.push({
          place,
          kind: answer.duplicate ? 'duplicate' : 'accepted',
          id: answer.id,
          unread: submission?.unread,
        });
    }
  }
  return verdicts;
}

function submissionOf(candidate: Candidate): Submission | PasteRefused | null {
  if (!('article' in candidate)) return null;
  try {
    return { ...readPaste(candidate.article), cameBy: 'command_line' };
  } catch (error) {
    if (error instanceof PasteRefused) return error;
    throw error;
  }
}

async function withdrawn(
  store: Store,
  place: string,
  withdrawal: { origin: string; at?: string | undefined; reason: string },
): Promise<Verdict> {
  const { origin } = withdrawal;
  if (await store.articles.withdraw(withdrawal)) return { place, kind: 'withdrawn', origin };
  return {
    place,
    kind: 'refused',
    why: `Nothing is known under ${origin}: there is no article to take back.`,
  };
}

/** What was refused stays in the database with its reason, where operators find it. */
export async function keepRefusals(
  store: Store,
  name: string,
  verdicts: Extract<Verdict, { kind: 'refused' }>[],
): Promise<void> {
  if (verdicts.length === 0) return;
  const id = await store.intakes.add(
    { cameBy: 'command_line', name: name.slice(0, 500), wantsConfirmation: false },
    'cli',
  );
  await store.intakes.replaceItems(
    id,
    verdicts.map(({ place, why, excerpt }) => ({ place, verdict: 'refused' as const, reason: why, excerpt })),
  );
  await store.intakes.move(id, ['received'], 'done');
}
