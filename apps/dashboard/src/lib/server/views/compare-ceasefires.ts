import type { Ceasefire, CeasefireStep, EventRef, Moment } from '@trucewatch/schema';
import type { StoredReport } from '@trucewatch/store';
import type { BroughtBy, CeasefireDifference, FieldChange } from '#lib/compare/view.ts';
import { listWords } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';
import { kindWords, outcomeWords, purposeWords } from '#lib/status/words.ts';
import { momentWords } from '#lib/time/instant.ts';
import { ceasefireName } from './ceasefire.ts';
import { sentenceOf } from './sentence.ts';

type Reports = Map<string, StoredReport>;

/** What two known times say of a conflict's ceasefires where they differ, latest ceasefire first. */
export function ceasefireDifferences(
  before: { ceasefires: readonly Ceasefire[]; reports: Reports },
  after: { ceasefires: readonly Ceasefire[]; reports: Reports },
): CeasefireDifference[] {
  const pairs = paired(before.ceasefires, after.ceasefires);
  const told = new Set(pairs.values());
  const isNew = (articleId: string) => !before.reports.has(articleId);
  const now = after.ceasefires.flatMap((ceasefire): CeasefireDifference[] => {
    const then = pairs.get(ceasefire);
    const because = new Because(after.reports, ceasefire.because, isNew);
    if (!then) {
      const fields = changes(null, ceasefire, because).map((field) => ({ ...field, because: null }));
      return [{ ...head(ceasefire), kind: 'came', fields, because: because.of(opening) }];
    }
    const fields = changes(then, ceasefire, because);
    return fields.length > 0 ? [{ ...head(ceasefire), kind: 'changed', fields, because: null }] : [];
  });
  const went = before.ceasefires
    .filter((ceasefire) => !told.has(ceasefire))
    .map((ceasefire): CeasefireDifference => {
      const because = new Because(before.reports, ceasefire.because, isNew);
      return { ...head(ceasefire), kind: 'went', fields: [], because: because.of(opening) };
    });
  return [...now.toReversed(), ...went.toReversed()];
}

function head(ceasefire: Ceasefire) {
  return { id: ceasefire.id, name: ceasefireName(ceasefire), outcome: outcomeWords[ceasefire.outcome]() };
}

/**
 * Which ceasefire is which: those made from most of the same events are one. Ids alone do not tell, because they
 * come from the date of the announcement, which may be what changed.
 */
function paired(before: readonly Ceasefire[], after: readonly Ceasefire[]): Map<Ceasefire, Ceasefire> {
  const owner = new Map(before.flatMap((one) => one.because.map((ref) => [keyOf(ref), one] as const)));
  const shared = after.flatMap((now) => {
    const counts = new Map<Ceasefire, number>();
    for (const ref of now.because) {
      const then = owner.get(keyOf(ref));
      if (then) counts.set(then, (counts.get(then) ?? 0) + 1);
    }
    return [...counts].map(([then, count]) => ({ then, now, count }));
  });
  const pairs = new Map<Ceasefire, Ceasefire>();
  const taken = new Set<Ceasefire>();
  const pair = (now: Ceasefire, then: Ceasefire) => {
    if (pairs.has(now) || taken.has(then)) return;
    pairs.set(now, then);
    taken.add(then);
  };
  for (const { now, then } of shared.sort((a, b) => b.count - a.count)) pair(now, then);
  for (const now of after) {
    const then = before.find(({ id }) => id === now.id);
    if (then) pair(now, then);
  }
  return pairs;
}

const opening: CeasefireStep[] = ['agreed', 'declared', 'took_effect'];
const ending: CeasefireStep[] = ['collapsed', 'terminated', 'expired', 'suspended', 'violated'];

/** Without an earlier telling everything that is known of it differs. */
function changes(then: Ceasefire | null, now: Ceasefire, because: Because): FieldChange[] {
  const moment = (at: Moment | null | undefined) => (at ? momentWords(at) : null);
  const list = (words: readonly string[]) => (words.length > 0 ? listWords(words.toSorted()) : null);
  const fields: [string, (one: Ceasefire) => string | null, CeasefireStep[]][] = [
    [m.ceasefire_announced(), ({ announcedAt }) => moment(announcedAt), opening],
    [m.ceasefire_in_effect_from(), ({ effectiveAt }) => moment(effectiveAt), ['took_effect', ...opening]],
    [m.ceasefire_to_last_until(), ({ until }) => moment(until), ['extended', ...opening]],
    [m.ceasefire_ended(), ({ endedAt }) => moment(endedAt), ending],
    [m.ceasefire_outcome(), ({ outcome }) => outcomeWords[outcome](), [...ending, ...opening]],
    [m.ceasefire_mediated_by(), ({ mediators }) => list(mediators), opening],
    [m.ceasefire_between_sides(), ({ parties }) => list(parties), opening],
    [m.ceasefire_kind(), ({ kind }) => kindWords[kind](), opening],
    [m.ceasefire_for(), ({ purpose }) => list(purpose.map((one) => purposeWords[one]())), opening],
  ];
  return fields
    .map(([label, read, steps]) => ({ label, before: then && read(then), after: read(now), steps }))
    .filter((field) => field.before !== field.after)
    .map(({ steps, ...field }) => ({ ...field, because: because.of(steps) }));
}

interface ToldStep {
  step: CeasefireStep | undefined;
  brought: BroughtBy;
}

/** Picks the sentence that best explains a change: of a new article before an old one, of a fitting step first. */
class Because {
  readonly #told: ToldStep[];

  constructor(reports: Reports, refs: readonly EventRef[], isNew: (articleId: string) => boolean) {
    this.#told = refs.flatMap((ref) => {
      const sentence = sentenceOf(reports, ref);
      const event = reports.get(ref.articleId)?.events.find(({ id }) => id === ref.eventId);
      if (!sentence || !event) return [];
      return [{ step: event.step, brought: { sentence, isNew: isNew(ref.articleId) } }];
    });
  }

  of(steps: readonly CeasefireStep[]): BroughtBy | null {
    const rank = ({ step, brought }: ToldStep) => {
      const place = step ? steps.indexOf(step) : -1;
      return (brought.isNew ? 0 : 100) + (place === -1 ? 50 : place);
    };
    return this.#told.toSorted((a, b) => rank(a) - rank(b))[0]?.brought ?? null;
  }
}

function keyOf({ articleId, eventId }: EventRef): string {
  return `${articleId}\n${eventId}`;
}
