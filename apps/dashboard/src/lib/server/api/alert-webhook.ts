import { AlertMessage } from '@trucewatch/schema';
import * as z from 'zod';
import type { ZodOpenApiPathItemObject } from 'zod-openapi';

/** What alerts post to webhooks, as docs/webhooks.md tells it. */
export const alertWebhook: ZodOpenApiPathItemObject = {
  post: {
    operationId: 'receiveAlert',
    summary: 'A conflict’s status has changed',
    description:
      'Posted to the address of an alert, signed as the Standard Webhooks specification says: webhook-signature is `v1,` and the base64 of the HMAC-SHA256 over `webhook-id.webhook-timestamp.body`, with the key that the secret holds in base64 after `whsec_`. Any status from 200 to 299 takes it. Everything else, redirects too, is tried again for a day, under the same webhook-id; 410 ends the alert.',
    security: [{}],
    requestParams: {
      header: z.object({
        'webhook-id': z.string().describe('The same at each attempt: what came twice is known by it'),
        'webhook-timestamp': z.string().describe('Seconds since 1970 at this attempt'),
        'webhook-signature': z.string(),
      }),
    },
    requestBody: { required: true, content: { 'application/json': { schema: AlertMessage } } },
    responses: { 204: { description: 'Taken' }, 410: { description: 'Nothing more is wanted here' } },
  },
};
