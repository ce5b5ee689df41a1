import { error } from '@sveltejs/kit';
import { type Card, cardPicture } from './pictures/card.ts';
import { png } from './pictures/png.ts';
import { type Asked, sharedFile } from './shared-file.ts';

/** A page's preview picture as PNG, for other sites to show; 503 when too many are being drawn. */
export async function cardFile(asked: Asked, card: Card): Promise<Response> {
  const body = await png(cardPicture(card));
  if (!body) error(503, 'Too many pictures are being drawn. Ask again in a moment.');
  return sharedFile(asked, { body, type: 'image/png', isForOtherSites: true });
}
