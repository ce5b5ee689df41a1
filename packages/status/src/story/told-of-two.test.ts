import { expect, test } from 'vitest';
import { autumnStory, event, moment, report } from '../testing/story.ts';
import { timeline } from '../timeline.ts';
import { Story } from './story.ts';

test('one event that tells of two truces is folded once for each, also when what is known of them changes', () => {
  const collapsed = event('collapsed', {
    when: moment('2020-09-25T01:00:00Z'),
    ceasefireRefs: ['a', 'b'],
  });
  const agreed = event('agreed', { effectiveAt: moment('2020-10-08T14:00:00Z', '2020-10-09T14:00:00Z') });
  const early = report('early', '2020-09-25T00:00:00Z', agreed, collapsed);
  const [outbreak, appeal, moscow] = autumnStory();
  if (!outbreak || !appeal || !moscow) throw new Error('the story is shorter');
  const story = new Story();
  story.add([appeal, early]);
  story.timeline();
  story.add([outbreak]);
  story.timeline();
  story.remove('early');
  story.timeline();
  story.replace(moscow, early);
  expect(story.timeline()).toEqual(timeline([outbreak, appeal, moscow, early]));
});
