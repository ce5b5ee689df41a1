import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autumnStory, event } from '../testing/story.ts';
import type { Report } from '../told.ts';
import { Story } from './story.ts';
import { Survey } from './survey.ts';

/** What a survey makes of the reports, shown to it as a database shows them. */
async function surveyed(reports: readonly Report[]) {
  const survey = new Survey();
  const byId = new Map(reports.map((report) => [report.article.id, report]));
  for (const report of reports) survey.see(report);
  for (const id of survey.unsettled()) survey.seeAgain(byId.get(id) as Report);
  const folded = [];
  for (const [id, articles] of survey.articles()) {
    const one = await survey.fold(
      id,
      articles.map((article) => byId.get(article) as Report),
    );
    if (one) folded.push({ ...one, happenings: one.happenings.happenings() });
  }
  return folded;
}

function grown(reports: readonly Report[]) {
  const story = new Story();
  for (const report of reports) story.add([report]);
  return story.conflictIds().map((id) => ({
    conflict: story.conflict(id),
    happenings: story.happenings(id)?.happenings(),
  }));
}

const actors = fc.constantFrom(
  ['initiator:country:AM', 'recipient:country:AZ'],
  ['initiator:country:AM'],
  ['party:group:lions', 'party:group:hill-men'],
  ['initiator:group:lions', 'recipient:country:AM'],
  ['party:country:SD', 'party:group:lions'],
);
const events = fc
  .tuple(fc.constantFrom('violated', 'agreed', 'clash', 'attack'), actors)
  .map(([step, who]) =>
    step === 'clash' || step === 'attack'
      ? event(null, { type: step, actors: [...who] })
      : event(step, { actors: [...who] }),
  );
const reports = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.array(events, { maxLength: 4 })), { maxLength: 10 })
  .map((articles): Report[] => [
    ...articles.map(([day, told], index) => ({
      article: { id: `x${index}`, publishedAt: new Date(Date.UTC(2020, 8, 1 + day)).toISOString() },
      events: told.map((one, number) => ({ ...one, id: `${one.id}-${number}` })),
    })),
    ...autumnStory().slice(0, 4),
  ]);

test('a survey makes the same conflicts and happenings as a story that keeps everything', async () => {
  await fc.assert(
    fc.asyncProperty(reports, async (told) => {
      expect(await surveyed(told)).toEqual(grown(told));
    }),
  );
});

test('one conflict does not change by what is told of another', () => {
  const story = new Story();
  story.add(autumnStory());
  const [id = ''] = story.conflictIds();
  const before = story.conflict(id);
  const later = event(null, { type: 'clash', actors: ['party:group:lions', 'party:group:hill-men'] });
  const touched = story.add([
    { article: { id: 'far', publishedAt: '2023-01-01T00:00:00Z' }, events: [later] },
  ]);
  expect(story.conflictIds()).toHaveLength(2);
  expect([...touched]).not.toContain(id);
  expect(story.conflict(id)).toEqual(before);
});
