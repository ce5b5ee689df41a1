import type { Line } from '../document.ts';
import { singular } from './attack-words.ts';
import type { Word } from './word.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Verbs of which fighting or an attack is the subject when it is told as having happened. */
const happening = set(
  `occur happen take erupt break start begin commence resume continue rage persist intensify escalate last go follow come kill wound
  injure leave claim cost hit strike target destroy damage rock shake cause displace force drive trigger spread flare subside end stop
  cease ease involve ensue unfold engulf sweep echo devastate ravage hurt maim be uproot push mark disrupt die fall shatter tear result`,
);
/** Verbs with which a noun of violence makes one event, or by which it is noticed. */
const making = set(
  `carry conduct launch continue begin start make stage resume intensify step mount perpetrate commit undertake repel repulse wage engage
  fight hear report witness see confirm survive suffer face record condemn denounce unleash order lead open trigger spark provoke
  exchange have endure sustain foil thwart claim experience cause execute renew escalate deliver direct rebuff beat detonate inflict`,
);
const describing = set(
  'characterize characterise affect worsen motivate justify inspire enslave mark prompt feature',
);
/** Verbs of what violence does to people and things. */
const harming = set('kill wound injure die lose hurt destroy damage perish maim flee displace hit martyr');
const ending = set(
  'stop halt end cease suspend pause finish avoid prevent avert resolve settle freeze discontinue',
);
const endNouns = set(
  'end halt stop cessation pause suspension ending stopping halting resumption settlement solution',
);

/** Where a noun of violence stands in its sentence: told as happening, wished to an end, or merely spoken of. */
export type Telling = 'told' | 'ended' | 'named';

export function tellingOf(noun: Word, line: Line): Telling {
  const { tree } = line;
  let token = noun;
  for (let depth = 0; depth < 6 && (token.relation === 'conj' || isContained(token, line)); depth++)
    token = tree.headOf(token) ?? token;
  const head = tree.headOf(token);
  if (tree.children(noun, 'acl:relcl', 'acl').some(({ lemma }) => happening.has(lemma) || making.has(lemma)))
    return 'told';
  if (!head) return 'told';
  const { relation } = token;
  if (relation.startsWith('nsubj'))
    return happening.has(head.lemma) || making.has(head.lemma) ? 'told' : 'named';
  if (relation === 'obj') {
    // "the defenders stopped 33 assaults of the enemy": they were made.
    const fended =
      /^(?:stop|halt)$/u.test(head.lemma) &&
      /^(?:assault|attack|raid|attempt)s$/u.test(noun.lower) &&
      tree.child(noun, 'nummod') !== undefined;
    if (fended) return 'told';
    if (ending.has(head.lemma)) return 'ended';
    return making.has(head.lemma) ? 'told' : 'named';
  }
  // "a campaign characterized by attacks".
  if (relation === 'obl:agent') return describing.has(head.lemma) ? 'named' : 'told';
  if (relation === 'parataxis' || relation === 'appos' || relation === 'list') return 'told';
  if (relation.startsWith('nmod') && endNouns.has(head.lemma)) return 'ended';
  if (relation.startsWith('obl') && /^(?:refrain|abstain|desist)$/u.test(head.lemma)) return 'ended';
  if (relation.startsWith('obl') || relation.startsWith('nmod')) return harms(head, line) ? 'told' : 'named';
  return 'named';
}

/** Verbs by which a war begins or takes its dead; that it "goes on" or "intensifies" is no news of one happening. */
const outbreaks = set(
  `erupt break start begin flare resume kill wound claim leave cost displace destroy wage declare launch unleash spark provoke trigger
  rage occur happen take ensue unfold`,
);

/** Whether fighting is told as breaking out, or as taking lives: "a war broke out", "the conflict that has cost 70,000 lives". */
export function isOutbreak(noun: Word, line: Line): boolean {
  const { tree } = line;
  const head = tree.headOf(noun);
  if (head && outbreaks.has(head.lemma) && /^(?:nsubj|obj)/u.test(noun.relation)) return true;
  if (tree.children(noun, 'acl:relcl', 'acl').some(({ lemma }) => outbreaks.has(lemma))) return true;
  if (head?.lemma === 'be' && tree.child(head, 'expl')) return true;
  return /^(?:obl|nmod)/u.test(noun.relation) && head !== undefined && harms(head, line);
}

/** "a series of attacks" is told where the series is. */
function isContained(token: Word, line: Line): boolean {
  if (token.relation !== 'nmod' || line.tree.child(token, 'case')?.lower !== 'of') return false;
  return containers.has(singular(line.tree.headOf(token)?.lower ?? ''));
}

const containers = set('series wave spate string number campaign dozen hundred');

/** Whether a word, or the verb above it, says what violence does: "killed in the fighting", "12 dead in clashes". */
function harms(token: Word, line: Line): boolean {
  let at: Word | undefined = token;
  for (let depth = 0; at && depth < 4; depth++) {
    if (harming.has(at.lemma) || at.lemma === 'dead' || at.lemma === 'casualty' || at.lemma === 'death')
      return true;
    at = line.tree.headOf(at);
  }
  return false;
}

/** Relations of what may date or place a noun of violence. */
const own = [
  'nmod',
  'obl',
  'nmod:unmarked',
  'obl:tmod',
  'obl:unmarked',
  'nmod:poss',
  'compound',
  'acl:relcl',
];

/** Whether a noun has a time of its own. */
export function isDated(noun: Word, line: Line): boolean {
  if (line.times.length === 0) return false;
  const spans = line.tree.children(noun, ...own).map((child) => line.tree.span(child));
  return spans.some((span) => line.times.some((time) => time.start < span.end && span.start < time.end));
}

/** Whether a noun has a time of its own, or a place smaller than a country. */
export function isAnchored(noun: Word, line: Line): boolean {
  if (isDated(noun, line)) return true;
  const places = line.places.filter(({ place, qualifies }) => place.level !== 'country' && !qualifies);
  if (places.length === 0) return false;
  const spans = line.tree.children(noun, ...own).map((child) => line.tree.span(child));
  return spans.some((span) => places.some((place) => place.start < span.end && span.start < place.end));
}
