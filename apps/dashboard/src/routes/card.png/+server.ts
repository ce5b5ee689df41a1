import { cardFile } from '#lib/server/card-file.ts';
import type { RequestHandler } from './$types';

/** The preview of every page that has none of its own. */
export const GET: RequestHandler = ({ url, request, locals }) =>
  cardFile(
    { request, locals },
    {
      kicker: '',
      title: 'Ceasefires, and whether they hold',
      about: 'What was agreed, when it took effect, who says that it was broken, and in which words',
      foot: 'Every statement opens the sentence it rests on',
      host: url.host,
    },
  );
