import type { Due } from '@trucewatch/store';
import { expect, test } from 'vitest';
import { mailOf } from './mail.ts';

const hostile = 'A war</p><script>alert(1)</script>\r\nBcc: all@example.org\u2028X';
const due: Due = {
  conflictName: hostile,
  subscription: {
    ...{
      id: '0198c5e2-0000-7000-8000-000000000000',
      userId: 'ana',
      conflictId: 'war',
      axis: null,
      values: [],
    },
    ...{
      channel: 'email',
      address: 'ana@example.org',
      secret: 'secret',
      origin: 'https://truce.example.org',
    },
    ...{ isPaused: false, createdAt: '2024-05-10T12:00:00.000Z', confirmedAt: '2024-05-10T12:00:00.000Z' },
  },
  delivery: {
    ...{ id: 'd1', kind: 'corrected', state: 'waiting', attempts: 1, sentAt: null, code: null, error: null },
    ...{ createdAt: '2024-05-10T12:00:00.000Z', nextAt: '2024-05-10T12:00:00.000Z' },
    news: {
      at: '2024-05-10T12:00:00.000Z',
      conflict: { id: 'war', name: hostile },
      status: { formal: 'terminated', compliance: 'collapsed_reported' },
      changes: [
        {
          ...{ axis: 'formal', from: 'in_effect', to: 'terminated', since: '2024-05-09T20:00:00.000Z' },
          rule: 'terminated',
          sentences: [
            {
              ...{
                quote: 'The truce is over, "they" said.',
                source: 'The <b>Paper',
                publishedAt: '2024-05-10',
              },
              ...{ articleId: 'a/1', eventId: 'e0' },
            },
          ],
        },
      ],
      corrected: { formal: 'in_effect', compliance: 'holding', toldAt: '2024-05-01T08:00:00.000Z' },
    },
  },
};

test('a mail says what changed, since when, by which sentence and rule, and what it takes back', () => {
  const { text } = mailOf(due);
  for (const said of [
    'This corrects the alert of 1 May 2024, 08:00 UTC, which said: in effect; reported holding.',
    'Formal status: in effect → terminated, since 9 May 2024, 20:00 UTC.',
    '“The truce is over, "they" said.”',
    'The <b>Paper, 2024-05-10',
    'Rule “terminated”: A side formally ends the truce.',
    'https://truce.example.org/conflicts/war?asKnownAt=2024-05-10T12%3A00%3A00.000Z',
    'https://truce.example.org/articles/a%2F1/events/e0',
    'https://truce.example.org/alerts/unsubscribe/0198c5e2-',
  ])
    expect(text).toContain(said);
});

test('what comes from outside makes no header, no line and no element of its own', () => {
  const { subject, text, html } = mailOf(due);
  expect(subject).not.toMatch(/[\r\n\u2028]/);
  expect(text).not.toMatch(/^Bcc/m);
  expect(html).not.toMatch(/<script|<b>Paper/);
  expect(html).toContain('&lt;script&gt;');
});
