import * as z from 'zod';
import { createDocument, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { alertWebhook } from './alert-webhook.ts';
import { ProblemDocument } from './problem.ts';
import {
  AcceptedOut,
  ArticleIn,
  ArticleOut,
  BatchOut,
  ConflictListOut,
  ConflictOut,
  EventsOut,
  mostArticles,
  mostEvents,
} from './vocabulary.ts';

const inJson = (schema: z.ZodType) => ({ 'application/json': { schema } });

/** Refusals by status, with when they happen. */
function refusals(when: Record<string, string>): ZodOpenApiResponsesObject {
  const content = { 'application/problem+json': { schema: ProblemDocument } };
  return Object.fromEntries(
    Object.entries(when).map(([status, description]) => [status, { description, content }]),
  );
}

const closed = { 401: 'A token is missing or unknown', 403: 'The token lacks the scope' };
const asKnownAt = z.iso
  .datetime({ offset: true })
  .optional()
  .describe('As it was known at this instant: nothing published later counts');

/** The API as OpenAPI 3.1, made from the schemas that the routes use. `origin`: where this server is reached. */
export function openApiDocument(origin: string) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Trucewatch',
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Hand in articles, and read what came of them: events with the sentences that say so, and the status of each ceasefire over time. Instants are UTC; offsets of quotes count UTF-16 code units of the text. Refusals are problem documents (RFC 9457).',
    },
    servers: [{ url: origin }],
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'An account makes tokens on the page /account. Reading needs none while anybody may read.',
        },
      },
    },
    webhooks: { alert: alertWebhook },
    paths: {
      '/api/articles': {
        post: {
          operationId: 'submitArticles',
          summary: 'Hand in an article, or a list of them',
          description: `One article, or a list of at most ${mostArticles}. Once this answers, what is accepted is kept. The same content again is known by its text and changes nothing. With an Idempotency-Key the same request can be sent again within 24 hours and gets the same answer.`,
          security: [{ token: ['submit'] }],
          requestParams: {
            header: z.object({
              'Idempotency-Key': z
                .string()
                .max(200)
                .optional()
                .describe('Any name for this request, such as a UUID'),
            }),
          },
          requestBody: {
            required: true,
            content: inJson(z.union([ArticleIn, z.array(ArticleIn).min(1).max(mostArticles)])),
          },
          responses: {
            201: { description: 'One article, accepted', content: inJson(AcceptedOut) },
            200: {
              description: 'One article that was there already, or what became of each of a list',
              content: inJson(z.union([AcceptedOut, BatchOut])),
            },
            ...refusals({
              ...closed,
              400: 'The body is no JSON',
              409: 'The first request under this key is still being worked on',
              413: 'The body is too long',
              415: 'The body is not sent as JSON',
              422: 'The article cannot be taken, or the key was used for another request',
              429: 'Too many requests: see Retry-After, in seconds',
            }),
          },
        },
      },
      '/api/articles/{id}': {
        get: {
          operationId: 'readArticle',
          summary: 'An article, its state and the events found in it',
          security: [{}, { token: ['read'] }],
          requestParams: { path: z.object({ id: z.string() }) },
          responses: {
            200: { description: 'The article', content: inJson(ArticleOut) },
            ...refusals({ ...closed, 404: 'There is no such article' }),
          },
        },
      },
      '/api/conflicts': {
        get: {
          operationId: 'listConflicts',
          summary: 'Every conflict with its status now',
          security: [{}, { token: ['read'] }],
          responses: {
            200: { description: 'The conflicts, by name', content: inJson(ConflictListOut) },
            ...refusals(closed),
          },
        },
      },
      '/api/conflicts/{id}': {
        get: {
          operationId: 'readConflict',
          summary: 'A conflict: its ceasefires, its status over time, and how much was written of it',
          security: [{}, { token: ['read'] }],
          requestParams: { path: z.object({ id: z.string() }), query: z.object({ asKnownAt }) },
          responses: {
            200: { description: 'The conflict', content: inJson(ConflictOut) },
            ...refusals({ ...closed, 400: 'asKnownAt is no instant', 404: 'There is no such conflict' }),
          },
        },
      },
      '/api/conflicts/{id}/events': {
        get: {
          operationId: 'listEvents',
          summary: 'The events of a conflict with the articles that tell of them, in the order of arrival',
          security: [{}, { token: ['read'] }],
          requestParams: {
            path: z.object({ id: z.string() }),
            query: z.object({
              after: z.string().optional().describe('The `next` of the page before'),
              limit: z
                .int()
                .min(1)
                .max(mostEvents)
                .optional()
                .describe(`At most so many, ${mostEvents} without it`),
              asKnownAt,
            }),
          },
          responses: {
            200: { description: 'A page of events', content: inJson(EventsOut) },
            ...refusals({ ...closed, 400: 'A parameter cannot be read', 404: 'There is no such conflict' }),
          },
        },
      },
    },
  });
}
