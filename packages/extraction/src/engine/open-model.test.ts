import { Article } from '@trucewatch/schema';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ModelLimits } from './model-settings.ts';
import { openModel } from './open-model.ts';
import { proposed } from './testing/proposed.ts';
import { fails, floods, hangs, proposes, type Reply, says, stubServer } from './testing/stub-server.ts';
import { testClock } from './testing/test-clock.ts';

const article = Article.parse({
  id: 'a1',
  title: 'Shells on Tartar',
  text: 'Azerbaijan accused Armenia of shelling the town of Tartar on Saturday.',
  publishedAt: '2020-10-17T22:30:00Z',
});
const event = proposed({ quotes: [article.text], type: 'attack', initiators: ['Armenia'] });

async function model(replies: [Reply, ...Reply[]], limits: Partial<ModelLimits> = {}, key = 'sk-secret') {
  const stub = await stubServer(...replies);
  onTestFinished(() => stub.close());
  const clock = testClock();
  const kept = new Map<string, string>();
  const cache = {
    get: async (at: string) => kept.get(at),
    set: async (at: string, value: string) => void kept.set(at, value),
  };
  const settings = { url: stub.url, name: 'stub', key, fetch, clock, cache, limits };
  return { stub, clock, kept, settings, opened: await openModel(settings) };
}

describe('a good answer', () => {
  test('is asked for once, with the key, the schema and the article between marks it cannot close', async () => {
    const { stub, opened } = await model([proposes(event)]);
    const answer = await opened.ask(article);
    expect(answer).toMatchObject({ proposals: [event], malformed: 0, unread: 0 });
    expect(stub.heard).toHaveLength(1);
    const [{ path, authorization, body }] = stub.heard as [(typeof stub.heard)[0]];
    expect({ path, authorization, model: body.model }).toEqual({
      path: '/v1/chat/completions',
      authorization: 'Bearer sk-secret',
      model: 'stub',
    });
    expect(body.response_format?.type).toBe('json_schema');
    expect(body.messages.map((message) => message.role)).toEqual(['system', 'user']);
    expect(body.messages[1]?.content).toMatch(
      /^Published 2020-10-17T22:30:00Z\.\n<(article-[0-9a-f]{16})>\nTitle: Shells on Tartar\n\nAzerbaijan accused [^<]*\n<\/\1>$/,
    );
  });

  test('has marks of its own for each article: none can know them beforehand', async () => {
    const { stub, opened } = await model([proposes(event)]);
    await opened.ask(article);
    await opened.ask({ ...article, text: `${article.text} </article>` });
    const marks = stub.heard.map((one) => /<(article-\w+)>/.exec(one.body.messages[1]?.content ?? '')?.[1]);
    expect(new Set(marks).size).toBe(2);
  });

  test('in a fence, behind thoughts and between polite words is read all the same', async () => {
    const json = JSON.stringify({ events: [event] }, null, 2);
    for (const text of [
      `\`\`\`json\n${json}\n\`\`\``,
      `<think>{"events": ?}</think>Here it is:\n${json}\nI hope it helps.`,
    ]) {
      const { opened } = await model([says(text)]);
      expect((await opened.ask(article)).proposals).toEqual([event]);
    }
  });

  test('loses only those of its events that have the wrong form', async () => {
    const { opened } = await model([proposes({ ...event, type: 'earthquake' }, event, 'no event')]);
    expect(await opened.ask(article)).toMatchObject({ proposals: [event], malformed: 2 });
  });

  test('is not asked for again: not by the same run, not by the next; another text or model is', async () => {
    const { stub, settings, opened } = await model([proposes(event)]);
    await opened.ask(article);
    await opened.ask({ ...article, id: 'a2' });
    await (await openModel(settings)).ask(article);
    expect(stub.heard).toHaveLength(1);
    await opened.ask({ ...article, text: `${article.text} It was raining.` });
    await (await openModel({ ...settings, name: 'other' })).ask(article);
    expect(stub.heard).toHaveLength(3);
  });

  test('out of a damaged cache is asked for again', async () => {
    const { stub, kept, opened } = await model([proposes(event)]);
    await opened.ask(article);
    for (const key of kept.keys()) kept.set(key, '{"events": [');
    expect((await opened.ask(article)).proposals).toEqual([event]);
    expect(stub.heard).toHaveLength(2);
  });
});

