import { json } from '@sveltejs/kit';
import * as z from 'zod';

/** Why a request is refused, as RFC 9457 has it. */
export const ProblemDocument = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().describe('The name of the status'),
    status: z.int().describe('The HTTP status'),
    detail: z.string().describe('What is wrong and what to do, in a sentence'),
    problems: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .describe('One for each field that cannot be taken'),
  })
  .meta({ id: 'Problem', description: 'Why a request is refused (RFC 9457)' });
export type ProblemDocument = z.infer<typeof ProblemDocument>;

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

function problemDocument(
  status: number,
  detail: string,
  problems?: ProblemDocument['problems'],
): ProblemDocument {
  const title = titles[status] ?? 'Error';
  return { type: 'about:blank', title, status, detail, ...(problems && { problems }) };
}

/** The answer to a request of a program that is refused. */
export function problem(
  status: number,
  detail: string,
  {
    problems,
    headers = {},
  }: { problems?: ProblemDocument['problems']; headers?: Record<string, string> } = {},
): Response {
  return json(problemDocument(status, detail, problems), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

const words: Readonly<Record<number, string>> = {
  404: 'There is nothing at this address: /api/openapi.json lists what there is.',
  405: 'This address does not take that method: /api/openapi.json lists what it takes.',
};

/** Programs get no page: an answer that is one, because something failed or nothing is there, becomes a problem. */
export function inJson(answer: Response): Response {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status < 400 || type.includes('json')) return answer;
  const detail =
    words[answer.status] ?? 'Something went wrong on our side. It is in the log; please try again.';
  return problem(answer.status, detail);
}
