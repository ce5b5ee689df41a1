import type { Disagreement, Event, Moment } from '@trucewatch/schema';
import { codesOf } from '../codes.ts';

/** The fields in which two engines are compared, each as words that are equal when they mean the same. */
const fields: Readonly<Record<string, (event: Event) => { key: string; shown: string } | null>> = {
  type: (event) => plain(event.type),
  step: (event) => plain(event.step),
  mode: (event) => plain(event.mode),
  reality: (event) => plain(event.reality),
  actors: (event) =>
    list(event.actors, (actor) => [
      `${actor.role} ${actor.id ?? actor.name.toLowerCase()}`,
      `${actor.role} ${actor.name}`,
    ]),
  when: (event) => moment(event.when),
  effectiveAt: (event) => moment(event.effectiveAt),
  until: (event) => moment(event.until),
  where: (event) => event.where && { key: event.where.id ?? event.where.name, shown: event.where.name },
  casualties: (event) =>
    list(event.casualties, (count) => {
      const words = `${count.of} ${count.low}${count.high === null ? ' or more' : count.high === count.low ? '' : ` to ${count.high}`}`;
      return [words, words];
    }),
  claims: (event) =>
    list(event.claims, (claim) => [
      `${claim.by.toLowerCase()} ${claim.polarity}`,
      `${claim.by} ${claim.polarity}`,
    ]),
};

/** Fields that an event of the rules takes from the model when the rules found nothing there. */
const fillable = ['mode', 'when', 'effectiveAt', 'until', 'where', 'actors', 'casualties', 'claims'] as const;

/**
 * One event of what both engines read of one happening: the values of the rules, filled from the model where the rules
 * have none. Every difference is marked; where only the rules found something there is none, for silence is no denial.
 */
export function joinEvents(rules: Event, model: Event): Event {
  const disagreements = differences(rules, model);
  const joined: Event = { ...rules, engines: ['rules', 'model'] };
  for (const field of fillable)
    if (fields[field]?.(rules) == null && fields[field]?.(model)) fill(joined, model, field);
  if (joined.mode !== rules.mode)
    joined.codes = { ...joined.codes, ...codesOf(joined.type, joined.step, joined.mode) };
  return disagreements.length > 0 ? { ...joined, disagreements } : joined;
}

function differences(rules: Event, model: Event): Disagreement[] {
  return Object.entries(fields).flatMap(([field, read]) => {
    const ours = read(rules);
    const theirs = read(model);
    if (!theirs || ours?.key === theirs.key) return [];
    return [{ field, rules: ours?.shown ?? null, model: theirs.shown }];
  });
}

/** Takes a field and its proofs over. */
function fill(joined: Event, model: Event, field: (typeof fillable)[number]): void {
  Object.assign(joined, { [field]: model[field] });
  const proofs =
    model.proof?.filter((proof) => proof.field === field || proof.field.startsWith(`${field}.`)) ?? [];
  joined.proof = [...(joined.proof ?? []), ...proofs];
}

function plain(value: string | undefined): { key: string; shown: string } | null {
  return value === undefined ? null : { key: value, shown: value };
}

function moment(value: Moment | null): { key: string; shown: string } | null {
  if (!value) return null;
  const key = `${value.earliest}/${value.latest}`;
  return { key, shown: value.text ? `${value.text} (${key})` : key };
}

function list<T>(
  values: readonly T[],
  read: (value: T) => [key: string, shown: string],
): { key: string; shown: string } | null {
  if (values.length === 0) return null;
  const pairs = values.map(read);
  return {
    key: [...new Set(pairs.map(([key]) => key))].sort().join(', '),
    shown: pairs.map(([, shown]) => shown).join(', '),
  };
}
