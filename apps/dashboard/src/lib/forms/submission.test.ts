import { describe, expect, it } from 'vitest';
import { fieldErrors } from './field-errors.ts';
import { SubmissionForm } from './submission.ts';

const blank = { title: '', text: 'The truce held.', publishedAt: ' ', source: '', url: '' };

describe('the paste form', () => {
  it('needs the text alone, and takes blank fields as absent', () => {
    expect(SubmissionForm.parse(blank)).toEqual({ text: 'The truce held.' });
  });

  it('takes a bare day or an instant with its zone, and keeps a day a day', () => {
    const published = (publishedAt: string) => SubmissionForm.parse({ ...blank, publishedAt }).publishedAt;
    expect(published('2020-10-17')).toBe('2020-10-17');
    expect(published('2020-10-17T22:30+04:00')).toBe('2020-10-17T22:30+04:00');
  });

  it('says what to do about every field that is wrong', () => {
    const wrong = { ...blank, text: '  ', publishedAt: 'yesterday', url: 'javascript:alert(1)' };
    const parsed = SubmissionForm.safeParse(wrong);
    const errors = parsed.success ? {} : fieldErrors(parsed.error);
    expect(Object.keys(errors).sort()).toEqual(['publishedAt', 'text', 'url']);
    expect(errors.publishedAt).toMatch(/^Write it as /);
  });
});
