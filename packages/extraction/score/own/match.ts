import type { Event, Span } from '@trucewatch/schema';
import { isReal } from '../extract-all.ts';
import type { CorpusCase, ExpectedEvent } from './corpus-case.ts';
import { hasActor, isCount, isNamed, whos } from './fields.ts';
import { meets } from './quoted.ts';

/** A label and the find that answers it. */
export interface Pair {
  label: ExpectedEvent;
  found: Event;
}

export interface Match {
  pairs: Pair[];
  missed: ExpectedEvent[];
  /** Finds that answer a label which another find answers already, or name the truce whose next step the label is. */
  doubles: Event[];
  /** Finds that answer no label. */
  surplus: Event[];
}

/** Pairs labels with finds one to one: of all pairs that fit, those that agree in most come first. */
export function match(article: CorpusCase, events: readonly Event[]): Match {
  const fitting = article.events.flatMap((label) =>
    events
      .filter((found) => isOfKind(label, found) && meets(label, found.evidence, article))
      .map((found) => ({ label, found, weight: agreement(label, found, article) })),
  );
  const labels = new Set<ExpectedEvent>();
  const finds = new Set<Event>();
  const pairs = fitting
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ label, found }) => {
      if (labels.has(label) || finds.has(found)) return false;
      labels.add(label);
      finds.add(found);
      return true;
    });
  const left = events.filter((found) => !finds.has(found));
  const isDouble = (found: Event) =>
    fitting.some((pair) => pair.found === found) ||
    article.events.some((label) => namesTruce(label, found, article));
  return {
    pairs,
    missed: article.events.filter((label) => !labels.has(label)),
    doubles: left.filter(isDouble),
    surplus: left.filter((found) => !isDouble(found)),
  };
}

/** Readers take an attack for a clash and a hand-over for a withdrawal: such a find answers the label, its type is then a wrong field. */
const kin: readonly (readonly string[])[] = [
  ['attack', 'clash'],
  ['capture', 'withdrawal'],
  ['ceasefire/agreed', 'ceasefire/declared'],
  ['ceasefire/observed', 'ceasefire/took_effect'],
];

function isOfKind(label: ExpectedEvent, found: Event): boolean {
  const wanted = kindOf(label);
  const kind = kindOf(found);
  return (
    wanted === kind ||
    isAlternative(label, found) ||
    kin.some((pair) => pair.includes(wanted) && pair.includes(kind))
  );
}

const laterSteps = [
  'took_effect',
  'observed',
  'extended',
  'violated',
  'suspended',
  'collapsed',
  'expired',
  'terminated',
];

/** "The truce was extended": that there is one may be told as an event of its own, and need not. */
function namesTruce(label: ExpectedEvent, found: Event, article: CorpusCase): boolean {
  const isLater = laterSteps.includes(label.step ?? '');
  return isLater && found.step === 'agreed' && meets(label, found.evidence, article);
}

/** Whether the label itself allows the find's type and step. */
export function isAlternative(label: ExpectedEvent, found: Event): boolean {
  if (found.type !== 'ceasefire') return label.orTypes.includes(found.type);
  if (label.type === 'ceasefire') return label.orSteps.includes(found.step ?? 'agreed');
  const steps = label.orSteps.length === 0 || label.orSteps.includes(found.step ?? 'agreed');
  return label.orTypes.includes('ceasefire') && steps;
}

/** Type and, for a truce, step. */
export function kindOf(event: { type: string; step?: string | undefined }): string {
  return event.step ? `${event.type}/${event.step}` : event.type;
}

function agreement(label: ExpectedEvent, found: Event, article: CorpusCase): number {
  const actors = whos.flatMap((who) => label[who].filter((names) => hasActor(found, who, names)));
  const counts = label.counts.filter((count) => found.casualties.some((other) => isCount(count, other)));
  const place = label.place && found.where && isNamed(label.place, found.where);
  return (
    (kindOf(label) === kindOf(found) ? 4 : 0) +
    (meets(label, wordsFor(found), article) ? 4 : 0) +
    (isReal(label.reality) === isReal(found.reality) ? 3 : 0) +
    (label.reality === found.reality ? 1 : 0) +
    2 * actors.length +
    2 * counts.length +
    (place ? 1 : 0)
  );
}

/** The words that a find's type rests on: narrower than its quotes, which are whole sentences. */
function wordsFor(found: Event): Span[] {
  const words = (found.proof ?? []).flatMap(({ field, span }) => (field === 'type' && span ? span : []));
  return words.length > 0 ? words : found.evidence;
}
