import { json } from '@sveltejs/kit';
import { openApiDocument } from '#lib/server/api/document.ts';
import { settings } from '#lib/server/env.ts';

export const GET = () => json(openApiDocument(settings().origin));
