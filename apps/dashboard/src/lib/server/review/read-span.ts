import { cutSpan, type Quotable, type Span } from '@trucewatch/schema';
import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { Unreadable } from './unreadable.ts';

const Offset = z.coerce.number().int().min(0).max(2_000_000);
const Chosen = z.object({ part: z.enum(['title', 'text']), start: Offset, end: Offset });

/** The words that were selected, or the sentence that was chosen instead; null when neither was. */
export function readSpan(form: FormData, article: Quotable): Span | null {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [part, start, end] = field('sentence')?.split(':') ?? [];
  const selected = { part: field('part'), start: field('start'), end: field('end') };
  const chosen = selected.start !== undefined ? selected : { part, start, end };
  if (chosen.start === undefined) return null;
  const parsed = Chosen.safeParse(chosen);
  if (!parsed.success) throw new Unreadable(m.review_problem_words());
  try {
    return cutSpan(article, parsed.data.start, parsed.data.end, parsed.data.part);
  } catch {
    throw new Unreadable(m.review_problem_words());
  }
}
