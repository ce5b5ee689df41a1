import type { Event } from '@trucewatch/schema';
import { eventsOf, isReal, overlap } from './extract-all.ts';
import { type GoldArticle, type GoldEvent, readGold } from './karabakh-gold.ts';
import { scoreSlots } from './karabakh-slots.ts';
import { entry, Rates, Share } from './rates.ts';
import type { Judged } from './reliability.ts';

/** Kinds that readers exchange: a find of the one answers a label of the other. As in `events.py`. */
const kin: Readonly<Record<string, readonly string[]>> = {
  attack: ['attack', 'clash'],
  clash: ['attack', 'clash'],
  withdrawal: ['withdrawal', 'capture'],
  capture: ['capture', 'withdrawal'],
};
const stepKin: Readonly<Record<string, readonly string[]>> = {
  agreed: ['agreed', 'declared'],
  declared: ['agreed', 'declared'],
  observed: ['observed', 'took_effect'],
};

/** Whether a find is of the labelled kind, its kin, or an alternative that the label allows. */
function isOfKind(gold: GoldEvent, found: Event): boolean {
  const isTruce = found.type === 'ceasefire';
  if (gold.altTypes.includes(found.type)) return true;
  if (gold.type === 'ceasefire' && isTruce && gold.altSteps.includes(found.step ?? '')) return true;
  if (gold.type === 'ceasefire' || isTruce) {
    const steps = stepKin[gold.step ?? ''] ?? [gold.step ?? ''];
    return gold.type === found.type && steps.includes(found.step ?? '');
  }
  return (kin[gold.type] ?? [gold.type]).includes(found.type);
}

function saysIt(gold: GoldEvent, found: Event): boolean {
  return [gold.sentence, ...gold.also].some((span) =>
    found.evidence.some((quote) => quote.in !== 'title' && overlap(span, quote)),
  );
}

interface Tally {
  rates: Map<string, Rates>;
  slots: Map<string, Share>;
}

/** Ceasefire steps and conflict events against labels made by reading: the measures of `shared/score/events.py`. */
export function scoreKarabakh(folder: string): { lines: string[]; judged: Judged[] } {
  const tally: Tally = { rates: new Map(), slots: new Map() };
  const judged = readGold(folder).flatMap((article) => scoreArticle(article, tally));
  const isWhole = (name: string) => name === 'ceasefire' || name === 'other';
  const byName = [...tally.rates].sort(
    ([a], [b]) => Number(isWhole(b)) - Number(isWhole(a)) || a.localeCompare(b),
  );
  return {
    lines: [
      ...byName.map(([name, rates]) => rates.line(isWhole(name) ? name.toUpperCase() : name)),
      ...[...tally.slots].sort(([a], [b]) => a.localeCompare(b)).map(([name, share]) => share.line(name)),
    ],
    judged,
  };
}

function scoreArticle(article: GoldArticle, { rates, slots }: Tally): Judged[] {
  const found = eventsOf(article);
  const used = new Map<Event, boolean>();
  const count = (event: { type: string; step?: string | undefined }, what: 'tp' | 'fp' | 'fn') => {
    entry(rates, event.type === 'ceasefire' ? 'ceasefire' : 'other', () => new Rates())[what] += 1;
    entry(rates, event.step ?? event.type, () => new Rates())[what] += 1;
  };
  const coreFirst = [
    ...article.events.filter((gold) => gold.salience === 'core'),
    ...article.events.filter((gold) => gold.salience !== 'core'),
  ];
  for (const gold of coreFirst) {
    const isCounted = gold.salience === 'core' && isReal(gold.reality);
    const match = found.find((event) => !used.has(event) && isOfKind(gold, event) && saysIt(gold, event));
    if (!match) {
      if (isCounted) count(gold, 'fn');
      continue;
    }
    const reality = entry(slots, 'reality', () => new Share());
    const isRight = gold.altReality.includes(match.reality) || isReal(gold.reality) === isReal(match.reality);
    reality.add(isRight);
    used.set(match, isRight);
    if (!isRight && !isReal(gold.reality)) {
      entry(rates, gold.type === 'ceasefire' ? 'ceasefire' : 'other', () => new Rates()).fp += 1;
      continue;
    }
    if (isCounted) count(gold, 'tp');
    scoreSlots(gold, match, slots);
  }
  const judged: Judged[] = [];
  for (const event of found) {
    const doubles = article.events.some((gold) => isOfKind(gold, event) && saysIt(gold, event));
    if (event.type === 'statement') continue;
    if (isReal(event.reality)) {
      judged.push({
        articleId: article.id,
        eventId: event.id,
        confidence: event.confidence,
        isRight: used.get(event) ?? doubles,
      });
      if (!used.has(event) && !doubles) count(event, 'fp');
    }
  }
  return judged;
}
