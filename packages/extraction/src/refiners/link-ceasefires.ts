import { mayNameOneTruce } from '@trucewatch/schema';
import type { Candidate } from '../candidate.ts';
import { featuresOf, type TruceFeatures } from '../ceasefires/truce-features.ts';
import type { Story } from '../story.ts';
import type { Refiner } from './refiner.ts';

/** One ceasefire of the article, as far as it is known so far. */
interface Truce extends TruceFeatures {
  ref: string;
  /** Whether the article reports it as agreed now: the news, not what went before. */
  news: boolean;
  /** The last line in which it was told as agreed now. */
  newsLine: number;
  /** The last line in which it was told of at all. */
  lastLine: number;
}

/**
 * Gives every ceasefire event the truce that it is about. "The new agreement" is the one that is news, "the
 * Moscow-brokered, week-old deal" an earlier one, "the 1994 ceasefire" a third; a bare "the truce" is the latest.
 */
export const linkCeasefires: Refiner = {
  name: 'link-ceasefires',
  refine: (candidates, story) => {
    const truces: Truce[] = [];
    const about = candidates.filter(
      (candidate) =>
        candidate.type === 'ceasefire' &&
        candidate.step !== 'called_for' &&
        candidate.step !== 'proposed' &&
        candidate.reality !== 'negated',
    );
    for (const candidate of about) {
      const features = featuresOf(candidate, story);
      const truce = choose(truces, features, candidate, story) ?? open(truces, features, candidate, story);
      learn(truce, features, candidate);
      candidate.ceasefireRefs = [truce.ref];
    }
    sharePlural(about);
    for (const candidate of candidates) {
      if (candidate.type !== 'ceasefire' || candidate.ceasefireRefs.length > 0) continue;
      const present = truces.filter((truce) => !truce.several && (!truce.year || !isPast(truce.year, story)));
      const current = present.findLast((truce) => truce.news && !truce.old) ?? present.at(-1);
      const keeps =
        candidate.step === 'called_for' &&
        /\b(?:respect|observe|abide|adhere|comply|uphold|maintain|honou?r|violat|hold)\w*\b/iu.test(
          candidate.line.source.slice(candidate.start, Math.min(candidate.line.end, candidate.end + 24)),
        );
      if (current && keeps) candidate.ceasefireRefs = [current.ref];
    }
    return candidates;
  },
};

/** "The truces of 10 and 18 October were broken": what is told of both concerns both. */
function sharePlural(about: readonly Candidate[]): void {
  const split = about.filter(({ rule }) => rule.endsWith('+split-plural'));
  if (split.length === 0) return;
  for (const [line, truces] of Map.groupBy(split, (candidate) => candidate.line)) {
    const refs = [...new Set(truces.flatMap(({ ceasefireRefs }) => ceasefireRefs))];
    const first = Math.min(...truces.map(({ start }) => start));
    for (const candidate of about)
      if (
        candidate.line === line &&
        !split.includes(candidate) &&
        candidate.start <= first &&
        candidate.end > first
      )
        candidate.ceasefireRefs = [...refs];
  }
}

function choose(
  truces: readonly Truce[],
  features: TruceFeatures,
  candidate: Candidate,
  story: Story,
): Truce | undefined {
  const fitting = truces.filter(
    (truce) =>
      fits(truce, features, candidate) &&
      !isLongBefore(truce, candidate, story) &&
      !isFormer(truce, features, story),
  );
  // "It collapsed" goes on from the truce told last.
  if (candidate.rule === 'truce-told-again' && candidate.line.part === 'text')
    return fitting.reduce<Truce | undefined>(
      (last, truce) => (last && last.lastLine >= truce.lastLine ? last : truce),
      undefined,
    );
  const namesakes = fitting.filter(
    ({ name }) => name !== null && features.name !== null && mayNameOneTruce(name, features.name),
  );
  const alike = fitting.filter(
    (truce) =>
      features.brokers.length > 0 && truce.brokers.some((broker) => features.brokers.includes(broker)),
  );
  const news = fitting.filter((truce) => truce.news && !truce.old);
  const dated = fitting.filter(
    (truce) =>
      features.agreed !== null &&
      truce.agreed !== null &&
      features.agreed.earliest <= truce.agreed.latest &&
      truce.agreed.earliest <= features.agreed.latest,
  );
  return namesakes.at(-1) ?? dated.at(-1) ?? alike.at(-1) ?? news.at(-1) ?? fitting.at(-1);
}

