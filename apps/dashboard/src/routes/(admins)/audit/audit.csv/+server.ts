import { csvRows } from '@trucewatch/interchange';
import { auditRequest } from '#lib/server/audit-request.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

const pageSize = 1_000;
const header = ['id', 'at', 'who', 'act', 'subject', 'details'];

/** The whole trail, newest first, page by page: it never stands in memory at once. */
export const GET: RequestHandler = ({ url }) => {
  const { store } = services();
  const asked = auditRequest(url.searchParams);
  let before = asked.before;
  const body = new ReadableStream<string>({
    start: (controller) => controller.enqueue(csvRows([header])),
    async pull(controller) {
      const entries = await store.audit.list({
        ...asked,
        limit: pageSize,
        ...(before !== undefined && { before }),
      });
      if (entries.length > 0)
        controller.enqueue(
          csvRows(
            entries.map(({ id, at, who, act, subject, details }) => [
              id,
              at,
              who,
              act,
              subject ?? '',
              JSON.stringify(details),
            ]),
          ),
        );
      before = entries.at(-1)?.id;
      if (entries.length < pageSize) controller.close();
    },
  });
  return new Response(body.pipeThrough(new TextEncoderStream()), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
    },
  });
};
