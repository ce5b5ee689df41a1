import { type Act, type Decision, type Event, isOf } from '@trucewatch/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidedEvent } from '../happenings/find-decided.ts';
import { Story } from '../story/story.ts';
import { Survey } from '../story/survey.ts';
import { autumnStory, event } from '../testing/story.ts';
import type { Report } from '../told.ts';
import { countReport } from './count-report.ts';

const strangers = ['party:group:lions', 'party:group:hill-men'];
/** The autumn, and a war that no file knows. */
const reports: Report[] = [
  ...autumnStory(),
  {
    article: { id: 'hills', publishedAt: '2020-10-12T00:00:00Z', source: 'Hill Post' },
    events: [event(null, { type: 'clash', actors: strangers }), event('agreed', { actors: strangers })],
  },
];
const told = reports.flatMap(({ article, events }) => events.map((one) => decidedEvent(article.id, one)));
const strange = 'provisional:hill-men--lions';
const ids = reports.map(({ article }) => article.id);

const one = fc.constantFrom(...told);
const decisions: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constantFrom('accept_event' as const, 'reject_event' as const), event: one }),
  fc.record({ kind: fc.constant('move_report' as const), event: one, to: fc.option(one) }),
  fc.record({
    kind: fc.constantFrom('join' as const, 'split' as const),
    events: fc.shuffledSubarray(told, { minLength: 2, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('correct_article' as const),
    articleId: fc.constantFrom(...ids),
    replaces: fc.constantFrom(...ids),
  }),
  fc.record({
    kind: fc.constant('withdraw_article' as const),
    articleId: fc.constantFrom(...ids),
    from: fc.constantFrom(true as const, '2020-10-20'),
  }),
  fc.constantFrom<Decision>(
    { kind: 'name_conflict', conflictId: strange, name: 'War of the hills' },
    { kind: 'merge_conflict', conflictId: strange, into: 'nagorno-karabakh' },
    { kind: 'mute_publisher', publisher: 'hill post' },
  ),
);
/** Acts of a few instants, some undone. */
const acts = fc
  .array(fc.tuple(decisions, fc.integer({ min: 10, max: 13 }), fc.boolean()), { maxLength: 8 })
  .map((all) =>
    all.map(
      ([decision, hour, isUndone], index): Act => ({
        id: `act ${index}`,
        decision,
        author: 'ana',
        at: `2026-01-01T${hour}:00:00.000Z`,
        reason: 'read it again',
        undoneBy: isUndone ? `undo ${index}` : null,
      }),
    ),
  );

const counted = (report: Report, all: readonly Act[]) => countReport(report, all).report;
const wide = (all: readonly Act[]) =>
  all.filter((act) => act.undoneBy === null && isOf(act, 'join', 'split', 'name_conflict', 'merge_conflict'));
const shown = (story: Story) =>
  story.conflictIds().map((id) => ({
    conflict: story.conflict(id),
    happenings: story.happenings(id)?.happenings(),
  }));

function atOnce(all: readonly Act[]) {
  const story = new Story();
  story.decide(wide(all));
  story.add(reports.map((report) => counted(report, all)));
  return shown(story);
}

async function surveyed(all: readonly Act[]) {
  const own = new Map(reports.map((report) => [report.article.id, counted(report, all)]));
  const correctors = [...own.values()].flatMap(({ article }) => (article.replaces ? [article] : []));
  const survey = new Survey(wide(all), correctors);
  for (const report of own.values()) survey.see(report);
  for (const id of survey.unsettled()) survey.seeAgain(own.get(id) as Report);
  const folded = [];
  for (const [id, articles] of survey.articles()) {
    const found = await survey.fold(
      id,
      articles.map((article) => own.get(article) as Report),
    );
    if (found) folded.push({ conflict: found.conflict, happenings: found.happenings.happenings() });
  }
  return folded;
}

test('taken in one by one, undone ones first counted and then not, acts leave what all at once would', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.infiniteStream(fc.nat({ max: 20 })), async (all, lots) => {
      const story = new Story();
      for (const report of reports) story.replace(counted(report, []));
      const order = all.map((act) => ({ act, lot: lots.next().value })).sort((a, b) => a.lot - b.lot);
      const known: Act[] = [];
      const takeIn = () => {
        story.decide(wide(known));
        for (const report of reports) story.replace(counted(report, known));
      };
      for (const { act } of order) {
        known.push({ ...act, undoneBy: null });
        takeIn();
      }
      for (const [place, { id }] of known.entries()) {
        known[place] = all.find((act) => act.id === id) as Act;
      }
      takeIn();
      expect(shown(story)).toEqual(atOnce(all));
      expect(await surveyed(all)).toEqual(atOnce(all));
    }),
    { numRuns: 60 },
  );
});

const autumn = () => {
  const first = (id: string) => reports.find(({ article }) => article.id === id)?.events[0] as Event;
  return { violated: first('accusations'), washington: first('washington') };
};
const decided = (decision: Decision): Act[] => [
  { id: '1', decision, author: 'ana', at: '2026-01-01T10:00:00.000Z', reason: 'so it is', undoneBy: null },
];
const truces = (all: readonly Act[], of: Event) => {
  const conflict = atOnce(all).find(({ conflict }) => conflict?.id === 'nagorno-karabakh')?.conflict;
  const cites = ({ because }: { because: { eventId: string }[] }) =>
    because.some(({ eventId }) => eventId === of.id);
  return {
    in: conflict?.ceasefires.filter(cites).map(({ id }) => id),
    undecided: cites({ because: conflict?.undecided ?? [] }),
  };
};

test('a report is moved to the ceasefire of another report, or to none, where it stays visible', () => {
  const { violated, washington } = autumn();
  const target = truces([], washington).in;
  expect(truces([], violated).in).not.toEqual(target);
  const move = { kind: 'move_report', event: decidedEvent('accusations', violated) } as const;
  const to = decidedEvent('washington', washington);
  // The truce was made two weeks after: what is told of it before it began cannot move its status.
  expect(truces(decided({ ...move, to }), violated)).toEqual({ in: target, undecided: false });
  expect(truces(decided({ ...move, to: null }), violated)).toEqual({ in: [], undecided: true });
});

test('a provisional conflict gets its name, or becomes part of another', () => {
  const names = (all: Act[]) => atOnce(all).map(({ conflict }) => [conflict?.id, conflict?.name]);
  expect(
    names(decided({ kind: 'name_conflict', conflictId: strange, name: 'War of the hills' })),
  ).toContainEqual([strange, 'War of the hills']);
  const merged = decided({ kind: 'merge_conflict', conflictId: strange, into: 'nagorno-karabakh' });
  expect(names(merged).map(([id]) => id)).toEqual(['nagorno-karabakh']);
});
