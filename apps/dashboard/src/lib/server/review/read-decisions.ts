import { Decision, type DecisionKind, type Event } from '@trucewatch/schema';
import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import type { Story } from '../stories.ts';
import { actorsNamed } from './choices.ts';
import { happeningOf } from './happening-of.ts';
import { readCorrection, readKind } from './read-correction.ts';
import { readSpan } from './read-span.ts';
import { anchorIn, type Subject } from './subject.ts';
import { Unreadable } from './unreadable.ts';

/** What a review page's forms ask for; `part` tells a report apart from the others of its happening. */
const Kind = z.enum([
  'accept_event',
  'reject_event',
  'correct_field',
  'add_event',
  'join',
  'part',
  'move_report',
  'withdraw_article',
  'undo',
]);

/**
 * Reads a form of a review page into the decisions that it means.
 * @throws Unreadable with one sentence that says what to do
 */
export function readDecisions(form: FormData, subject: Subject): Decision[] {
  const kind = Kind.safeParse(form.get('kind'));
  if (!kind.success) throw new Unreadable(m.review_problem_field());
  const decisions = decisionsOf(kind.data, form, subject).map((one) => Decision.safeParse(one));
  return decisions.map(({ data }) => {
    if (!data) throw new Unreadable(m.review_problem_value());
    return data;
  });
}

function decisionsOf(kind: z.infer<typeof Kind>, form: FormData, subject: Subject): unknown[] {
  const { article, anchor, event, story } = subject;
  switch (kind) {
    case 'accept_event':
    case 'reject_event':
      return [{ kind, event: anchor }];
    case 'correct_field':
      return [{ kind, event: anchor, ...readCorrection(form, event, readSpan(form, article), article) }];
    case 'add_event':
      return [{ kind, articleId: article.id, event: addedEvent(form, subject) }];
    case 'join':
      return [{ kind, events: [anchor, chosenEvent(form.get('with'), story)] }];
    case 'part':
      return apart(subject);
    case 'move_report': {
      const to = form.get('to');
      return [{ kind, event: anchor, to: to === 'none' ? null : chosenEvent(to, story) }];
    }
    case 'withdraw_article':
      return [{ kind, articleId: article.id, from: true }];
    case 'undo':
      return [{ kind, act: form.get('act') }];
  }
}

/** The others of its happening are one, and this report is none of them. */
function apart({ anchor, story, article, event }: Subject): unknown[] {
  const happening = story && happeningOf(story, { articleId: article.id, eventId: event.id });
  const others = (happening?.events ?? []).flatMap(({ articleId, eventId }) => {
    const isThis = articleId === article.id && eventId === event.id;
    return isThis || !story ? [] : (anchorIn(story, articleId, eventId) ?? []);
  });
  if (others.length === 0) throw new Unreadable(m.review_problem_alone());
  const split = { kind: 'split' satisfies DecisionKind, events: [anchor, others[0]] };
  return others.length > 1 ? [{ kind: 'join' satisfies DecisionKind, events: others }, split] : [split];
}

function chosenEvent(value: FormDataEntryValue | null, story: Story | null) {
  const ref = z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('it is no event');
        return z.NEVER;
      }
    })
    .pipe(z.tuple([z.string(), z.string()]))
    .safeParse(value);
  const found = ref.success && story ? anchorIn(story, ...ref.data) : null;
  if (!found) throw new Unreadable(m.review_problem_entry());
  return found;
}

function addedEvent(form: FormData, { article, counted }: Subject): Event {
  const span = readSpan(form, article);
  if (!span) throw new Unreadable(m.review_problem_no_words());
  const actors = actorsNamed(counted.report.events).flatMap(({ value, actor }) => {
    const role = form.get(`role ${value}`);
    return role ? [{ ...actor, role: role as Event['actors'][number]['role'] }] : [];
  });
  return {
    id: `person:${crypto.randomUUID()}`,
    ...readKind(form.get('kindOfEvent')),
    reality: form.get('reality') as Event['reality'],
    actors,
    when: null,
    effectiveAt: null,
    until: null,
    where: null,
    casualties: [],
    claims: [],
    ceasefireRefs: [],
    purpose: [],
    codes: {},
    evidence: [span],
    proof: [{ field: 'type', state: 'verified', rule: 'added-by-person', span }],
    confidence: 1,
  };
}
