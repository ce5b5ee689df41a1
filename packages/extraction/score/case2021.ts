import type { Event } from '@trucewatch/schema';
import { eventsOf } from './extract-all.ts';
import { entry, Share } from './rates.ts';
import { fileIn, readRows } from './read-rows.ts';

/**
 * Which of our types answer each of the 30 labels. Empty: ours have no image, and silence is right.
 * "Attribution of responsibility" and diplomacy are speech acts or meetings.
 */
const images: Readonly<Record<string, readonly Event['type'][]>> = {
  ABDUCT_DISSAP: ['detention'],
  AGREEMENT: ['agreement', 'ceasefire'],
  AIR_STRIKE: ['attack'],
  ARMED_CLASH: ['clash', 'attack'],
  ARREST: ['detention'],
  ART_MISS_ATTACK: ['attack'],
  ATTACK: ['attack'],
  ATTRIB: ['attack', 'statement'],
  CHANGE_TO_GROUP_ACT: ['deployment', 'withdrawal', 'statement', 'agreement'],
  CHEM_WEAP: ['attack'],
  DIPLO: ['talks', 'statement', 'agreement'],
  DISR_WEAP: ['attack', 'detention', 'deployment'],
  FORCE_AGAINST_PROTEST: ['protest', 'attack', 'clash'],
  GOV_REGAINS_TERIT: ['capture'],
  GRENADE: ['attack'],
  HQ_ESTABLISHED: ['deployment'],
  MAN_MADE_DISASTER: [],
  MOB_VIOL: ['attack', 'protest', 'clash'],
  NATURAL_DISASTER: [],
  NON_STATE_ACTOR_OVERTAKES_TER: ['capture'],
  NON_VIOL_TERRIT_TRANSFER: ['capture', 'withdrawal'],
  ORG_CRIME: [],
  OTHER: [],
  PEACE_PROTEST: ['protest'],
  PROPERTY_DISTRUCT: ['attack'],
  PROTEST_WITH_INTER: ['protest', 'clash', 'detention'],
  REM_EXPLOS: ['attack'],
  SEX_VIOL: ['attack'],
  SUIC_BOMB: ['attack'],
  VIOL_DEMONSTR: ['protest', 'clash'],
};

/**
 * Agreement of types with the labels of CASE 2021, task 2, averaged over the labels (macro). For information only:
 * the labels are ACLED-like and finer than our types. "any": some event has a type of the label's image;
 * "surest": the event with the highest confidence has. Labels without an image want no event at all.
 */
export function scoreCase2021(folder: string): string[] {
  const file = fileIn(folder, 'dev.jsonl', 'test.jsonl');
  if (!file) return [];
  const [any, surest] = [new Map<string, Share>(), new Map<string, Share>()];
  for (const { id, text, label } of readRows<{ id: string; text: string; label: string }>(file)) {
    const image = images[label];
    if (!image) continue;
    const events = eventsOf({ id, text }).filter((event) => event.reality !== 'negated');
    const best = events.toSorted((a, b) => b.confidence - a.confidence)[0];
    const isSilent = image.length === 0 && events.length === 0;
    entry(any, label, () => new Share()).add(isSilent || events.some(({ type }) => image.includes(type)));
    entry(surest, label, () => new Share()).add(
      isSilent || (best !== undefined && image.includes(best.type)),
    );
  }
  const labels = [...any].sort(([a], [b]) => a.localeCompare(b));
  return [
    `  macro agreement, any    ${macro(any).toFixed(3)}`,
    `  macro agreement, surest ${macro(surest).toFixed(3)}`,
    `  any by label: ${labels.map(([name, { right, all }]) => `${name} ${right}/${all}`).join(', ')}`,
  ];
}

function macro(shares: ReadonlyMap<string, Share>): number {
  return [...shares.values()].reduce((sum, share) => sum + share.value, 0) / Math.max(1, shares.size);
}
