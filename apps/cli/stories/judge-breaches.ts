import type { Ceasefire, Event } from '@trucewatch/schema';
import type { Reading } from './judge-ceasefires.ts';
import { isNamed } from './match.ts';
import type { Check } from './measures.ts';
import type { ExpectedCeasefire, ExpectedConflict } from './story.ts';

interface Breach {
  article: string;
  event: Event;
  accused: string[];
  /** Keys of the expected truces, or ids of others, that it is laid to. */
  on: string[];
}

/** Alleged and confirmed breaches: each expected one on its truce, and no others there. */
export function judgeBreaches(
  { sides, accusations }: ExpectedConflict,
  pairs: ReadonlyMap<ExpectedCeasefire, Ceasefire>,
  ceasefires: readonly Ceasefire[],
  reading: Reading,
): Check[] {
  const keyOf = (found: Ceasefire) => [...pairs].find(([, find]) => find === found)?.[0].key ?? found.id;
  const breaches = [...reading].flatMap(([article, events]) =>
    events.filter(isBreach).map((event): Breach => {
      const initiators = event.actors.filter(({ role }) => role === 'initiator');
      const isTold = ({ because }: Ceasefire) =>
        because.some(({ articleId, eventId }) => articleId === article && eventId === event.id);
      return {
        article,
        event,
        accused: Object.keys(sides).filter((key) =>
          initiators.some((actor) => isNamed(actor, sides[key] ?? [])),
        ),
        on: ceasefires.filter(isTold).map(keyOf),
      };
    }),
  );
  const expected = accusations.flatMap(({ article, accused, on, minor }): Check[] => {
    const such = breaches.filter((one) => one.article === article && one.accused.includes(accused));
    const isRight = such.some((one) => one.on.length === 1 && on.includes(one.on[0] ?? ''));
    if (minor && !isRight) return [];
    const where = such.map((one) => one.on.join(' and ') || 'none').join('; ');
    return [
      {
        measure: 'accusations',
        isRight,
        says: `${article} accuses ${accused} of breaking ${on.join(' or ')}: ${such.length === 0 ? 'no such event' : `laid to ${where}`}`,
        ...(isRight ? {} : { fault: such.length === 0 ? 'extraction' : 'status' }),
      },
    ];
  });
  const found = breaches.flatMap(({ article, event, accused, on }): Check[] =>
    on.map((key) => {
      const isRight = accusations.some(
        (one) => one.article === article && one.on.includes(key) && accused.includes(one.accused),
      );
      return {
        measure: 'no other breach',
        isRight,
        says: `${article} accuses ${accused.join(' and ') || 'nobody'} of breaking ${key}: "${event.evidence[0]?.quote.slice(0, 120)}"`,
        ...(isRight
          ? {}
          : {
              fault: accusations.some((one) => one.article === article && accused.includes(one.accused))
                ? 'status'
                : 'extraction',
            }),
      };
    }),
  );
  return [...expected, ...found];
}

function isBreach({ step, reality }: Event): boolean {
  return step === 'violated' && reality === 'actual';
}
