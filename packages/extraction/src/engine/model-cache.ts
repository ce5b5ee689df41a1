import { hash } from './instructions.ts';
import { type Answer, readAnswer } from './proposal.ts';

/** Where answers are kept: a folder, memory, a table. A cache that fails counts as empty. */
export interface ModelCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
}

/** The key of an answer: everything that was sent and could change it. */
export function cacheKey(sent: Readonly<Record<string, string | number>>): string {
  return hash(JSON.stringify(sent));
}

export async function cachedAnswer(cache: ModelCache | undefined, key: string): Promise<Answer | null> {
  try {
    const kept = await cache?.get(key);
    return kept === undefined ? null : readAnswer(JSON.parse(kept));
  } catch {
    return null;
  }
}

/** Keeps an answer. That it cannot be kept is no reason to lose it. */
export async function keepAnswer(cache: ModelCache | undefined, key: string, answer: Answer): Promise<void> {
  try {
    await cache?.set(key, JSON.stringify({ events: answer.proposals }));
  } catch {
    // It will be asked for again.
  }
}
