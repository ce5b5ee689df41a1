import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fieldErrors } from './field-errors.ts';

describe('errors of a form', () => {
  it('gives each field the first thing wrong with it', () => {
    const form = z.object({
      name: z.string().min(2, 'too short').max(0, 'too long'),
      email: z.email('no address'),
    });
    const parsed = form.safeParse({ name: 'a', email: 'b' });
    expect(parsed.error && fieldErrors(parsed.error)).toEqual({ name: 'too short', email: 'no address' });
  });
});
