import { error } from '@sveltejs/kit';
import { mayReview } from '#lib/layout/person.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
  if (!mayReview(locals.person)) error(403, m.review_reviewers_only());
};
