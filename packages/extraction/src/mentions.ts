import { cutSpan, type Mentions } from '@trucewatch/schema';
import type { Document } from './document.ts';
import { countOf, momentOf, placeOf } from './evidence-gate.ts';
import { proveCount } from './proofs.ts';
import { toMoment } from './refiners/find-when.ts';
import type { Story } from './story.ts';

/** Everything recognised in an article, part of an event or not. */
export function mentionsOf(document: Document, story: Story): Mentions {
  const { article, lines } = document;
  return {
    places: lines.flatMap((line) =>
      line.places.map((mention) => placeOf(mention, cutSpan(article, mention.start, mention.end, line.part))),
    ),
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
        return made && proveCount(made) ? [made] : [];
      }),
    ),
  };
}
