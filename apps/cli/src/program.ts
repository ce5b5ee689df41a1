import { Command, CommanderError, Option } from 'commander';
import { instant, seconds } from './option-values.ts';
import { note } from './output.ts';
import { messageOf, Problem } from './problem.ts';

/**
 * Runs the command line. Each command's code is imported only when it is called: `extract` must not wait for database drivers.
 * @returns the exit status
 */
export async function run(argv: string[]): Promise<number> {
  let exit = 0;
  const program = commandLine((status) => {
    exit = status;
  });
  try {
    await program.parseAsync(argv);
    return exit;
  } catch (error) {
    // Commander has already said what was wrong, or was only asked for help.
    if (error instanceof CommanderError) return error.exitCode;
    note(error instanceof Problem ? error.message : `trucewatch failed: ${messageOf(error)}`);
    return 1;
  }
}

function commandLine(end: (status: number) => void): Command {
  const program = new Command('trucewatch')
    .description('Follows ceasefires in the news. Each command explains itself: trucewatch COMMAND --help')
    .exitOverride()
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: false });

  program
    .command('extract')
    .description('article lines → events, each with the sentence that says it; needs no server')
    .addOption(new Option('--input <file>', 'read JSON Lines from a file instead of standard input'))
    .option('--mentions', 'also list every place, time, actor and count recognised')
    .addOption(
      new Option(
        '--text <file>',
        'read one article as plain text, for a person (- is standard input)',
      ).conflicts('input'),
    )
    .option('--title <title>', 'with --text: its headline')
    .option('--published-at <instant>', 'with --text: when it was published', instant)
    .option('--pretty', 'with --text: print a readable chronicle')
    .option('--trace', 'with --text: also say which rules fired and why a candidate was dropped')
    .addOption(engineOption())
    .option('--model-cache <folder>', "where the language model's answers are kept", modelCache)
    .addHelpText('after', extractHelp + engineHelp)
    .action(async (options, command: Command) => {
      const { text, ...one } = options;
      if (text === undefined) {
        for (const name of ['title', 'publishedAt', 'pretty', 'trace']) {
          if (options[name] !== undefined) command.error(`error: ${flag(name)} goes with --text FILE`);
        }
        return end(await (await import('./commands/extract.ts')).extractCommand(options));
      }
      end(await (await import('./commands/extract-text.ts')).extractTextCommand(text, one));
    });

  program
    .command('timeline')
    .description('article lines → the ceasefires and the status over time they tell of; needs no server')
    .option('--input <file>', 'read JSON Lines from a file instead of standard input')
    .option('--as-known-at <instant>', 'ignore articles published later', instant)
    .option('--until <instant>', 'end the timeline here', instant)
    .addOption(
      new Option('--format <format>', 'json for programs, text for a person')
        .choices(['json', 'text'])
        .default('json'),
    )
    .option('--explain', 'a chronicle with the sentences that prove each step (the format text)')
    .option('--pretty', 'indent the JSON')
    .addOption(engineOption())
    .option('--model-cache <folder>', "where the language model's answers are kept", modelCache)
    .addHelpText('after', timelineHelp + engineHelp)
    .action(async (options) => end(await (await import('./commands/timeline.ts')).timelineCommand(options)));

  program
    .command('parse')
    .description(
      'article lines → trees of their sentences in CoNLL-U (Universal Dependencies); needs no server',
    )
    .option('--input <file>', 'read JSON Lines from a file instead of standard input')
    .addHelpText('after', parseHelp)
    .action(async (options) => end(await (await import('./commands/parse.ts')).parseCommand(options)));

  program
    .command('submit')
    .description('put articles into the database and have their events extracted')
    .argument('[file...]', 'files of articles, and folders of such files')
    .option('--input <file>', 'one more file', (file: string, before: string[]) => [...before, file], [])
    .option('--if-empty', 'do nothing when the database holds articles already')
    .option('--wait', 'wait until each is extracted or has failed')
    .addOption(
      new Option('--patience <seconds>', 'with --wait: give up when nothing has happened for so long')
        .argParser(seconds)
        .default(120),
    )
    .option('--published-at <instant>', 'when the .txt articles were published', instant)
    .option('--source <name>', 'who published the .txt articles')
    .addHelpText('after', submitHelp)
    .action(async (files: string[], options) =>
      end(await (await import('./commands/submit.ts')).submitCommand([...files, ...options.input], options)),
    );

  program
    .command('status')
    .description('say whether the database answers, what is waiting and what failed')
    .option('--json', 'as one JSON document')
    .action(async (options) => end(await (await import('./commands/status.ts')).statusCommand(options)));

  program
    .command('replay')
    .description('make happenings, ceasefires and status anew from the stored events; say what differed')
    .addHelpText('after', replayHelp)
    .action(async () => end(await (await import('./commands/replay.ts')).replayCommand()));

  program
    .command('reextract')
    .description(
      'read articles anew with the extractor of the workers and say what differs; nothing counts yet',
    )
    .option('--all', 'all articles that were read')
    .option('--conflict <id>', 'those that tell of a conflict')
    .option('--source <name>', 'those of a publisher')
    .option('--dry-run', 'only say how many articles it would be')
    .addOption(
      new Option('--patience <seconds>', 'give up waiting when nothing has happened for so long')
        .argParser(seconds)
        .default(120),
    )
    .addHelpText('after', reextractHelp)
    .action(async (options) =>
      end(await (await import('./commands/reextract.ts')).reextractCommand(options)),
    );

  program
    .command('migrate')
    .description("bring the database's tables up to date; safe to run again")
    .action(async () => end(await (await import('./commands/migrate.ts')).migrateCommand()));

  program
    .command('operator-link')
    .description('print a one-time link with which the first operator signs up')
    .requiredOption('--origin <url>', "the dashboard's address, such as http://localhost:3000")
    .addOption(
      new Option('--role <role>', 'what the new person may do')
        .choices(['viewer', 'operator', 'reviewer', 'admin'])
        .default('operator'),
    )
    .option('--another', 'make a link although there is an operator')
    .action(async (options) =>
      end(await (await import('./commands/operator-link.ts')).operatorLinkCommand(options)),
    );

  return program;
}

