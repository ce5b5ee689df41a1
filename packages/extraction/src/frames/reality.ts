import type { Clause } from '@trucewatch/language';
import type { Reality } from '@trucewatch/schema';
import type { Line } from '../document.ts';
import { singular } from './attack-words.ts';
import { governor } from './roles.ts';
import type { Word } from './word.ts';

/** Verbs whose complement is promised or decided, so it lies ahead. */
const promising = new Set(
  'agree vow pledge promise plan decide intend commit expect schedule announce prepare undertake swear'.split(
    ' ',
  ),
);
/** Verbs whose complement is wished, feared, demanded or tried. */
const unreal = new Set(
  'call urge want seek try attempt demand threaten ask need hope wish request require fear refuse fail consider propose offer appeal order aim press push suggest allow help encourage like prefer invite pave decline risk avoid prevent oppose tell warn discuss insist oblige'.split(
    ' ',
  ),
);
const conditional = new Set(['if', 'unless', 'whether', 'lest']);

/** Whether a clause is told as having happened, as to come, as possible or as denied, by its verb and what governs it. */
export function realityOf(clause: Clause, line: Line): Reality {
  const { verb } = clause;
  if (clause.marker && conditional.has(clause.marker)) return 'hypothetical';
  if (isAsIf(clause, line)) return 'hypothetical';
  if (clause.marker === 'until' && verb.tense === 'present' && !verb.perfect) return 'hypothetical';
  if (verb.negated || isNever(clause, line)) return 'negated';
  if (verb.modal) return verb.modal === 'would' && isReportedFuture(clause, line) ? 'future' : 'hypothetical';
  if (verb.tense === 'future') return 'future';
  if (isAsked(clause, line)) return 'hypothetical';
  if (isBare(clause, line)) return bareReality(clause, line);
  if (isToBe(clause, line)) return 'future';
  if (verb.form === 'infinitive') return underGovernor(clause, line);
  if (verb.form === 'gerund' || line.tokens[verb.first]?.lower === 'being')
    return gerundReality(clause, line);
  if (clause.link === 'relative' || clause.link === 'participle') return 'actual';
  return 'actual';
}

/** "it looks as if a bomb went off": what it is like. */
function isAsIf({ verb, subject }: Clause, line: Line): boolean {
  const first = Math.min(verb.first, ...subject.map((phrase) => phrase.first));
  const [as, or] = [line.tokens[first - 2]?.lower, line.tokens[first - 1]?.lower];
  return as === 'as' && (or === 'if' || or === 'though');
}

/** "at no time did we bomb", "have not met them or detained any": denied by a word further off. */
function isNever(clause: Clause, line: Line): boolean {
  const { verb, obliques } = clause;
  const { tree } = line;
  const token = tree.tokens[verb.head];
  if (!token) return false;
  const head = token.relation === 'conj' ? tree.headOf(token) : undefined;
  const joined = head && /^n?or$/u.test(tree.child(token, 'cc')?.lower ?? '');
  if (joined && !tree.child(token, 'nsubj', 'nsubj:pass') && tree.children(head, 'advmod').some(isNot))
    return true;
  if (clause.subject.some((phrase) => isNobody(phrase, line))) return true;
  return obliques.some(({ phrases }) =>
    phrases.some(
      ({ first, head: noun }) =>
        line.tokens[first]?.lower === 'no' && occasions.has(line.tokens[noun]?.lower ?? ''),
    ),
  );
}

/** "no priest was jailed", "none of the guards were killed". */
function isNobody({ first, head }: Clause['subject'][number], line: Line): boolean {
  return (
    line.tokens[first]?.lower === 'no' || /^(?:nobody|none|noone)$/u.test(line.tokens[head]?.lower ?? '')
  );
}

/** "Does a war kill more than hunger?", "Had they attacked": the auxiliary stands first. */
function isAsked({ verb }: Clause, line: Line): boolean {
  const { tree } = line;
  const token = tree.tokens[verb.head];
  const helper = token && tree.child(token, 'aux', 'aux:pass');
  const subject = token && tree.child(token, 'nsubj', 'nsubj:pass');
  if (!token || !helper || !subject || helper.index > subject.index || helper.upos !== 'AUX') return false;
  const first = tree.subtree(token).find(({ upos }) => upos !== 'PUNCT' && upos !== 'CCONJ');
  return first === helper;
}

