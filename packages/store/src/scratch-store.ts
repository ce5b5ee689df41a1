import { createHash } from 'node:crypto';
import { cutSpan, type Event, type Extraction } from '@trucewatch/schema';
import type { Submission } from './article-row.ts';
import { openStore } from './open-store.ts';

/** For tests: a migrated store on a database of its own, such as testDatabase() gives; `drop` closes both. */
export async function scratchStore(database: { url: string; drop(): Promise<void> }) {
  const errors: Error[] = [];
  const store = openStore({ url: database.url, onError: (error) => errors.push(error) });
  await store.migrate();
  return {
    store,
    url: database.url,
    errors,
    async drop() {
      await store.close();
      await database.drop();
    },
  };
}

/** For tests: an article of which every sentence is an event. */
export function submission(text: string, more: Partial<Submission> = {}): Submission {
  return { text, fingerprint: createHash('sha256').update(text).digest('hex'), ...more };
}

/** For tests: an extraction that finds one statement in each sentence of the text. */
export function extractionOfSentences(articleId: string, text: string, version = '1'): Extraction {
  const events = [...text.matchAll(/[^.]+\./g)].map((sentence, index): Event => {
    const start = sentence.index;
    return {
      id: `e${index}`,
      type: 'statement',
      reality: 'actual',
      actors: [],
      when: null,
      effectiveAt: null,
      until: null,
      where: null,
      casualties: [],
      claims: [],
      ceasefireRefs: [],
      purpose: [],
      codes: {},
      evidence: [cutSpan({ text }, start, start + sentence[0].length)],
      confidence: 0.5,
    };
  });
  return { articleId, extractor: { name: 'sentences', version }, events, warnings: [] };
}
