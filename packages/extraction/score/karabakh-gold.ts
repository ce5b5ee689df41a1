import { fileIn, readRows } from './read-rows.ts';

interface Stretch {
  start: number;
  end: number;
}

interface Days {
  earliest: string | null;
  latest?: string | null;
}

/** One labelled event, as `dev.gold.jsonl` has it, with absent lists filled in. */
export interface GoldEvent {
  type: string;
  step?: string;
  reality: string;
  salience: string;
  sentence: Stretch;
  also: Stretch[];
  parties: string[];
  initiators: string[];
  recipients: string[];
  mediators: string[];
  when: Days | null;
  effectiveAt: Days | null;
  place: string | null;
  killed: { low: number | null } | null;
  wounded: { low: number | null } | null;
  counts: { of: string; low: number | null }[];
  claimedBy: string[];
  altTypes: string[];
  altSteps: string[];
  altReality: string[];
}

export interface GoldArticle {
  id: string;
  title: string | undefined;
  text: string;
  publishedAt: string;
  events: GoldEvent[];
}

/** The labelled articles of a folder; its texts and labels lie in two files. */
export function readGold(folder: string): GoldArticle[] {
  const textFile = fileIn(folder, 'dev.jsonl', 'test.jsonl');
  const goldFile = fileIn(folder, 'dev.gold.jsonl', 'test.gold.jsonl');
  if (!textFile || !goldFile) return [];
  const texts = readRows<{ id: string; title?: string; text: string }>(textFile);
  const labels = readRows<{ id: string; publishedAt: string; events: Partial<GoldEvent>[] }>(goldFile);
  const textOf = new Map(texts.map((article) => [article.id, article]));
  return labels.flatMap(({ id, publishedAt, events }) => {
    const article = textOf.get(id);
    if (!article) return [];
    return {
      id,
      title: article.title,
      text: article.text,
      publishedAt: `${publishedAt}T20:00:00Z`,
      events: events.map(withLists),
    };
  });
}

function withLists(event: Partial<GoldEvent>): GoldEvent {
  const lists = {
    also: event.also ?? [],
    parties: event.parties ?? [],
    initiators: event.initiators ?? [],
    recipients: event.recipients ?? [],
    mediators: event.mediators ?? [],
    counts: event.counts ?? [],
    claimedBy: event.claimedBy ?? [],
    altTypes: event.altTypes ?? [],
    altSteps: event.altSteps ?? [],
    altReality: event.altReality ?? [],
  };
  return { ...event, ...lists } as GoldEvent;
}