/** "orders to stand by and shoot down": a bare verb without a subject goes with the infinitive before it. */
function isBare({ verb, subject }: Clause, line: Line): boolean {
  return (
    verb.form === 'finite' &&
    subject.length === 0 &&
    line.part === 'text' &&
    line.tokens[verb.head]?.xpos === 'VB' &&
    verb.first === verb.head
  );
}

function bareReality({ verb }: Clause, line: Line): Reality {
  let token = line.tree.tokens[verb.head];
  for (let depth = 0; token?.relation === 'conj' && depth < 6; depth++) {
    token = line.tree.headOf(token);
    const first = line.clauses.find((other) => other.verb.head === token?.index);
    if (first && first.verb.form === 'infinitive') return underGovernor(first, line);
    if (first?.verb.modal || first?.verb.tense === 'future') return realityOf(first, line);
  }
  return 'hypothetical';
}

const occasions = new Set(['time', 'way', 'circumstances', 'account', 'point', 'moment', 'case']);

function isNot({ lower }: { lower: string }): boolean {
  return lower === 'not' || lower === "n't" || lower === 'never';
}

/** "are to withdraw": what is agreed or ordered. */
function isToBe({ verb, marker }: Clause, line: Line): boolean {
  if (marker !== null) return false;
  const at = line.tokens[verb.first]?.lower === 'to' ? verb.first - 1 : verb.first;
  const be = line.tokens[at];
  return (
    (be?.lower === 'is' || be?.lower === 'are') && line.tokens[at + 1]?.lower === 'to' && verb.head > at + 1
  );
}

/** "said it would withdraw": a promise retold. */
function isReportedFuture(clause: Clause, line: Line): boolean {
  const above = governor(clause, line);
  return (
    above !== null &&
    above.verb.tense === 'past' &&
    /^(?:say|announce|agree|tell|pledge|declare|confirm)$/u.test(above.verb.lemma) &&
    clause.marker !== 'if' &&
    !hangsOnCondition(clause, line)
  );
}

/** "would stop if the troops left": what is said to come is said of another case. */
function hangsOnCondition(clause: Clause, line: Line): boolean {
  return line.clauses.some(
    ({ index, parent, marker }) =>
      index > clause.index &&
      (parent === clause.index || parent === clause.parent) &&
      (marker === 'if' || marker === 'unless'),
  );
}

function underGovernor(clause: Clause, line: Line): Reality {
  const above = governor(clause, line);
  const before = line.tokens
    .slice(Math.max(0, clause.verb.first - 2), clause.verb.first)
    .map((token) => token.lower);
  if (
    before.some((word) =>
      ['set', 'due', 'scheduled', 'expected', 'planned', 'ready', 'poised'].includes(word),
    )
  )
    return 'future';
  if (before.some((word) => word === 'decision' || word === 'move')) return 'actual';
  // "Rebels, army to meet in Doha": in a headline so is told what is to come.
  if (!above)
    return clause.subject.length > 0 && line.tree.tokens[clause.verb.head]?.relation === 'root'
      ? 'future'
      : 'hypothetical';
  if (/^(?:fail|refuse|decline)$/u.test(above.verb.lemma)) return 'negated';
  if (promising.has(above.verb.lemma)) return above.verb.negated ? 'negated' : 'future';
  if (above.verb.lemma === 'try' && above.verb.tense === 'future') return 'future';
  if (/^(?:continue|begin|start|resume|manage|use|help|force|proceed)$/u.test(above.verb.lemma))
    return realityOf(above, line);
  if (above.verb.lemma === 'be' && above.verb.tense === 'present') return 'future';
  return 'hypothetical';
}

function gerundReality(clause: Clause, line: Line): Reality {
  const above = governor(clause, line);
  const preposition = line.tokens[clause.verb.first - 1]?.lower;
  if (isOfPlan(clause, line)) return 'hypothetical';
  if (preposition === 'without') return 'negated';
  if (preposition === 'from') return 'hypothetical';
  if (!above) return 'actual';
  if (unreal.has(above.verb.lemma) && above.verb.lemma !== 'ask') return 'hypothetical';
  if (going.has(above.verb.lemma) && !preposition?.match(/^(?:by|with|for|of|after|before)$/u))
    return realityOf(above, line);
  if (above.verb.tense === 'future' || above.verb.modal) return realityOf(above, line);
  return 'actual';
}

