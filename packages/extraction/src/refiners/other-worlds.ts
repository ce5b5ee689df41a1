import type { Candidate } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Refiner } from './refiner.ts';

/** Worlds that borrow the words of war, by words that only they use. */
const worlds: Readonly<Record<string, string>> = {
  sport:
    'goal goals striker midfielder goalkeeper keeper defender derby league coach match halftime interval championship tournament chess pawn bishop grandmaster teammates club fans stadium referee rovers innings wicket racing peloton playoffs quarterback footballer football soccer rugby tennis opener equaliser penalty scored champion challenger rook gambit season signing transfer',
  screen:
    'film films trilogy sequel episode players gamers console novel novelist actor actress audience audiences theatre theater playwright comedy cinema screenplay album concert exhibition premiere director laughs queued blockbuster game games video-game thriller drama masked',
  medicine:
    'virus parasite malaria tumour tumor vaccine vaccines infection infections antibodies bacteria researchers disease pandemic epidemic flu cells immune intensive-care variant symptoms hospitalised immunity',
  nature:
    'flood floods flooding river quake earthquake magnitude avalanche avalanches snow skiers hurricane locust locusts insects swarm swarms hectares insecticide rainfall wildfire sandbags resort slopes wheat crops pests harvest',
  market:
    'shares fares airline airlines tickets price prices investors customers profit profits revenue competitors supermarket retailer discount discounts analysts brand passengers routes rival',
  crime: 'burglaries burglars thieves robbers shoplifting pickpockets cyclists bicycle bicycles',
  accident:
    'crash crashed crashing plane pilot crew passengers flight airliner engine runway derailed derailment collision collided overturned accident capsized fog',
  debate:
    'candidate candidates debate taxes budget benches congress deputy voters ballot poll polls wing wings record moderator schools',
};
const worldOf = new Map(
  Object.entries(worlds).flatMap(([world, words]) => words.split(' ').map((word) => [word, world] as const)),
);
/** Words that only armed conflict uses: with them the other words are decoration. */
const armed = new Set(
  'troop army soldier rebel militia militiaman guerrilla guerilla insurgent militant military shelling artillery airstrike peacekeeper gunman combatant separatist paramilitary warplane frontline refugee jihadist mortar rocket ammunition convoy civilian hostage ambulance airbase checkpoint'.split(
    ' ',
  ),
);
/** Words that say of a crash that somebody made it. */
const foulPlay = new Set(
  'bomb bombed bombs bombing grenade hijack hijacked hijacker hijackers terrorist terrorists sabotage explosive explosives dynamite missile missiles assassinated attack attacked'.split(
    ' ',
  ),
);
const violent = new Set([
  'attack',
  'clash',
  'capture',
  'displacement',
  'detention',
  'withdrawal',
  'deployment',
]);
/** So many different words of one world make an article of it. */
const enough = 3;

/** "The virus invades the cells", "United hit back": the words of war in an article, or a sentence, about something else. */
export const otherWorlds: Refiner = {
  name: 'other-worlds',
  refine: (candidates, story, trace) => {
    if (!candidates.some(({ type }) => violent.has(type))) return candidates;
    const elsewhere = isElsewhere(story.document.lines, enough);
    return candidates.filter((candidate) => {
      if (!violent.has(candidate.type)) return true;
      if ((!elsewhere && !isAside(candidate)) || isInEarnest(candidate)) return true;
      trace('other-worlds', candidate, 'the words of war in a text about something else');
      return false;
    });
  },
};

/** Armed people with the dead, a place or a known side beside them, whatever else the article is about. */
function isInEarnest({ line }: Candidate): boolean {
  if (line.counts.length + line.places.length + line.actors.length === 0) return false;
  return line.tokens.some(({ lemma, lower }) => armed.has(lemma) || armed.has(lower));
}

/** One sentence about something else, without anybody who is known. */
function isAside({ line }: Candidate): boolean {
  return line.actors.length === 0 && isElsewhere([line], 2);
}

function isElsewhere(lines: readonly Line[], least: number): boolean {
  const found = new Map<string, Set<string>>();
  const ofWar = new Set<string>();
  let accident = true;
  for (const { tokens, actors } of lines) {
    if (actors.some(({ id }) => id.startsWith('group:'))) return false;
    for (const { lower, lemma } of tokens) {
      const world = worldOf.get(lower);
      if (world) found.set(world, (found.get(world) ?? new Set()).add(lower));
      accident &&= !foulPlay.has(lower);
      if (armed.has(lemma) || armed.has(lower)) ofWar.add(lemma);
    }
  }
  if (!accident) found.delete('accident');
  const most = Math.max(0, ...[...found.values()].map(({ size }) => size));
  return most >= least && ofWar.size * 4 <= most;
}
