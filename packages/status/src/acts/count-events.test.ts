import type { Act, Decision, Event } from '@trucewatch/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidedEvent } from '../happenings/find-decided.ts';
import { event, onDay } from '../testing/story.ts';
import { countEvents } from './count-events.ts';

const words = (start: number, quote: string) => ({ start, end: start + quote.length, quote });
const broken = event('violated', {
  id: 'broken',
  actors: ['initiator:country:AM'],
  evidence: [words(0, 'Armenian guns opened fire')],
});
const agreed = event('agreed', { id: 'agreed', evidence: [words(100, 'they agreed on a truce')] });
const found = [broken, agreed];

let made = 0;
const act = (decision: Decision, at = '10:00', undoneBy: string | null = null): Act => ({
  id: `act ${++made}`,
  decision,
  author: 'ana',
  at: `2026-01-01T${at}:00.000Z`,
  reason: 'read it again',
  undoneBy,
});
const of = (one: Event) => decidedEvent('a', one);
const rejected = (one: Event, ...more: [string?, (string | null)?]) =>
  act({ kind: 'reject_event', event: of(one) }, ...more);
const dated = (one: Event, day: string, at?: string) =>
  act(
    {
      kind: 'correct_field',
      event: of(one),
      correction: { field: 'when', value: onDay(day) },
      span: words(40, 'on Friday'),
    },
    at,
  );
const ids = (events: readonly Event[]) => events.map(({ id }) => id);

test('a rejected event does not count and stays visible; accepted later, or undone, it counts', () => {
  const no = rejected(broken);
  const { events, provenance } = countEvents(found, [no]);
  expect(ids(events)).toEqual(['agreed']);
  expect(provenance.get('broken')).toMatchObject({ original: broken, verdict: no });
  const yes = act({ kind: 'accept_event', event: of(broken) }, '11:00');
  expect(ids(countEvents(found, [yes, no]).events)).toEqual(['broken', 'agreed']);
  expect(countEvents(found, [rejected(broken, '10:00', 'another')])).toMatchObject({ events: found });
});

test('a corrected field has the value, its words and who says so; what the machine said is kept', () => {
  const first = dated(broken, '2020-10-10');
  const later = dated(broken, '2020-10-11', '12:00');
  const { events, provenance } = countEvents(found, [later, first]);
  expect(events[0]?.when).toEqual(onDay('2020-10-11'));
  expect(events[0]?.proof).toEqual([
    { field: 'when', state: 'verified', rule: 'corrected-by-person', span: words(40, 'on Friday') },
  ]);
  expect(provenance.get('broken')?.original.when).toBeNull();
  expect(provenance.get('broken')?.corrections.get('when')).toBe(later);
  expect(provenance.get('broken')?.acts).toEqual([first, later]);
});

test('a type takes its step with it, and a truce its terms away', () => {
  const correction = { field: 'type', value: { type: 'attack' } } as const;
  const change = act({ kind: 'correct_field', event: of(broken), correction, span: words(0, 'Armenian') });
  const [first] = countEvents(found, [change]).events;
  expect([first?.type, first?.step]).toEqual(['attack', undefined]);
  const wrong = { field: 'type', value: { type: 'ceasefire' } } as const;
  const unfit = act({ kind: 'correct_field', event: of(broken), correction: wrong, span: words(0, 'A') });
  expect(countEvents(found, [unfit])).toMatchObject({ events: found, unanchored: [unfit] });
});

test('an event that was missed is added, and can be corrected in turn', () => {
  const missed = event('observed', { id: 'person:1', evidence: [words(200, 'it held on Monday')] });
  const added = act({ kind: 'add_event', articleId: 'a', event: missed });
  const change = dated(missed, '2020-10-12', '11:00');
  const { events, provenance } = countEvents(found, [change, added]);
  expect(ids(events)).toEqual(['broken', 'agreed', 'person:1']);
  expect(events[2]?.when).toEqual(onDay('2020-10-12'));
  expect(provenance.get('person:1')).toMatchObject({ addedBy: added, original: missed });
});

test('acts find their events again after a new extraction, and those that find none stay visible', () => {
  const anew = { ...broken, id: 'other', evidence: [words(0, 'Armenian guns opened fire at dawn')] };
  const no = rejected(broken);
  expect(ids(countEvents([anew, agreed], [no]).events)).toEqual(['agreed']);
  const lost = countEvents([agreed], [no]);
  expect([ids(lost.events), lost.unanchored]).toEqual([['agreed'], [no]]);
  expect(ids(countEvents(found, [no]).events)).toEqual(['agreed']);
});

test('the order in which acts arrive changes nothing, even of one instant', () => {
  const acts = [
    rejected(broken),
    act({ kind: 'accept_event', event: of(broken) }),
    dated(broken, '2020-10-10'),
    dated(broken, '2020-10-11'),
    act({ kind: 'move_report', event: of(broken), to: of(agreed) }),
    act({ kind: 'move_report', event: of(broken), to: null }),
  ];
  const { events, pins } = countEvents(found, acts);
  fc.assert(
    fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), (shuffled) => {
      const other = countEvents(found, shuffled);
      expect(other.events).toEqual(events);
      expect(other.pins).toEqual(pins);
    }),
  );
});
