import type { Candidate } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Refiner } from './refiner.ts';

/** Worlds that borrow the words of war, by words that only they use. */
const worlds: Readonly<Record<string, string>> = {
  sport:
    'goal goals striker midfielder goalkeeper keeper defender derby league coach match halftime interval championship tournament chess pawn bishop grandmaster teammates club fans stadium referee rovers innings wicket racing peloton playoffs quarterback footballer football soccer rugby tennis opener equaliser penalty scored champion challenger rook gambit season signing transfer finals cup quarter-final quarter-finals semi-final semi-finals quarterfinal quarterfinals semifinal semifinals finalists tournament fly-half scrum fixture fixtures qualifiers medal medals olympic olympics sprint lap laps batsman bowler overs goalscorer winger pitch playoff goalless set-piece grand-prix heavyweight knockout',
  screen:
    'film films trilogy sequel episode players gamers console novel novelist actor actress audience audiences theatre theater playwright comedy cinema screenplay album concert exhibition premiere director laughs queued blockbuster game games video-game thriller drama masked',
  medicine:
    'virus parasite malaria tumour tumor vaccine vaccines infection infections antibodies bacteria researchers disease pandemic epidemic flu cells immune intensive-care variant symptoms hospitalised immunity',
  nature:
    'flood floods flooding river quake earthquake magnitude avalanche avalanches snow skiers hurricane locust locusts insects swarm swarms hectares insecticide rainfall wildfire sandbags resort slopes wheat crops pests harvest',
  market:
    'shares fares airline airlines tickets price prices investors customers profit profits revenue competitors supermarket retailer discount discounts analysts brand passengers routes rival tariff tariffs stock stocks traders exports imports automakers carmaker carmakers manufacturers chipmaker shareholders earnings',
  crime: 'burglaries burglars thieves robbers shoplifting pickpockets cyclists bicycle bicycles',
  labour:
    'union unions walkout walkouts picket pay wage wages salary salaries staff rail railway commuters cabin crew employers workforce overtime nurses teachers',
  court:
    'court courtroom juror jurors jury defendant prosecutor prosecutors judge trial verdict guilty sentenced magistrate acquitted bail barrister lawyers plaintiff hearing',
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
/** Worlds that have meetings and truces of their own: teams meet, traders call a truce in a trade war. */
const withTruces = new Set(['sport', 'screen', 'court', 'market', 'labour']);
const peaceful = new Set(['ceasefire', 'talks', 'agreement']);
/** So many different words of one world make an article of it. */
const enough = 3;
const trial = 5;

/** "The virus invades the cells", "United hit back": the words of war in an article, or a sentence, about something else. */
export const otherWorlds: Refiner = {
  name: 'other-worlds',
  refine: (candidates, story, trace) => {
    if (!candidates.some(({ type }) => violent.has(type) || peaceful.has(type))) return candidates;
    const world = worldOfText(story.document.lines, enough);
    return candidates.filter((candidate) => {
      if (peaceful.has(candidate.type) ? !isOwnTruce(candidate, world) : !violent.has(candidate.type))
        return true;
      if ((!world && !isAside(candidate)) || isInEarnest(candidate)) return true;
      trace('other-worlds', candidate, 'the words of war in a text about something else');
      return false;
    });
  },
};

/** "called a truce in their trade war": of talks and deals only what the market or the courts have of the kind. */
function isOwnTruce({ type }: Candidate, world: string | null): boolean {
  return world !== null && withTruces.has(world) && (type === 'ceasefire' || world === 'sport');
}

/** Armed people with the dead, a place or a known side beside them, whatever else the article is about. */
function isInEarnest({ line }: Candidate): boolean {
  if (line.counts.length + line.places.length + line.actors.length === 0) return false;
  return line.tokens.some(({ lemma, lower }) => armed.has(lemma) || armed.has(lower));
}

/** One sentence about something else, without anybody who is known. */
function isAside({ line }: Candidate): boolean {
  return line.actors.length === 0 && worldOfText([line], 2) !== null;
}

/** The world whose words the text is full of, where it has none of war; null in a text of our own. */
function worldOfText(lines: readonly Line[], least: number): string | null {
  const found = new Map<string, Set<string>>();
  const ofWar = new Set<string>();
  let accident = true;
  if (lines.some(({ actors }) => actors.some(({ id }) => id.startsWith('group:')))) return null;
  for (const { tokens } of lines)
    for (const { lower, lemma } of tokens) {
      const world = worldOf.get(lower);
      if (world) found.set(world, (found.get(world) ?? new Set()).add(lower));
      accident &&= !foulPlay.has(lower);
      if (armed.has(lemma) || armed.has(lower)) ofWar.add(lemma);
    }
  if (!accident) found.delete('accident');
  // Courts try rebels too: only what is nothing but a trial is one.
  if ((found.get('court')?.size ?? 0) < trial) found.delete('court');
  const most = Math.max(0, ...[...found.values()].map(({ size }) => size));
  if (most < least || ofWar.size * 4 > most) return null;
  return [...found].find(([, { size }]) => size === most)?.[0] ?? null;
}
