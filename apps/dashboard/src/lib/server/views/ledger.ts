import type { Conflict, EventRef, Span } from '@trucewatch/schema';
import { accountOf, type Happening, type Said, type Told } from '@trucewatch/status';
import type { StoredReport } from '@trucewatch/store';
import {
  type LedgerCell,
  type LedgerEntry,
  type LedgerFilter,
  type LedgerRow,
  type LedgerView,
  ledgerFilters,
  type Stance,
} from '#lib/events/ledger-view.ts';
import { eventTitle } from '#lib/events/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { momentWords, publishedWords } from '#lib/time/instant.ts';
import type { Story } from '../stories.ts';
import { ceasefireName } from './ceasefire.ts';
import { reportsOf } from './conflict-events.ts';
import { type ConflictHappenings, happeningsOf } from './happenings.ts';
import { ceasefirePath, conflictPath, eventPath, sentenceOf } from './sentence.ts';
import { storyRange } from './story-range.ts';

type Reports = Map<string, StoredReport>;

/** Rows of a page. */
const perPage = 20;

/** A happening with everybody who speaks of it. */
interface Proposition {
  happening: Happening;
  told: Told[];
  said: Said[];
  isClaimed: boolean;
  isDisputed: boolean;
}

const ledgers = new WeakMap<ConflictHappenings, Proposition[]>();
/** A happening that no further report tells of stays the same object from one revision to the next. */
const propositions = new WeakMap<Happening, Proposition | null>();

/** A page of a conflict's ledger, latest first, or null when the story knows none of that id. `now` is an ISO instant. */
export function ledgerView(
  story: Story,
  id: string,
  { filter, page, now }: { filter: LedgerFilter; page: number; now: string },
): LedgerView | null {
  const conflict = story.timeline.conflicts.find((one) => one.id === id);
  if (!conflict) return null;
  const { reports, asKnownAt } = story;
  const all = propositionsOf(conflict, story);
  const chosen = {
    all,
    claimed: all.filter(({ isClaimed }) => isClaimed),
    disputed: all.filter(({ isDisputed }) => isDisputed),
  };
  const count = (one: LedgerFilter) => [one, chosen[one].length] as const;
  const pages = Math.max(1, Math.ceil(chosen[filter].length / perPage));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = chosen[filter].slice((shown - 1) * perPage, shown * perPage);
  const path = conflictPath(id);
  return {
    conflict: { name: conflict.name, path, parties: conflict.parties },
    path: `${path}/claims`,
    asKnownAt,
    lastReport: storyRange(conflict, reportsOf(conflict, reports), asKnownAt ?? now).lastReport,
    filter,
    counts: Object.fromEntries(ledgerFilters.map(count)) as Record<LedgerFilter, number>,
    page: shown,
    pages,
    rows: rows.map((one) => rowOf(one, conflict, reports, asKnownAt)),
  };
}

/** What is told as so or as not so, latest first; plans, conditions and older history are no propositions here. */
function propositionsOf(conflict: Conflict, story: Story): Proposition[] {
  const known = happeningsOf(conflict, story);
  let all = ledgers.get(known);
  if (!all) {
    all = known.all.toReversed().flatMap((happening) => propositionOf(happening, known) ?? []);
    ledgers.set(known, all);
  }
  return all;
}

function propositionOf(happening: Happening, known: ConflictHappenings): Proposition | null {
  const found = propositions.get(happening);
  if (found !== undefined) return found;
  const told = known
    .toldOf(happening)
    .filter(({ event }) => event.reality === 'actual' || event.reality === 'negated');
  const happened = accountOf(told, known.sideOf).fields.find(({ field }) => field === 'happened');
  const said = (happened?.values ?? []).flatMap(({ saidBy }) => saidBy);
  const isClaimed = said.some(({ by }) => by !== null);
  const isDisputed = said.some(({ polarity }) => polarity === 'denies');
  const proposition = told.length > 0 ? { happening, told, said, isClaimed, isDisputed } : null;
  propositions.set(happening, proposition);
  return proposition;
}

