import { type Kysely, sql } from 'kysely';
import { addActWithin } from './acts/add-act.ts';
import { publicationColumns, Submission } from './article-row.ts';
import type { Who } from './audit.ts';
import { notifyAll } from './changes.ts';
import type { Database, Queries } from './database.ts';
import { Refusal, refusingData } from './refusal.ts';
import { eachAlone } from './together.ts';

export interface Accepted {
  id: string;
  /** The same content was there already; `id` is that article's. */
  duplicate: boolean;
}

/** Acts that follow from what came in, and from no person. */
const byIngest = 'ingest';

/** What comes in, and who hands it in. */
interface HandedIn {
  readonly submission: Submission;
  readonly who: Who;
}

/** Keeps articles in one transaction, in their order: an answer for each, a refusal where there is one. */
export function acceptMany(db: Kysely<Database>, inputs: HandedIn[]): Promise<(Accepted | Refusal)[]> {
  return eachAlone(inputs, (some) => acceptAll(db, some));
}

async function acceptAll(db: Kysely<Database>, inputs: HandedIn[]): Promise<(Accepted | Refusal)[]> {
  if (inputs.length === 0) return [];
  const submissions = inputs.map(({ submission }) => Submission.parse(submission));
  return refusingData('The article', () =>
    db.transaction().execute(async (transaction) => {
      const kept = await transaction
        .insertInto('articles')
        .values(inputs.map(columnsOf))
        // Of any key: the fingerprint or the id. Which of the two it was is looked up below.
        .onConflict((conflict) => conflict.doNothing())
        .returning(['id', 'fingerprint'])
        .execute();
      const fresh = new Map(kept.map(({ id, fingerprint }) => [fingerprint, id]));
      const known = await knownFingerprints(
        transaction,
        submissions.map(({ fingerprint }) => fingerprint).filter((each) => !fresh.has(each)),
      );
      const answers: (Accepted | Refusal)[] = [];
      const changes: Parameters<typeof notifyAll>[1] = [];
      for (const submission of submissions) {
        const { fingerprint } = submission;
        const first = fresh.get(fingerprint);
        const id = first ?? known.get(fingerprint);
        if (id === undefined) {
          answers.push(
            new Refusal(
              'id_taken',
              `The id ${submission.id} belongs to an article with other content: choose another id.`,
            ),
          );
          continue;
        }
        answers.push({ id, duplicate: first === undefined });
        if (first === undefined) continue;
        // A second copy within the same call is a duplicate of the first.
        fresh.delete(fingerprint);
        known.set(fingerprint, id);
        await followUp(transaction, id, submission);
        const state = submission.unread ? 'unread' : 'accepted';
        changes.push({ kind: 'article', articleId: id, state });
      }
      await notifyAll(transaction, changes);
      await recordAll(transaction, inputs, answers);
      return answers;
    }),
  );
}

function columnsOf({ submission, who }: HandedIn) {
  const {
    id,
    publishedAt,
    replaces: _,
    withdrawn: __,
    unread,
    cameBy,
    intakeId,
    handedInAt,
    ...article
  } = Submission.parse(submission);
  return {
    ...article,
    ...publicationColumns(publishedAt),
    ...(id !== undefined && { id }),
    ...(unread !== undefined && { state: 'unread', reason: unread, finished_at: new Date() }),
    came_by: cameBy,
    submitted_by: who,
    intake_id: intakeId ?? null,
    handed_in_at: handedInAt ?? null,
  };
}

/** What it replaces, as it says itself or as its origin shows, and whether it is withdrawn already. */
async function followUp(db: Queries, id: string, { origin, replaces, withdrawn }: Submission): Promise<void> {
  const earlier = replaces ?? (origin === undefined ? undefined : await latestOf(db, origin, id));
  const exists =
    earlier !== undefined &&
    earlier !== id &&
    (await db.selectFrom('articles').select('id').where('id', '=', earlier).executeTakeFirst());
  if (exists) {
    const reason =
      replaces === undefined
        ? 'Its publisher published a new version of it.'
        : 'It says that it corrects the other.';
    await addActWithin(db, {
      author: byIngest,
      reason,
      decision: { kind: 'correct_article', articleId: id, replaces: exists.id },
    });
  }
  if (withdrawn !== undefined) {
    await addActWithin(db, {
      author: byIngest,
      reason: 'It came marked as withdrawn.',
      decision: { kind: 'withdraw_article', articleId: id, from: withdrawn },
    });
  }
}

/** The article that came in last under an origin; with `before`, the last one that came in earlier than that article. */
async function latestOf(db: Queries, origin: string, before?: string): Promise<string | undefined> {
  let query = db.selectFrom('articles').select('id').where('origin', '=', origin);
  if (before !== undefined) {
    query = query.where('ordinal', '<', (one) =>
      one.selectFrom('articles').select('ordinal').where('id', '=', before),
    );
  }
  return (await query.orderBy('ordinal', 'desc').limit(1).executeTakeFirst())?.id;
}

export async function withdraw(
  db: Kysely<Database>,
  { origin, at, reason }: { origin: string; at?: string | undefined; reason: string },
): Promise<boolean> {
  return refusingData('The withdrawal', () =>
    db.transaction().execute(async (transaction) => {
      const articleId = await latestOf(transaction, origin);
      if (articleId === undefined) return false;
      await addActWithin(transaction, {
        author: byIngest,
        reason,
        decision: { kind: 'withdraw_article', articleId, from: at ?? true },
      });
      return true;
    }),
  );
}

async function recordAll(
  db: Queries,
  inputs: readonly HandedIn[],
  answers: (Accepted | Refusal)[],
): Promise<void> {
  const entries = answers.flatMap((answer, index) => {
    const input = inputs[index];
    if (answer instanceof Refusal || !input) return [];
    const { who, submission } = input;
    const given = submission.id;
    const details = {
      duplicate: answer.duplicate,
      ...(given !== undefined && given !== answer.id && { submittedAs: given }),
    };
    return [{ who, act: 'article.submitted', subject: answer.id, details: JSON.stringify(details) }];
  });
  if (entries.length > 0) await db.insertInto('audit').values(entries).execute();
}

/** Which of these fingerprints are known, and of which article. */
export async function knownFingerprints(db: Queries, fingerprints: string[]): Promise<Map<string, string>> {
  if (fingerprints.length === 0) return new Map();
  const found = await sql<{ id: string; fingerprint: string }>`
    select id, fingerprint from articles where fingerprint = any(${fingerprints})`.execute(db);
  return new Map(found.rows.map(({ id, fingerprint }) => [fingerprint, id]));
}