/** Beside the logs and downloads of the tools, where git does not look. */
const modelCache = '.cache/model';

function engineOption(): Option {
  return new Option('--engine <engine>', 'what reads the articles')
    .choices(['rules', 'model', 'both'])
    .default('rules');
}

function flag(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

const extractHelp = `
Input, one article a line:   {"id":"a1","text":"…","title":"…","publishedAt":"2020-10-17T22:30:00Z"}
Output, one line for each:   {"articleId":"a1","extractor":{…},"events":[…],"warnings":[…]}
A line that is no article gives {"articleId":…,"error":{"code":…,"message":…}}; the exit status is then 1.
Blank lines are passed over.

  trucewatch extract < articles.jsonl > events.jsonl
  trucewatch extract --text article.txt --published-at 2020-10-17T22:30:00Z --pretty`;

const timelineHelp = `
Reads the same lines as extract and writes one JSON document. A line that is no article is named on
standard error and left out; the exit status is then 1. A bare date means the end of that day in UTC.

A line may also hold replaces (the id of the article that it corrects), withdrawn (an instant, or true), and family and
agency of its publisher.

  trucewatch timeline --as-known-at 2020-10-12 --pretty < articles.jsonl
  trucewatch timeline --explain --input articles.jsonl`;

const engineHelp = `

The engines model and both send each article to the language model that the environment names, and to nobody else:
  MODEL_URL=http://127.0.0.1:11434/v1 MODEL_NAME=… [MODEL_API_KEY=…] [MODEL_SECONDS=…] [MODEL_CALLS=…] [MODEL_TOKENS=…]
What it proposes counts only where the article's own sentences prove it.`;

const parseHelp = `
Reads lines {"id":"a1","text":"…"}. Sentences are numbered a1-1, a1-2, …; a line that is no article is named on
standard error and left out; the exit status is then 1.

  echo '{"id":"a1","text":"Rebels shelled the town."}' | trucewatch parse`;

const replayHelp = `
What is derived from the events is kept in the database beside them, up to date by the worker. This makes all of it
anew, conflict by conflict, while everything else goes on; run it after an update, or to be sure. Run again it finds
nothing to change. Nothing else is touched: articles, events and people stay as they are.`;

const reextractHelp = `
The workers read them, after whatever is new; the run goes on when this command is stopped. What differs is kept beside what
counts until a reviewer accepts or refuses it on the dashboard, as a whole or article by article.

  trucewatch reextract --conflict nagorno-karabakh --dry-run
  trucewatch reextract --all`;

const submitHelp = `
By the ending of its name a file is read as
  .txt .html         one article; a page that a browser saved is cleaned
  .jsonl             one article a line, as for extract; its ids are kept
  .json .csv         a list of articles; columns are named text, title, publishedAt, source, url, language
  .zip               any of these
A name without an ending, and - for standard input, are JSON Lines. News agencies' ninjs items are known in .json and .jsonl;
canceled ones take their article back. Of a folder all such files are read.
A line may also hold replaces (the id of the article that it corrects) and withdrawn (an instant, or true).
The same text again is a duplicate: it is named and changes nothing.
The exit status is 1 when an article was refused or its extraction failed.
Needs the database: the one of a running npm start, or DATABASE_URL (and REDIS_URL where the queue is Redis).`;
