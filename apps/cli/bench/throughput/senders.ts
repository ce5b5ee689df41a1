import { setTimeout as wait } from 'node:timers/promises';
import type { Sent } from './article-source.ts';

const atOnce = 4;
const listed = 10;

/** Sends so many articles as fast as they are taken. */
export async function sendAll(origin: string, token: string, next: () => Sent, count: number): Promise<void> {
  let left = count;
  const sender = async () => {
    while (left > 0) {
      const articles = Array.from({ length: Math.min(listed, left) }, next);
      left -= articles.length;
      await post(origin, token, articles);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
}

/** Sends one article after the other, so many a second whatever the answers take; returns when each was accepted, by id. */
export async function sendSteadily(
  origin: string,
  token: string,
  next: () => Sent,
  perSecond: number,
  count: number,
): Promise<Map<string, number>> {
  const accepted = new Map<string, number>();
  const began = performance.now();
  const pending: Promise<void>[] = [];
  for (let number = 0; number < count; number++) {
    const due = began + (1_000 * number) / perSecond;
    if (due > performance.now()) await wait(due - performance.now());
    const article = next();
    pending.push(post(origin, token, article).then(() => void accepted.set(article.id, performance.now())));
  }
  await Promise.all(pending);
  return accepted;
}

async function post(origin: string, token: string, body: Sent | Sent[]): Promise<void> {
  const answer = await fetch(`${origin}/api/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`An article was refused: ${answer.status} ${await answer.text()}`);
  const { refused = 0 } = (await answer.json()) as { refused?: number };
  if (refused > 0) throw new Error(`${refused} articles of a list were refused.`);
}
