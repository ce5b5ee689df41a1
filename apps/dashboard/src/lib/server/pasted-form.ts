import type { PasteRefused } from '@trucewatch/ingest';

/** The fields of an article in a form, as they were typed: what cannot be taken is given back so. */
export function pastedFields(form: FormData) {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    title: field('title'),
    text: field('text'),
    publishedAt: field('publishedAt'),
    source: field('source'),
    url: field('url'),
  };
}

/** One sentence a field, as it stands beneath it. */
export function pasteErrors({ problems }: PasteRefused): Record<string, string> {
  return Object.fromEntries(
    problems.map(({ field, message }) => [field, `${message.charAt(0).toUpperCase()}${message.slice(1)}.`]),
  );
}