function rowOf(
  { happening, told, said, isDisputed }: Proposition,
  conflict: Conflict,
  reports: Reports,
  asKnownAt: string | null,
): LedgerRow {
  const [first] = told as [Told, ...Told[]];
  const where = told.find(({ event }) => event.where)?.event.where?.name;
  const when = narrowest(told);
  const doers = told.flatMap(({ event }) => event.actors.filter(({ role }) => role === 'initiator'));
  const truce = conflict.ceasefires.find(({ because }) =>
    because.some((ref) => happening.events.some((one) => isSame(one, ref))),
  );
  return {
    id: happening.id,
    title: where ? m.claims_event_at({ event: eventTitle(first.event), where }) : eventTitle(first.event),
    href: eventPath(first.ref.articleId, first.ref.eventId),
    occasion: when ? momentWords(when) : undated(told),
    laidTo: [...new Set(doers.map(({ name }) => name))],
    truce: truce
      ? { name: ceasefireName(truce), href: ceasefirePath(conflict.id, truce.id, asKnownAt) }
      : null,
    isDisputed,
    isNegated: told.every(({ event }) => event.reality === 'negated'),
    cells: cellsOf(said, told, conflict, reports),
  };
}

function undated(told: readonly Told[]): string {
  const published = told.map(({ article }) => article.publishedAt).filter((at) => at !== undefined);
  const first = published.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  return first ? m.claims_no_time_published({ published: publishedWords(first) }) : m.event_no_time();
}

function narrowest(told: readonly Told[]) {
  const width = ({ earliest, latest }: { earliest: string; latest: string }) =>
    Date.parse(latest) - Date.parse(earliest);
  const moments = told.map(({ event }) => event.when).filter((when) => when !== null);
  return moments.sort((a, b) => width(a) - width(b))[0];
}

/** A cell for each side in the conflict's order, one for voices of no known side and one for narrators. */
function cellsOf(
  said: readonly Said[],
  told: readonly Told[],
  { parties }: Conflict,
  reports: Reports,
): LedgerCell[] {
  const cells: LedgerCell[] = [...parties, m.claims_others(), m.claims_narrators()].map((column) => ({
    column,
    entries: [],
  }));
  const seen = new Set<string>();
  for (const one of said.toSorted((a, b) => (a.published ?? 0) - (b.published ?? 0))) {
    const index = one.by === null ? parties.length + 1 : one.side >= 0 ? one.side : parties.length;
    const entry = entryOf(one, told, reports);
    const key = JSON.stringify([index, one.by, entry?.stance, one.event.articleId, entry?.sentence.quote]);
    if (!entry || seen.has(key)) continue;
    seen.add(key);
    cells[index]?.entries.push(entry);
  }
  return cells;
}

function entryOf({ by, polarity, event: ref }: Said, told: readonly Told[], reports: Reports) {
  const event = told.find((one) => isSame(one.ref, ref))?.event;
  const sentence = sentenceOf(reports, ref);
  if (!event || !sentence || polarity === 'conditional') return null;
  const isAffirmed = polarity === 'asserts' || polarity === 'confirms';
  // Who says that it did not happen denies it, though the words are an assertion.
  const stance: Stance = event.reality === 'negated' && isAffirmed ? 'denies' : polarity;
  const span = event.claims.find((one) => one.by === by && one.polarity === polarity)?.span;
  const others = reports.get(ref.articleId)?.events.flatMap(({ evidence }) => evidence) ?? [];
  const { quote, words, bare } = proofOf([...event.evidence, ...others], span);
  return { by, stance, sentence: { ...sentence, quote }, words, bare } satisfies LedgerEntry;
}

/**
 * The sentence that has the claim's words: a denial often stands beside the event's own sentences, in one that proves
 * another event of the article. Those words alone where none has them, the first sentence where there are no words.
 */
function proofOf(
  sentences: readonly Span[],
  words: Span | undefined,
): Pick<LedgerEntry, 'words' | 'bare'> & { quote: string } {
  if (!words) return { quote: sentences[0]?.quote ?? '', words: { start: 0, end: 0 }, bare: null };
  const around = sentences.find(
    (one) => one.in === words.in && one.start <= words.start && one.end >= words.end,
  );
  if (!around) return { quote: words.quote, words: { start: 0, end: words.quote.length }, bare: words };
  const start = words.start - around.start;
  return { quote: around.quote, words: { start, end: start + words.quote.length }, bare: null };
}

function isSame(a: EventRef, b: EventRef): boolean {
  return a.articleId === b.articleId && a.eventId === b.eventId;
}