/** Verbs that say of another only that it goes on or begins: "continue killing" is as real as the continuing. */
const going = new Set(['continue', 'keep', 'begin', 'start', 'resume']);

/** What may be had without being done: "the danger of his being shot", "the mission of killing". */
const plans = new Set(
  'possibility risk threat fear hope intention chance prospect danger aim mission purpose goal task objective idea plan capacity capability way means'.split(
    ' ',
  ),
);

function isOfPlan({ verb }: Clause, line: Line): boolean {
  const { tree } = line;
  const token = tree.tokens[verb.head];
  const head = token && tree.headOf(token);
  // "the danger of children being shot".
  if (head?.relation === 'nmod' && tree.child(head, 'case')?.lower === 'of') {
    const whole = tree.headOf(head);
    if (whole && plans.has(singular(whole.lower))) return true;
  }
  if (!token || !head || head.index > token.index) return false;
  if (
    token.relation === 'acl' &&
    plans.has(singular(head.lower)) &&
    line.tokens[verb.first]?.lower === 'being'
  )
    return true;
  return plans.has(singular(head.lower)) && tree.child(token, 'mark', 'case')?.lower === 'of';
}

const unrealBefore =
  /\b(?:fears?|risks?|threats?|possibility|prospects?|danger|hopes?|chances?|calls?|demands?|need|efforts?|attempts?|bid|plans?|talks|negotiations|appeals?|avoid|prevent|averting|avert|avoiding|preventing|possible|potential|any|if|proposals?|propose[ds]?|warned|warns|warning|eventual|future|imminent)\b(?: (?:of|for|to|on|about|against|over|the|an?|new|further|another|immediate|full-scale|all-out|more|wider|large-scale|renewed|in|at)){0,5}\s?$/iu;
const endedBefore =
  /\b(?:end|ending|ended|stop|stopping|halt|halting|cease|pause|pausing|cessation|suspension|suspend|resolve|settle|settlement|resolution|deescalate)\b(?: (?:of|to|in|the|an?|all|this|current|ongoing|renewed|military|active)){0,4}\s?$/iu;
const negatedBefore =
  /\b(?:no|without|denied|denies|deny|denying|neither|never|not any|nor)(?: (?:any|the|an?|carrying|out|involvement|in|having|new|such|of)){0,4}\s?$/iu;

/** Reality of a noun that tells an event, by the words before it and the clause it stands in. */
export function nominalReality(line: Line, start: number, clause: Clause | null): Reality {
  const before = line.source.slice(Math.max(line.start, start - 60), start);
  if (negatedBefore.test(before)) return 'negated';
  if (unrealBefore.test(before)) return 'hypothetical';
  if (endedBefore.test(before)) return 'actual';
  if (!clause) return 'actual';
  if (/\b(?:the|this|these|that|its|their)(?: [\p{L}-]+){0,2}\s$/iu.test(before) && clause.marker !== 'if')
    return 'actual';
  if (clause.verb.form === 'infinitive') return 'actual';
  const own = realityOf(clause, line);
  if (own === 'negated' && clause.verb.lemma !== 'be' && clause.verb.lemma !== 'take') return 'actual';
  return own;
}

/** The same for a noun of the tree: its own "no" or "any" counts, and so does the verb that makes it: "plan to launch an attack". */
export function nounReality(noun: Word, line: Line, start: number, clause: Clause | null): Reality {
  const { tree } = line;
  const determiners = tree.children(noun, 'det').map(({ lower }) => lower);
  if (determiners.includes('no') || tree.children(noun, 'advmod', 'cc').some(isNot)) return 'negated';
  if (determiners.includes('any')) return 'hypothetical';
  const told = nominalReality(line, start, clause);
  const head = tree.headOf(noun);
  if (told !== 'actual' || noun.relation !== 'obj' || determiners.some((word) => definite.has(word)))
    return told;
  const maker = line.clauses.find(({ verb }) => verb.head === head?.index);
  if (maker?.verb.form !== 'infinitive' || tree.child(noun, 'nmod:poss')) return told;
  return realityOf(maker, line);
}

const definite = new Set(['the', 'this', 'that', 'these', 'those']);
