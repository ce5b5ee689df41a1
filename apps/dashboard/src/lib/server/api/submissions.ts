import { createHash } from 'node:crypto';
import { PasteRefused, readPaste } from '@trucewatch/ingest';
import { type Accepted, Refusal, type Submission } from '@trucewatch/store';
import * as z from 'zod';
import type { Services } from '../services.ts';
import { submitArticles } from '../submit-article.ts';
import { articleLinks } from './links.ts';
import { problem } from './problem.ts';
import { type AcceptedOut, ArticleIn, type BatchOut, mostArticles } from './vocabulary.ts';

type Result = BatchOut['results'][number];

/** What is kept of an answer, so that the same request gets it again. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

const Key = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, 'write the Idempotency-Key in 1 to 200 letters, digits and signs');

/**
 * The body of a request as JSON, with a hash of it.
 * @throws Response that says what to do when it is none
 */
export async function readBody(request: Request): Promise<{ body: unknown; hash: string }> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw problem(415, 'Send JSON, with Content-Type: application/json.');
  const text = await request.text().catch((error: unknown) => {
    if (error instanceof Error && 'status' in error && error.status === 413)
      throw problem(413, 'That is longer than one request may be: send fewer articles at a time.');
    throw error;
  });
  try {
    return { body: JSON.parse(text), hash: createHash('sha256').update(text).digest('hex') };
  } catch {
    throw problem(400, 'The body is no JSON: check its quotes, commas and brackets.');
  }
}

/** The idempotency key of a request, or null; throws a Response when it cannot be one. */
export function idempotencyKey(headers: Headers): string | null {
  const given = headers.get('idempotency-key');
  if (given === null) return null;
  const key = Key.safeParse(given);
  if (!key.success) throw problem(400, `${z.prettifyError(key.error)}.`);
  return key.data;
}

/** Takes in one article, or a list of them; each is accepted, known already, or refused with a reason. */
export async function takeIn(
  services: Pick<Services, 'store' | 'producer'>,
  body: unknown,
  who: string,
  origin: string,
): Promise<Answer> {
  if (!Array.isArray(body)) {
    const [result] = await takeAll(services, [body], who, origin);
    if (!result) throw new Error('an article got no answer');
    if ('refused' in result) {
      const { problems } = result;
      const refusal = problem(422, result.refused, problems.length > 0 ? { problems } : {});
      return {
        status: 422,
        body: await refusal.json(),
        headers: { 'content-type': 'application/problem+json' },
      };
    }
    return { status: result.duplicate ? 200 : 201, body: result, headers: { location: result.address } };
  }
  if (body.length === 0 || body.length > mostArticles)
    throw problem(422, `Send 1 to ${mostArticles} articles at a time; these are ${body.length}.`);
  const results = await takeAll(services, body, who, origin);
  const count = (is: (result: Result) => boolean) => results.filter(is).length;
  const batch: BatchOut = {
    accepted: count((result) => 'duplicate' in result && !result.duplicate),
    duplicate: count((result) => 'duplicate' in result && result.duplicate),
    refused: count((result) => 'refused' in result),
    results,
  };
  return { status: 200, body: batch, headers: {} };
}

/** What became of each: those that can be read are kept in one transaction and queued together. */
async function takeAll(
  services: Pick<Services, 'store' | 'producer'>,
  body: readonly unknown[],
  who: string,
  origin: string,
): Promise<Result[]> {
  const read = body.map(readOne);
  const answers = await submitArticles(
    services,
    read.flatMap((one) => ('refused' in one ? [] : [one])),
    who,
  );
  return read.map((one) => {
    if ('refused' in one) return one;
    const answer = answers.shift();
    if (!answer || answer instanceof Refusal)
      return { refused: answer?.message ?? 'It was not taken.', problems: [] };
    return acceptedOut(answer, origin);
  });
}

function readOne(one: unknown): Submission | Extract<Result, { refused: string }> {
  const read = ArticleIn.safeParse(one);
  if (!read.success)
    return refused(
      read.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'article', message })),
    );
  try {
    return readPaste(read.data);
  } catch (error) {
    if (error instanceof PasteRefused) return refused(error.problems);
    throw error;
  }
}

function refused(
  problems: readonly { field: string; message: string }[],
): Extract<Result, { refused: string }> {
  return {
    refused: `This cannot be taken: ${problems.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`,
    problems: [...problems],
  };
}

function acceptedOut({ id, duplicate }: Accepted, origin: string): AcceptedOut {
  return { id, duplicate, ...articleLinks(id, origin) };
}
