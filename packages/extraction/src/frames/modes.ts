import type { AttackMode } from '@trucewatch/schema';
import type { Word } from './word.ts';

const words: Readonly<Record<AttackMode, string>> = {
  suicide_bombing: 'suicide',
  landmine: 'landmine landmines booby-trap booby-trapped boobytrap minefield',
  drone: 'drone drones uav uavs quadcopter quadcopters unmanned shahed shaheds bayraktar kamikaze loitering',
  airstrike:
    'airstrike airstrikes warplane warplanes jet jets plane planes aircraft airplane airplanes helicopter helicopters gunship gunships aviation aerial strafe strafed strafing bomber',
  missile:
    'missile missiles rocket rockets ballistic scud scuds grad grads smerch katyusha katyushas qassam himars iskander projectile projectiles',
  shelling:
    'shell shells shelled shelling shellings artillery mortar mortars mortared howitzer howitzers bombard bombarded bombarding bombardment bombardments pound pounded pounding cannon cannons gunner gunners detonations',
  bombing:
    'bomb bombs bombed bombing bombings bombers explosive explosives ied ieds explosion explosions blast blasts dynamite dynamited exploded explode explodes detonated blew blown',
  shooting:
    'shoot shoots shot shots shooting shootings gunfire gunshot gunshots gunned gunbattle gunbattles sniper snipers gunfight gunfights shootout machine-gun machine-gunned machinegunning bullet bullets execute executed executing firing',
  ground_assault:
    'offensive offensives counteroffensive counter-offensive invade invaded invades invading invasion storm stormed storming storms incursion incursions advance advanced advances advancing assault assaults assaulted overran overrun',
  other:
    'gas chemical chlorine sarin grenade grenades torch torched arson burn burned burnt burning stab stabbed machete machetes knives beheaded hacked',
};
/** The order is that of the words above: the weapon before the way of using it. */
const order = Object.keys(words) as AttackMode[];
const modeOfWord = new Map(
  order.flatMap((mode) => words[mode].split(' ').map((word) => [word, mode] as const)),
);
const airborne = new Set(
  'strike strikes raid raids attack attacks bombardment force forces assault'.split(' '),
);
const dropped = new Set('barrel cluster guided glide gliding aerial'.split(' '));
const dug = new Set('coal gold copper iron diamond salt silver cobalt lithium uranium'.split(' '));

/** How an attack was made, by the words from one token to another; of several ways the first of the list. */
export function modeOf(
  tokens: readonly Word[],
  first: number,
  last: number,
  downing = false,
): AttackMode | undefined {
  let best = order.length;
  let fired = false;
  for (let i = Math.max(0, first); i <= last && i < tokens.length; i++) {
    const mode = modeAt(tokens, i);
    fired ||= firing.has((tokens[i] as Word).lower) && isFiring(tokens, i);
    if (!mode || (downing && mode === 'airstrike')) continue;
    best = Math.min(best, order.indexOf(mode));
  }
  return order[best] ?? (fired ? 'shooting' : undefined);
}

/** Guns, unless a word says otherwise: "opened fire", "gunmen". */
const firing = new Set(['fire', 'fires', 'fired', 'gunman', 'gunmen']);

function isFiring(tokens: readonly Word[], at: number): boolean {
  const token = tokens[at] as Word;
  return (
    token.lower.startsWith('gun') ||
    token.upos === 'VERB' ||
    /^(?:open|exchang|trad|return)/u.test(tokens[at - 1]?.lower ?? '')
  );
}

function modeAt(tokens: readonly Word[], at: number): AttackMode | undefined {
  const token = tokens[at] as Word;
  const before = tokens[at - 1]?.lower ?? '';
  const after = tokens[at + 1]?.lower ?? '';
  switch (token.lower) {
    case 'air':
      return airborne.has(after) || (after === '-' && airborne.has(tokens[at + 2]?.lower ?? ''))
        ? 'airstrike'
        : undefined;
    case 'mine':
    case 'mines':
      return token.upos === 'NOUN' && !dug.has(before) ? 'landmine' : undefined;
    case 'fire':
      return before === 'tank' ? 'shelling' : undefined;
    case 'bomb':
    case 'bombs':
      return dropped.has(before) ? 'airstrike' : 'bombing';
    case 'gun':
      return before === '-' && tokens[at - 2]?.lower === 'machine' ? 'shooting' : undefined;
    case 'ground':
      return after === 'operation' || after === 'forces' ? 'ground_assault' : undefined;
    case 'heavy':
      return after === 'weapons' || after === 'weaponry' ? 'shelling' : undefined;
    default:
      return modeOfWord.get(token.lower);
  }
}
