import type { Act, Decision } from '@trucewatch/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { event, onDay, town } from '../testing/story.ts';
import type { Report } from '../told.ts';
import { Story } from './story.ts';

/** Actors whose reading hangs on who else is told of: names within names, ids with and without a war, "the army". */
const actor = fc
  .tuple(
    fc.constantFrom('party', 'initiator', 'recipient', 'mediator'),
    fc.constantFrom(
      'country:UY',
      'Uruguay',
      'group:river-front',
      'group:hill-men',
      'River Front',
      'Upper River Front',
      'Hill Men',
      'the army',
      'the rebels',
      'Government troops',
      'country:AM',
      'country:AZ',
      'Baku',
      'country:TR',
    ),
  )
  .map(([role, who]) => `${role}:${who}`);
const events = fc
  .record({
    step: fc.constantFrom('agreed', 'violated', 'collapsed', 'clash', 'attack', 'statement'),
    actors: fc.array(actor, { maxLength: 3 }),
    by: fc.subarray(['River Front', 'Uruguay', 'the army'], { maxLength: 1 }),
    when: fc.constantFrom(null, onDay('2020-09-10'), onDay('2020-09-25')),
    where: fc.constantFrom(null, town('Salto', 'UY'), town('River Front', 'AR')),
  })
  .map(({ step, ...telling }) =>
    step === 'agreed' || step === 'violated' || step === 'collapsed'
      ? event(step, telling)
      : event(null, { type: step, ...telling }),
  );
const article = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 40 }), fc.array(events, { maxLength: 4 })).map(
  ([id, day, told]): Report => ({
    article: { id: `x${id}`, publishedAt: new Date(Date.UTC(2020, 8, 1 + day)).toISOString() },
    events: told.map((one, index) => ({ ...one, id: `x${id}-${index}` })),
  }),
);
const decisions = fc.constantFrom<Decision>(
  { kind: 'merge_conflict', conflictId: 'provisional:uy--river-front', into: 'provisional:uy--hill-men' },
  { kind: 'merge_conflict', conflictId: 'provisional:uy--hill-men', into: 'nagorno-karabakh' },
  { kind: 'name_conflict', conflictId: 'provisional:uy--river-front', name: 'War of the river' },
);
const acts = fc.subarray([0, 1, 2]).chain((chosen) =>
  fc.tuple(...chosen.map(() => decisions)).map((all) =>
    all.map(
      (decision, index): Act => ({
        id: `act ${index}`,
        decision,
        author: 'ana',
        at: `2026-01-01T1${index}:00:00.000Z`,
        reason: 'read it again',
        undoneBy: null,
      }),
    ),
  ),
);
const batches = fc.array(fc.array(article, { minLength: 1, maxLength: 4 }), { maxLength: 8 });

const shown = (story: Story) =>
  story.conflictIds().map((id) => ({
    conflict: story.conflict(id),
    happenings: story.happenings(id)?.happenings(),
  }));

test('whatever was told before, each article ends up under the wars that all of them make of it', () => {
  fc.assert(
    fc.property(batches, acts, fc.nat({ max: 8 }), (all, decided, after) => {
      const grown = new Story();
      const last = new Map<string, Report>();
      for (const [index, batch] of all.entries()) {
        if (index === after) grown.decide(decided);
        grown.replace(...batch);
        for (const report of batch) last.set(report.article.id, report);
      }
      grown.decide(decided);
      const fresh = new Story();
      fresh.decide(decided);
      for (const report of last.values()) fresh.replace(report);
      const whole = new Story();
      whole.decide(decided);
      whole.replace(...last.values());
      expect(shown(grown)).toEqual(shown(whole));
      expect(shown(fresh)).toEqual(shown(whole));
      const known = Date.UTC(2020, 8, 1 + after * 5, 12);
      const then = new Story({ asKnownAt: known });
      then.decide(decided);
      then.replace(...last.values());
      for (const id of whole.conflictIds()) {
        const status = then.statusAt(id, known);
        expect(whole.statusAt(id, known, known)).toEqual(status);
        expect(grown.statusAt(id, known, known)).toEqual(status);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
