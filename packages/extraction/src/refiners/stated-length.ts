import type { Candidate, MomentDraft } from '../candidate.ts';
import { type TruceLength, truceLength } from '../ceasefires/truce-length.ts';
import type { Story } from '../story.ts';
import { dayMs } from '../times/calendar.ts';
import type { Refiner } from './refiner.ts';

/** The end of a truce from how long it is to last: "a 72-hour truce from Friday", "extended by ten days". */
export const statedLength: Refiner = {
  name: 'stated-length',
  refine: (candidates, story) => {
    for (const candidate of candidates) {
      const { step, until, reality, type } = candidate;
      if (type !== 'ceasefire' || until || reality === 'negated' || reality === 'hypothetical') continue;
      if (step !== 'agreed' && step !== 'declared' && step !== 'extended') continue;
      candidate.until = endOf(candidate, candidates, story);
    }
    return candidates;
  },
};

function endOf(candidate: Candidate, candidates: readonly Candidate[], story: Story): MomentDraft | null {
  const alike = candidates.filter(
    (other) =>
      other !== candidate && other.ceasefireRefs.some((ref) => candidate.ceasefireRefs.includes(ref)),
  );
  const extends_ = candidate.step === 'extended';
  if (!extends_ && alike.some(({ until, step }) => until && step !== 'extended')) return null;
  const from = extends_ ? earlierEnd(alike) : startOf(candidate);
  if (!from) return null;
  const length = truceLength(candidate, story);
  return length && after(from, length);
}

/** An extension goes on from where the truce was to end. */
function earlierEnd(alike: readonly Candidate[]): MomentDraft | null {
  const stated = alike.find(({ until, step }) => until && step !== 'extended')?.until;
  return (
    stated ?? alike.find(({ step, reality }) => step === 'expired' && reality === 'future')?.when ?? null
  );
}

/** A start of more than a day or so, or none but that of being told, gives no end. */
function startOf({ effectiveAt, when, rule }: Candidate): MomentDraft | null {
  const from = effectiveAt ?? (rule === 'truce-mention' ? null : when);
  return from && from.latest - from.earliest <= 1.3 * dayMs ? from : null;
}

const exact = new Set(['minute', 'hour']);

function after(from: MomentDraft, { amount, unit, line, start, end }: TruceLength): MomentDraft | null {
  const words = { line, start, end, rule: 'stated-length', basis: 'derived' as const };
  const move = (instant: number): number => moved(instant, amount, unit);
  if (exact.has(from.level)) {
    const level = /\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve/iu.test(
      line.source.slice(start, end),
    )
      ? from.level
      : 'day';
    return { ...words, earliest: move(from.earliest), latest: move(from.latest), level };
  }
  // "Ten days from the 19th" takes the 19th in: their last is the 28th. Months and hours run to the same day or hour.
  const last = unit === 'day' || unit === 'week' ? dayMs : 0;
  return {
    ...words,
    earliest: move(from.earliest) - last,
    latest: move(from.latest) - last,
    level: from.level === 'part_of_day' ? 'part_of_day' : 'day',
  };
}

function moved(instant: number, amount: number, unit: TruceLength['unit']): number {
  if (unit === 'hour') return instant + amount * 3_600_000;
  if (unit === 'day') return instant + amount * dayMs;
  if (unit === 'week') return instant + amount * 7 * dayMs;
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + amount * (unit === 'year' ? 12 : 1));
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastOfMonth));
  return date.getTime();
}
