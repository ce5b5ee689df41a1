import { Article, type Event } from '@trucewatch/schema';
import { describe, expect, onTestFinished, test } from 'vitest';
import { extract } from '../extract.ts';
import { bothEngines } from './both-engines.ts';
import { openExtractor } from './open-extractor.ts';
import { openModel } from './open-model.ts';
import { proposed } from './testing/proposed.ts';
import { fails, proposes, type Reply, stubServer } from './testing/stub-server.ts';
import { testClock } from './testing/test-clock.ts';

const told = 'Azerbaijan accused Armenia of shelling the town of Tartar on Saturday.';
const article = Article.parse({
  id: 'a1',
  text: `${told} In Lachin the two foreign ministers sat down together on Friday.`,
  publishedAt: '2020-10-17T22:30:00Z',
});

async function extractor(engine: 'model' | 'both', ...replies: [Reply, ...Reply[]]) {
  const stub = await stubServer(...replies);
  onTestFinished(() => stub.close());
  const model = await openModel({
    url: stub.url,
    name: 'stub',
    fetch,
    clock: testClock(),
    limits: { attempts: 1 },
  });
  return openExtractor(model, engine);
}

describe('both engines', () => {
  test('what both find is one event with both names; where they differ is marked, and the rules’ value stays', async () => {
    const both = await extractor(
      'both',
      proposes(
        proposed({
          quotes: [told],
          type: 'clash',
          initiators: ['Armenia'],
          where: 'Tartar',
          reality: 'future',
        }),
      ),
    );
    const rules = extract(article).events.find((event) => event.type === 'attack') as Event;
    const { events, extractor: name } = await both(article);
    const attack = events.find((event) => event.type === 'attack');
    expect(attack).toMatchObject({ id: rules.id, reality: 'actual', engines: ['rules', 'model'] });
    expect(attack?.disagreements).toEqual(
      expect.arrayContaining([
        { field: 'type', rules: 'attack', model: 'clash' },
        { field: 'reality', rules: 'actual', model: 'future' },
      ]),
    );
    expect(name.name).toBe('trucewatch-both');
  });

  test('what only one finds stays, with its name', async () => {
    const both = await extractor(
      'both',
      proposes(
        proposed({
          quotes: ['In Lachin the two foreign ministers sat down together on Friday.'],
          type: 'displacement',
          where: 'Lachin',
        }),
      ),
    );
    const { events } = await both(article);
    const ours = extract(article).events;
    expect(events.filter((event) => event.engines?.[0] === 'rules').map((event) => event.id)).toEqual(
      ours.map((event) => event.id),
    );
    expect(events.at(-1)).toMatchObject({ type: 'displacement', engines: ['model'] });
  });

  test('a model that fails costs nothing but its own events: the rules’ extraction stays as it is, with a warning', async () => {
    const both = await extractor('both', fails(500));
    const { warnings, ...rest } = await both(article);
    const { warnings: before, ...rules } = extract(article);
    expect(rest).toEqual(rules);
    expect(warnings).toEqual([
      ...before,
      "the language model's server failed (500): these events are from the rules alone",
    ]);
  });

  test('an empty field is filled with what the model proved, and marked', () => {
    const [event] = extract(article).events.filter((one) => one.type === 'attack') as [Event];
    const { where } = event;
    const [joined] = bothEngines([{ ...event, where: null }], [event]);
    expect(joined).toMatchObject({
      where,
      disagreements: [{ field: 'where', rules: null, model: 'Tartar' }],
    });
  });

  test('each side accusing the other stays two events', () => {
    const [event] = extract(article).events.filter((one) => one.type === 'attack') as [Event];
    const [actor] = event.actors as [Event['actors'][0]];
    const swapped = { ...event, id: 'x', actors: [{ ...actor, name: 'Azerbaijan', id: 'country:AZ' }] };
    expect(bothEngines([event], [swapped])).toHaveLength(2);
  });
});

test('the model alone: its proved events and no others; a fault is thrown, for no answer is not no events', async () => {
  const alone = await extractor(
    'model',
    proposes(proposed({ quotes: [told], type: 'attack', where: 'Tartar' })),
  );
  const { events, extractor: name } = await alone(article, { trace: true });
  expect(events).toMatchObject([{ type: 'attack', engines: ['model'], where: { name: 'Tartar' } }]);
  expect(name).toMatchObject({
    name: 'trucewatch-model',
    version: expect.stringMatching(/^0\.\d+\.\d+\+stub\/[0-9a-f]{8}$/),
  });
  const failing = await extractor('model', fails(500));
  await expect(failing(article)).rejects.toMatchObject({ name: 'ModelFault', code: 'unavailable' });
});
