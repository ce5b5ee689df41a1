import { type Intake, Refusal, type Settled } from '@trucewatch/store';
import { Document, submissionOf } from './items-of.ts';
import type { IntakeTools } from './read-intake.ts';

/** Accepted in one transaction. */
const batch = 200;

/** Makes articles of the items that are ready, and queues their extraction. What was taken stays taken when it breaks off. */
export async function takeItems(
  intake: Intake,
  { store, producer, log }: Pick<IntakeTools, 'store' | 'producer' | 'log'>,
): Promise<void> {
  for (;;) {
    const ready = await store.intakes.ready(intake.id, batch);
    if (ready.length === 0) return;
    const documents = ready.map(({ position, document }) => ({
      position,
      document: Document.parse(document),
    }));
    const articles = documents.flatMap(({ position, document }) =>
      'article' in document ? [{ position, article: document.article }] : [],
    );
    const answers = await store.articles.acceptMany(
      articles.map(({ article }) => submissionOf(article, intake, intake.cameBy)),
      intake.who,
    );
    const settled: Settled[] = articles.map(({ position }, index) => {
      const answer = answers[index];
      if (!answer || answer instanceof Refusal)
        return { position, verdict: 'refused', reason: answer?.message ?? 'It was not kept.' };
      return { position, verdict: answer.duplicate ? 'duplicate' : 'accepted', articleId: answer.id };
    });
    for (const { position, document } of documents) {
      if (!('withdraws' in document)) continue;
      const isKnown = await store.articles.withdraw(document.withdraws);
      settled.push(
        isKnown
          ? { position, verdict: 'withdrawn' }
          : {
              position,
              verdict: 'refused',
              reason: `Nothing is known under ${document.withdraws.origin}: there is no article to take back.`,
            },
      );
    }
    await store.intakes.settle(intake.id, settled);
    const accepted = settled.flatMap(({ verdict, articleId }) =>
      verdict === 'accepted' && articleId ? [{ articleId }] : [],
    );
    // A queue that is away delays them only: the sweep looks for articles without a result.
    await producer
      .submitMany('extract-article', accepted)
      .catch((error: Error) =>
        log.warn({ reason: error.message }, 'extracted later: the queue does not answer'),
      );
  }
}