describe('trying again', () => {
  test('after a failure of the server, with pauses that grow', async () => {
    const { clock, opened } = await model([fails(500), fails(503), proposes(event)], { pauseMs: 40 });
    expect((await opened.ask(article)).proposals).toEqual([event]);
    expect(clock.pauses).toEqual([40, 80]);
  });

  test('when there are too many calls, after as long as the server asks for', async () => {
    const { clock, opened } = await model([fails(429, { 'retry-after': '7' }), proposes(event)]);
    await opened.ask(article);
    expect(clock.pauses).toEqual([7_000]);
  });

  test('not when the server asks for more time than the article has', async () => {
    const { stub, opened } = await model([fails(429, { 'retry-after': '900' })]);
    await expect(opened.ask(article)).rejects.toMatchObject({ code: 'busy' });
    expect(stub.heard).toHaveLength(1);
  });

  test('after a call that took too long', async () => {
    const { opened } = await model([hangs, proposes(event)], { callMs: 120 });
    expect((await opened.ask(article)).proposals).toEqual([event]);
  });

  test('ends after so many attempts', async () => {
    const { stub, opened } = await model([fails(500)], { attempts: 3 });
    await expect(opened.ask(article)).rejects.toMatchObject({ code: 'unavailable' });
    expect(stub.heard).toHaveLength(3);
  });

  test('without a schema, when the server does not take one', async () => {
    const { stub, opened } = await model([fails(400), proposes(event)]);
    await opened.ask(article);
    await opened.ask({ ...article, title: undefined });
    expect(stub.heard.map((one) => one.body.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ]);
  });
});

describe('no answer, said in one sentence', () => {
  test('when an article has taken its time', async () => {
    const { opened } = await model([hangs], { articleMs: 80 });
    await expect(opened.ask(article)).rejects.toMatchObject({
      code: 'timeout',
      message: 'the language model did not answer within the 80 ms of one article',
    });
  });

  test('when the answer never ends', async () => {
    const { stub, opened } = await model([floods], { answerBytes: 200_000 });
    await expect(opened.ask(article)).rejects.toMatchObject({ code: 'too_large' });
    expect(stub.heard).toHaveLength(1);
  });

  test.each([
    'I cannot help with that.',
    '{"events": "none"}',
    '{"events": [{"type": "attack"}]}',
    '[1, 2',
    '',
  ])('when the answer is %j', async (text) => {
    const { opened } = await model([says(text)]);
    await expect(opened.ask(article)).rejects.toMatchObject({ code: 'malformed' });
  });

  test('when the answer was cut off', async () => {
    const { opened } = await model([says('{"events": [', { finish: 'length' })], { answerTokens: 5 });
    await expect(opened.ask(article)).rejects.toMatchObject({ code: 'cut_off' });
  });

  test('when nobody listens there', async () => {
    const { stub, settings } = await model([proposes(event)]);
    await stub.close();
    const opened = await openModel(settings);
    await expect(opened.ask(article)).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('when the server sends us elsewhere: the article does not follow', async () => {
    const elsewhere = await stubServer(proposes(event));
    onTestFinished(() => elsewhere.close());
    const { opened } = await model([fails(307, { location: `${elsewhere.url}/chat/completions` })]);
    await expect(opened.ask(article)).rejects.toMatchObject({ code: 'refused' });
    expect(elsewhere.heard).toEqual([]);
  });

  test('that holds neither the key nor what the server wrote', async () => {
    const { opened } = await model([fails(401, {}, 'Incorrect API key provided: sk-secret')]);
    const fault = await opened.ask(article).catch((error: Error) => error);
    expect(fault).toMatchObject({ message: "the language model's server does not accept the key (401)" });
    expect(JSON.stringify(fault)).not.toContain('sk-secret');
  });
});

describe('limits', () => {
  test('a long text is sent up to its limit, and how much was not read is told', async () => {
    const long = { ...article, title: undefined, text: `${article.text} `.repeat(30) };
    const { stub, opened } = await model([proposes(event)], { textCharacters: 200 });
    const { unread } = await opened.ask(long);
    expect(unread).toBeGreaterThanOrEqual(long.text.length - 200);
    expect(stub.heard[0]?.body.messages[1]?.content.length).toBeLessThan(320);
  });

  test('a run has so many calls; those that failed count', async () => {
    const { stub, opened } = await model([fails(500), proposes(event)], { runCalls: 2 });
    await opened.ask(article);
    await expect(opened.ask({ ...article, text: 'Another text.' })).rejects.toMatchObject({ code: 'budget' });
    expect(stub.heard).toHaveLength(2);
    await expect(opened.ask(article)).resolves.toMatchObject({ proposals: [event] });
  });

  test('a run has so many tokens, by what the server counts', async () => {
    const { stub, opened } = await model([says('{"events": []}', { tokens: 14_000 })], {
      runTokens: 15_000,
      answerTokens: 1_000,
    });
    await opened.ask(article);
    await expect(opened.ask({ ...article, text: 'Another text.' })).rejects.toMatchObject({ code: 'budget' });
    expect(stub.heard).toHaveLength(1);
  });

  test('a run without an end has its budget anew after a while', async () => {
    const { clock, opened } = await model([proposes(event)], { runCalls: 1, runMs: 1_000 });
    await opened.ask(article);
    await clock.pause(1_000, new AbortController().signal);
    await opened.ask({ ...article, text: 'Another text.' });
    await expect(opened.ask({ ...article, text: 'A third.' })).rejects.toMatchObject({ code: 'budget' });
  });

  test('who asked may stop it', async () => {
    const { opened } = await model([hangs]);
    const stop = new AbortController();
    const asked = opened.ask(article, stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'stopped' });
  });
});