function fits(truce: Truce, features: TruceFeatures, candidate: Candidate): boolean {
  if (features.several || truce.several) return features.several === truce.several;
  if (features.year !== truce.year && (features.year !== null || truce.year !== null)) return false;
  if (
    features.brokers.length > 0 &&
    truce.brokers.length > 0 &&
    !features.brokers.some((broker) => truce.brokers.includes(broker))
  )
    return false;
  if (isNamedOtherwise(truce, features)) return false;
  if (features.old && truce.fresh) return false;
  if (features.old && truce.news && !truce.old) return false;
  if (features.fresh && truce.old) return false;
  const later =
    features.agreed && truce.agreed && features.agreed.earliest - truce.agreed.latest > 3 * 86_400_000;
  const sooner =
    features.agreed && truce.agreed && truce.agreed.earliest - features.agreed.latest > 3 * 86_400_000;
  if (later || sooner) return false;
  return !isAfterwards(truce, features, candidate);
}

/** "The energy ceasefire" is not "the Black Sea truce"; one without a name may be either. */
function isNamedOtherwise(truce: Truce, { name }: TruceFeatures): boolean {
  return name !== null && truce.name !== null && !mayNameOneTruce(name, truce.name);
}

/** "agreed to a truce one week after a truce brokered by Russia fell apart": what collapsed is not what was agreed in that sentence. */
function isAfterwards(truce: Truce, features: TruceFeatures, candidate: Candidate): boolean {
  // "They accepted a truce. The truce brokered by the UN begins …": the next sentence goes on about it.
  const goesOn =
    candidate.step === 'agreed' &&
    candidate.line.index > truce.newsLine &&
    /^(?:the|this)\b/iu.test(candidate.line.source.slice(candidate.start, candidate.end));
  const past =
    candidate.step === 'collapsed' ||
    candidate.step === 'violated' ||
    candidate.clause?.marker === 'after' ||
    (candidate.clause?.verb.form === 'participle' && !goesOn && !features.fresh);
  return (
    past &&
    truce.news &&
    truce.newsLine >= candidate.line.index - 2 &&
    truce.brokers.length === 0 &&
    features.brokers.length > 0
  );
}

const fortnightMs = 14 * 86_400_000;

/** "The second ceasefire is holding. How the truce of November 11 ended, all remember": the one called by its old date is the one before. */
function isFormer(truce: Truce, features: TruceFeatures, { document }: Story): boolean {
  const published = document.publishedAt?.earliest;
  if (!features.called || !features.agreed || !truce.fresh || truce.agreed || published === undefined)
    return false;
  return published - features.agreed.latest > fortnightMs;
}

const monthMs = 30 * 86_400_000;

/** "In March a truce had brought some food", told in November, is not the one that was agreed this week. */
function isLongBefore(truce: Truce, { step, when }: Candidate, { document }: Story): boolean {
  const published = document.publishedAt?.earliest;
  if (step !== 'agreed' || !when || published === undefined || published - when.latest < monthMs)
    return false;
  return truce.news && !truce.old && (truce.agreed === null || truce.agreed.earliest - when.latest > monthMs);
}

function isPast(year: number, story: Story): boolean {
  const published = story.document.publishedAt;
  return published !== null && year < new Date(published.latest).getUTCFullYear();
}

function open(truces: Truce[], features: TruceFeatures, candidate: Candidate, story: Story): Truce {
  const historical =
    candidate.reality === 'historical' || (features.year !== null && isPast(features.year, story));
  const truce: Truce = {
    ...features,
    ref: `truce-${truces.length + 1}`,
    year: historical ? features.year : null,
    news: false,
    newsLine: -1,
    lastLine: -1,
  };
  truces.push(truce);
  return truce;
}

function learn(truce: Truce, features: TruceFeatures, candidate: Candidate): void {
  for (const broker of features.brokers) if (!truce.brokers.includes(broker)) truce.brokers.push(broker);
  truce.name ??= features.name;
  truce.lastLine = candidate.line.index;
  truce.old ||= features.old;
  truce.fresh ||= features.fresh;
  truce.agreed ??= features.agreed;
  if (candidate.step === 'collapsed' || candidate.step === 'terminated' || candidate.step === 'expired') {
    truce.news = false;
    truce.old = true;
  }
  if (isNews(candidate) && !truce.old) {
    truce.news = true;
    truce.newsLine = candidate.line.index;
  }
}

/** Told as agreed now, by a verb of its own: not "a truce brokered by", "after they agreed". */
function isNews(candidate: Candidate): boolean {
  const agreed = candidate.step === 'agreed' || candidate.step === 'declared';
  const told = candidate.rule !== 'truce-mention' && candidate.reality === 'actual';
  const aside = candidate.clause?.verb.form === 'participle' || candidate.clause?.marker === 'after';
  return agreed && told && !aside;
}
