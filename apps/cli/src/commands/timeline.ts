import { type Report, timeline } from '@trucewatch/status';
import { readStory } from '../article-lines.ts';
import { type EngineOptions, openEngine } from '../engine.ts';
import { note, write } from '../output.ts';
import { messageOf } from '../problem.ts';
import { progress } from '../progress.ts';
import { storyChronicle } from '../story-chronicle.ts';

export interface TimelineOptions extends EngineOptions {
  input?: string;
  asKnownAt?: string;
  until?: string;
  pretty?: boolean;
  format?: 'json' | 'text';
  /** The same as the format text. */
  explain?: boolean;
}

/**
 * Article lines in, one document out, for programs or for a person: the ceasefires and the status over time that they tell of together.
 * A bad line is named on standard error and left out.
 * @returns the exit status: 1 when a line was left out
 */
export async function timelineCommand(options: TimelineOptions): Promise<number> {
  const engine = await openEngine(options, (why) => note(why));
  const reports: Report[] = [];
  const leftOut = (line: number, why: string): void => note(`Line ${line} is left out. ${why}`);
  const watch = progress('articles');
  let exit = 0;
  for await (const line of readStory(options.input)) {
    watch.count();
    if ('failure' in line) {
      exit = 1;
      leftOut(line.number, line.failure.error.message);
      continue;
    }
    const { id, publishedAt, source, family, agency, replaces, withdrawn } = line.article;
    try {
      // The text is not kept: a timeline needs the events alone.
      const article = { id, publishedAt, source, family, agency, replaces, withdrawn };
      reports.push({ article, events: (await engine(line.article)).events });
    } catch (error) {
      exit = 1;
      leftOut(line.number, `The extraction of ${id} failed: ${messageOf(error)}`);
    }
  }
  watch.end();
  const document = timeline(reports, { asKnownAt: options.asKnownAt, until: options.until });
  const isText = options.explain || options.format === 'text';
  await write(
    isText
      ? `${storyChronicle(document, reports)}\n`
      : `${JSON.stringify(document, null, options.pretty ? 2 : undefined)}\n`,
  );
  return exit;
}
