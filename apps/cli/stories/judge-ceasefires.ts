import type { Ceasefire, Conflict, Event, Moment } from '@trucewatch/schema';
import { arePartiesRight, isNamed } from './match.ts';
import type { Check, Measure } from './measures.ts';
import type { ExpectedCeasefire, ExpectedConflict, Story } from './story.ts';
import { isWithin, stretches } from './times.ts';

/** What the articles of a story were read as, by article id. */
export type Reading = ReadonlyMap<string, readonly Event[]>;

/** The ceasefires of one conflict against the expected ones, field by field. */
export function judgeCeasefires(
  expected: ExpectedConflict,
  conflict: Conflict | undefined,
  pairs: ReadonlyMap<ExpectedCeasefire, Ceasefire>,
  story: Story,
  reading: Reading,
): Check[] {
  const checks: Check[] = [];
  for (const truce of expected.ceasefires) {
    const find = pairs.get(truce);
    if (find) {
      checks.push({ measure: 'found', isRight: true, says: truce.key });
      checks.push(...fieldsOf(truce, find, expected, story, reading));
      const link = linkOf(truce, find, pairs);
      if (link) checks.push(link);
    } else if (!truce.minor) {
      const told = conflict ? toldBy(truce.effectiveAt ?? truce.announcedAt, story, reading) : [];
      checks.push({
        measure: 'found',
        isRight: false,
        says: `${truce.key} is missing; its start is told in ${told.join(', ') || 'no event'}`,
        fault: told.length > 0 ? 'status' : 'extraction',
      });
    }
  }
  return checks;
}

/** A ceasefire in a few words. */
export function inWords({ kind, parties, mediators, announcedAt, effectiveAt, outcome }: Ceasefire): string {
  const by = mediators.length > 0 ? ` by ${mediators.join(', ')}` : '';
  return `${kind} ${parties.join(' and ')}${by}, announced ${span(announcedAt)}, effect ${span(effectiveAt)}, ${outcome}`;
}

function fieldsOf(
  truce: ExpectedCeasefire,
  find: Ceasefire,
  { sides }: ExpectedConflict,
  story: Story,
  reading: Reading,
): Check[] {
  const value = (measure: Measure, isRight: boolean, want: string, got: string): Check => ({
    measure,
    isRight,
    says: `${truce.key}: ${want} expected, ${got} found`,
  });
  const time = (measure: Measure, field: 'announcedAt' | 'effectiveAt' | 'endedAt'): Check[] => {
    const want = truce[field];
    const got = find[field];
    if (want === undefined) return [];
    const isRight = want === null || got === null ? want === got : isWithin(got, stretches(want, story.zone));
    const told = toldBy(want, story, reading);
    const check = value(measure, isRight, `${want ?? 'nothing'}`, span(got));
    if (isRight) return [check];
    return [
      {
        ...check,
        says: `${check.says}; told in ${told.join(', ') || 'no event'}`,
        fault: told.length > 0 || want === null || field === 'endedAt' ? 'status' : 'extraction',
      },
    ];
  };
  const wanted = truce.mediators.map((names) => names.split('|'));
  const surplus = find.mediators.filter((name) => !wanted.some((names) => isNamed({ name }, names)));
  const mediators = wanted.map((names) => ({
    names,
    isRight: find.mediators.some((name) => isNamed({ name }, names)),
  }));
  return [
    value('kind', truce.kind.includes(find.kind), truce.kind.join('|'), find.kind),
    value(
      'parties',
      arePartiesRight(truce.parties, find.parties, sides),
      truce.parties.join(),
      find.parties.join(', '),
    ),
    ...mediators
      .filter(({ names, isRight }) => isRight || !names.includes('?'))
      .map(({ names, isRight }): Check => {
        const isTold = [...reading.values()]
          .flat()
          .some((event) => event.actors.some((actor) => actor.role === 'mediator' && isNamed(actor, names)));
        return {
          ...value('mediators', isRight, names.join('|'), find.mediators.join(', ') || 'nobody'),
          ...(isRight ? {} : { fault: isTold ? 'status' : 'extraction' }),
        };
      }),
    ...surplus.map((name) => value('mediators', false, 'nobody else', name)),
    ...time('announced', 'announcedAt'),
    ...time('effective', 'effectiveAt'),
    ...time('ended', 'endedAt'),
    value('outcome', truce.outcome.includes(find.outcome), truce.outcome.join('|'), find.outcome),
  ];
}

function linkOf(
  { key, earlier }: ExpectedCeasefire,
  find: Ceasefire,
  pairs: ReadonlyMap<ExpectedCeasefire, Ceasefire>,
): Check | null {
  if (!earlier) return null;
  const before = [...pairs].find(([truce]) => truce.key === earlier.key)?.[1];
  const links = find.links ?? [];
  const isRight = links.some(
    ({ type, ceasefireId }) => earlier.as.includes(type) && ceasefireId === before?.id,
  );
  const keyOf = (id: string) => [...pairs].find(([, one]) => one.id === id)?.[0].key ?? id;
  const found = links.map(({ type, ceasefireId }) => `${type} ${keyOf(ceasefireId)}`).join(', ') || 'none';
  return {
    measure: 'link',
    isRight,
    says: `${key}: ${earlier.as.join('|')} ${earlier.key} expected, ${found} found`,
    fault: 'status',
  };
}

/** The articles with an event of a ceasefire that gives such a time. */
function toldBy(time: string | null | undefined, story: Story, reading: Reading): string[] {
  if (!time) return [];
  const expected = stretches(time, story.zone);
  const gives = ({ type, when, effectiveAt, until }: Event) =>
    type === 'ceasefire' &&
    [when, effectiveAt, until].some((moment) => moment !== null && isWithin(moment, expected));
  return [...reading].filter(([, events]) => events.some(gives)).map(([id]) => id);
}

function span(moment: Moment | null): string {
  if (!moment) return 'nothing';
  const [from, to] = [moment.earliest.slice(0, 16), moment.latest.slice(0, 16)];
  return from === to ? from : `${from}..${to}`;
}
