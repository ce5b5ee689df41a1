import type { Compliance, FormalStatus } from '@trucewatch/schema';
import type { AxisDifference, BroughtBy, Place, StatusDifference } from '#lib/compare/view.ts';
import type { AxisStatus, StatusRow, StatusView } from '#lib/status/view.ts';
import { statusOf } from './status-rows.ts';

interface Known {
  /** ISO instant. */
  at: string;
  rows: readonly StatusRow[];
}

/** The stretches of time for which two known times give different statuses, oldest first. */
export function statusDifferences(
  before: Known,
  after: Known,
  isNew: (articleId: string) => boolean,
): StatusDifference[] {
  const cuts = [before.at, ...[...before.rows, ...after.rows].map(({ from }) => from)];
  const starts = [...new Set(cuts.map((at) => Date.parse(at)))].sort((a, b) => a - b);
  const found: (StatusDifference & { key: string })[] = [];
  let [old, fresh] = [-1, -1];
  for (const [index, start] of starts.entries()) {
    old = indexAt(before.rows, old, start);
    fresh = indexAt(after.rows, fresh, start);
    const from = new Date(start).toISOString();
    const next = starts[index + 1];
    const to = next === undefined ? null : new Date(next).toISOString();
    const then = statusOf(before.rows, old, from);
    const now = statusOf(after.rows, fresh, from);
    const formal = axis<FormalStatus>(then.formal, now.formal);
    const compliance = axis<Compliance>(then.compliance, now.compliance);
    if (!formal.isDifferent && !compliance.isDifferent) continue;
    const place = start < Date.parse(before.at) ? 'past' : start < Date.parse(after.at) ? 'between' : 'ahead';
    const key = keyOf(place, then, now);
    const last = found.at(-1);
    if (last?.to === from && last.key === key) last.to = to;
    else
      found.push({
        key,
        from,
        to,
        place,
        formal,
        compliance,
        because: because(formal, compliance, now, isNew),
      });
  }
  return found.map(({ key, ...difference }) => difference);
}

/** Last row that begins at or before an instant; `from` is the answer for an earlier instant. */
function indexAt(rows: readonly StatusRow[], from: number, at: number): number {
  let index = from;
  for (let next = rows[index + 1]; next && Date.parse(next.from) <= at; next = rows[index + 1]) index++;
  return index;
}

function axis<Value extends string>(
  before: AxisStatus<Value>,
  after: AxisStatus<Value>,
): AxisDifference<Value> {
  return { before: before.value, after: after.value, isDifferent: before.value !== after.value };
}

/** Stretches that touch are one when nothing that is shown of them differs. */
function keyOf(place: Place, then: StatusView, now: StatusView): string {
  const axes = [then.formal, then.compliance, now.formal, now.compliance];
  return [place, ...axes.map(({ value }) => value), now.formal.since, now.compliance.since].join('\n');
}

function because(
  formal: AxisDifference<FormalStatus>,
  compliance: AxisDifference<Compliance>,
  now: StatusView,
  isNew: (articleId: string) => boolean,
): BroughtBy[] {
  const sentences = [
    ...(formal.isDifferent ? now.formal.because : []),
    ...(compliance.isDifferent ? now.compliance.because : []),
  ];
  const unique = [...new Map(sentences.map((sentence) => [sentence.href, sentence])).values()];
  const all = unique.map((sentence) => ({ sentence, isNew: isNew(sentence.articleId) }));
  const fresh = all.filter((one) => one.isNew);
  return fresh.length > 0 ? fresh : all;
}
