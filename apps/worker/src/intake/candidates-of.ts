import { type Fetched, FetchRefused } from '@trucewatch/ingest/fetch';
import { type Candidate, readFile } from '@trucewatch/ingest/files';
import { Unreadable } from '@trucewatch/ingest/reading';
import type { Intake } from '@trucewatch/store';
import type { IntakeTools } from './read-intake.ts';

type Found = { found: AsyncIterable<Candidate> | Iterable<Candidate> } | { refused: string };

/** Words from which on what a feed holds of an article is worth reading where the page itself may not be read. */
const wordsEnough = 60;

/**
 * What is in the thing handed in.
 * @param isLast no further attempt follows: what may pass is a refusal now
 * @throws FetchRefused that may pass, so that it is tried again
 */
export async function candidatesOf(
  intake: Intake,
  { store, fetcher, reading }: IntakeTools,
  isLast: boolean,
  signal: AbortSignal,
): Promise<Found> {
  if (intake.cameBy === 'file' || intake.cameBy === 'command_line') {
    const bytes = await store.intakes.content(intake.id);
    if (!bytes) return { refused: 'What was handed in is not there any more: hand it in again.' };
    return { found: readFile({ name: intake.name, bytes }, { readPage: (page) => reading.page(page) }) };
  }
  if (!/^https?:/i.test(intake.name))
    return ownWords(intake, 'The feed gives no address for it, and hardly any text.');
  try {
    const page = await fetcher.fetch(intake.name, { signal });
    return { found: [await pageCandidate(intake, page, reading)] };
  } catch (error) {
    if (error instanceof Unreadable) return ownWords(intake, error.message);
    if (!(error instanceof FetchRefused)) throw error;
    if (error.isTemporary && !isLast) throw error;
    return ownWords(intake, error.message);
  }
}

async function pageCandidate(
  { name }: Intake,
  { bytes, contentType, address }: Fetched,
  reading: IntakeTools['reading'],
): Promise<Candidate> {
  const kind = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (kind === 'text/plain')
    return { place: name, article: { text: new TextDecoder().decode(bytes), url: address, origin: address } };
  if (kind !== '' && !/html|xml/.test(kind))
    throw new Unreadable(
      `There is no page at this address but a file (${kind.slice(0, 60)}): hand in the text of the article.`,
    );
  return { place: name, article: await reading.page(bytes, { address, contentType }) };
}

/** What the feed itself holds, where there is enough of it. */
function ownWords({ name, given }: Intake, why: string): Found {
  const words = given.text?.match(/\S+/g)?.length ?? 0;
  if (words < wordsEnough) return { refused: why };
  const isAddress = /^https?:/i.test(name);
  return {
    found: [
      { place: name, article: { text: given.text ?? '', ...(isAddress && { url: name, origin: name }) } },
    ],
  };
}
