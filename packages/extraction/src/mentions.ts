import { cutSpan, type Mentions } from '@trucewatch/schema';
import type { Document } from './document.ts';
import { countOf, momentOf, placeOf } from './evidence-gate.ts';
import { adjectivesOf } from './places/adjectives.ts';
import { proveCount } from './proofs.ts';
import type { Story } from './story.ts';
import { toMoment } from './times/moment-of-time.ts';

/** Everything recognised in an article, part of an event or not. */
export function mentionsOf(document: Document, story: Story): Mentions {
  const { article, lines } = document;
  return {
    places: placesOf(document),
    times: lines.flatMap((line) =>
      line.times.flatMap((time) => {
        const draft = toMoment(time, line, story, 'time');
        const moment = draft ? momentOf(draft, article) : null;
        return moment ? [moment] : [];
      }),
    ),
    actors: lines.flatMap((line) =>
      line.actors.map((actor) => ({
        name: line.source.slice(actor.start, actor.end),
        id: actor.id,
        mention: cutSpan(article, actor.start, actor.end, line.part),
      })),
    ),
    counts: lines.flatMap((line) =>
      line.counts.flatMap((count) => {
        const made = countOf(count, line, article);
        return made && proveCount(made, line) ? [made] : [];
      }),
    ),
  };
}

/**
 * The places named, the text's before the title's. An adjective names its country too ("Syrian", "Kenyans"): no
 * place of an event, but a toponym to geographers (Gritta et al. 2020: "A Pragmatic Guide to Geoparsing Evaluation").
 */
function placesOf({ article, lines }: Document): Mentions['places'] {
  const order = [...lines].sort((a, b) => Number(a.part === 'title') - Number(b.part === 'title'));
  return order.flatMap((line) =>
    [...line.places, ...adjectivesOf(line)]
      .sort((a, b) => a.start - b.start)
      .map((mention) => placeOf(mention, cutSpan(article, mention.start, mention.end, line.part))),
  );
}
