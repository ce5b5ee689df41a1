import { parseArgs } from 'node:util';
import { readStory, storyFiles } from './read-stories.ts';
import { scoreStory } from './score.ts';
import { scorecard, scorecardData } from './scorecard.ts';

const { values } = parseArgs({
  options: {
    stories: { type: 'boolean' },
    misses: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const stories = storyFiles()
  .map(readStory)
  .filter(({ id }) => id.includes(values.only));
const scores = stories.map((story) => ({ id: story.id, checks: scoreStory(story) }));
process.stdout.write(
  values.json
    ? `${JSON.stringify(scorecardData(scores))}\n`
    : `${scorecard(scores, values.misses).join('\n')}\n`,
);
