import type { Clause } from '@trucewatch/language';
import type { Claim } from '@trucewatch/schema';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Line, rangeOf } from '../document.ts';
import type { Story } from '../story.ts';
import { accordingTo } from './according-to.ts';
import { reportsTold } from './report-nouns.ts';
import { speakerBehind, speakerLabel } from './speaker-label.ts';
import { speakersOf } from './speakers.ts';

/** Someone says something in a sentence: who, how, and which stretch of it is what they say. */
export interface Attribution {
  by: ActorRef;
  polarity: Claim['polarity'];
  /** Offsets of the words that carry the attribution. */
  start: number;
  end: number;
  /** Offsets of what is attributed. */
  from: number;
  to: number;
  /** Clause of the verb of saying; null for "according to". */
  clause: Clause | null;
  /** "accused X of …", "blamed X for …": who is accused. */
  accused: ActorRef[];
}

const says = new Set(
  'say tell claim report insist allege note add state stress write tweet warn argue believe describe explain declare maintain assert reveal disclose announce inform reiterate emphasize emphasise underline underscore suggest estimate express acknowledge admit recall point tweet comment remark post reply respond predict call consider vow pledge promise threaten count document tally put'.split(
    ' ',
  ),
);
/** Of those, what tells something only of who does it on record: "the group counts 594 dead". */
const tallies = new Set(['count', 'document', 'tally', 'put']);
const tolls = /^(?:toll|tolls|dead|losses|number|figure|count|deaths|casualties|injured|wounded)$/u;
const confirms = new Set(['confirm', 'verify', 'corroborate', 'acknowledge', 'admit']);
const denials = new Set(['deny', 'refute', 'dismiss', 'reject', 'rebut', 'dispute']);
const accusing = new Set(['accuse', 'blame', 'condemn', 'denounce', 'charge', 'criticise', 'criticize']);
/** "urged Russia to consider", "refused to confirm": nothing has been said. */
const unsaid = new Set(
  'urge ask call want demand expect refuse decline plan intend seek request invite order persuade convince force press oblige allow'.split(
    ' ',
  ),
);

const known = new WeakMap<Line, Attribution[]>();

/** The attributions of one sentence, in order. Several refiners ask for them: each line is read once. */
export function attributionsOf(line: Line, story: Story): Attribution[] {
  const before = known.get(line);
  if (before) return before;
  const found = findAttributions(line, story);
  known.set(line, found);
  return found;
}

function findAttributions(line: Line, story: Story): Attribution[] {
  const found: Attribution[] = [];
  for (const clause of line.clauses) {
    const said = fromVerb(clause, line, story);
    found.push(...(said.length > 0 ? said : accordingTo(clause, line, story)));
  }
  found.push(...reportsTold(line));
  const label = speakerLabel(line);
  const behind = speakerBehind(line);
  return [...(label ? [label] : []), ...found, ...(behind ? [behind] : [])];
}

function fromVerb(clause: Clause, line: Line, story: Story): Attribution[] {
  const { lemma } = clause.verb;
  const accuse = accusing.has(lemma);
  if (!accuse && !says.has(lemma) && !confirms.has(lemma) && !denials.has(lemma)) return [];
  if (clause.verb.passive && !accuse && !denials.has(lemma)) return [];
  if (tallies.has(lemma) && (clause.verb.form !== 'finite' || clause.link === 'relative')) return [];
  // "Israel puts its own dead at 28".
  if (lemma === 'put' && !clause.objects.some(({ head }) => tolls.test(line.tokens[head]?.lower ?? '')))
    return [];
  if (isCounted(clause, line) || isUnsaid(clause, line) || answersCall(clause, line)) return [];
  const speakers = speakersOf(clause, line, story);
  const verb = rangeOf(line, clause.verb);
  const owns = ownsUp(clause, line);
  const polarity = accuse
    ? 'accuses'
    : denials.has(lemma)
      ? 'denies'
      : owns || confirms.has(lemma)
        ? 'confirms'
        : 'asserts';
  // "has not commented": silence claims nothing.
  if (speakers.length === 0 || clause.verb.negated) return [];
  const inside = speakers.filter(
    ({ part, start, end, resolvedBy }) =>
      part === line.part && start >= line.start && end <= line.end && !resolvedBy,
  );
  const start = Math.min(verb.start, ...inside.map((speaker) => speaker.start));
  const scope =
    (owns && clause.link !== 'main' ? { from: line.start, to: line.end } : null) ??
    (accuse || lemma === 'express' ? null : scopeInTree(clause, line)) ??
    scopeOf(clause, line, start, accuse || polarity === 'denies');
  const end = Math.max(verb.end, ...inside.map((speaker) => speaker.end));
  const accused = accuse ? actorsOf(clause.verb.passive ? clause.subject : clause.objects, line, story) : [];
  return speakers.map((by) => ({ by, polarity, start, end, ...scope, clause, accused }));
}

/** "claimed responsibility for the attack": nobody else says so. */
function ownsUp({ verb, objects }: Clause, line: Line): boolean {
  const owning = verb.lemma === 'claim' || verb.lemma === 'admit';
  return owning && objects.some(({ head }) => line.tokens[head]?.lower === 'responsibility');
}

const wishes = new Set(
  'call demand request appeal offer proposal suggestion plea invitation idea plan'.split(' '),
);

/** "rejected calls to resign", "called for talks": nothing is told, and nothing is denied. */
function answersCall({ verb, objects, obliques }: Clause, line: Line): boolean {
  if (verb.lemma === 'call') return obliques.some(({ preposition }) => preposition === 'for');
  if (verb.lemma !== 'reject' && verb.lemma !== 'dismiss') return false;
  return objects.some(({ head }) => wishes.has(line.tokens[head]?.lemma ?? ''));
}

function isUnsaid({ verb, parent }: Clause, line: Line): boolean {
  const above = parent === null ? undefined : line.clauses[parent];
  return verb.form === 'infinitive' && above !== undefined && unsaid.has(above.verb.lemma);
}

/** "450 people reported dead": who is counted and has no words of his own says nothing. */
function isCounted(clause: Clause, line: Line): boolean {
  const [subject] = clause.subject;
  const verb = line.tokens[clause.verb.head];
  // "…, two officials said": who is set off from what is told says it.
  if (
    subject &&
    line.tokens[subject.first - 1]?.text === ',' &&
    line.clauses.some(({ verb }) => verb.last < subject.first)
  )
    return false;
  if (!subject || !verb || line.tree.child(verb, 'ccomp', 'obj', 'parataxis')) return false;
  return line.tokens.slice(subject.first, subject.last + 1).some(({ upos }) => upos === 'NUM');
}

/** What is said, where the tree has it as the complement of the verb, before it or after it. */
function scopeInTree(clause: Clause, line: Line): { from: number; to: number } | null {
  const verb = line.tokens[clause.verb.head];
  if (!verb) return null;
  const gerunds = line.tree
    .children(verb, 'xcomp', 'advcl')
    .filter(({ xpos, index }) => xpos === 'VBG' && index > verb.index && index <= verb.index + 2);
  const complements = line.tree.children(verb, 'ccomp');
  // "admits shooting down a jet": the deed, whatever else the tree takes for what is said.
  const said = clause.verb.lemma === 'say' ? complements : [...complements, ...gerunds];
  const [first] = said;
  if (!first) return null;
  const spans = said.map((head) => line.tree.span(head));
  const from = Math.min(...spans.map(({ start }) => start));
  const to = Math.max(...spans.map(({ end }) => end));
  return { from, to };
}

/** What is said, by the order of the words: from the verb to the end of the sentence; before it when the verb follows a comma or a quotation. */
function scopeOf(
  clause: Clause,
  line: Line,
  speaking: number,
  onlyAfter: boolean,
): { from: number; to: number } {
  const verb = rangeOf(line, clause.verb);
  const subjectStart = startOfSubject(clause, line) ?? verb.start;
  const opening = Math.min(subjectStart, speaking);
  const before = line.source.slice(Math.max(line.start, opening - 3), opening);
  if (clause.verb.passive && onlyAfter) return { from: line.start, to: verb.start };
  const trails = !onlyAfter && /[,"”'’]\s{0,2}$/u.test(before) && opening > line.start + 12;
  const after = line.source.slice(verb.end, line.end);
  if (!onlyAfter && /^[.!"”’']*$/u.test(after) && opening > line.start + 12)
    return { from: line.start, to: opening };
  if (trails && /^, (?=\p{L})/u.test(after) && speaksOn(clause, line))
    return { from: line.start, to: line.end };
  if (trails && !/\bthat\b/u.test(after.slice(0, 30))) return { from: line.start, to: verb.start };
  const stop = onlyAfter ? coordinatedStop(clause, line) : line.end;
  return { from: verb.end, to: stop };
}

/** Where the subject with all that hangs on it begins. */
function startOfSubject({ subject, verb }: Clause, line: Line): number | null {
  const [first] = subject;
  const head = first && line.tree.tokens[first.head];
  if (!first || !head) return null;
  const { start } = rangeOf(line, first);
  return first.head < verb.first ? Math.min(start, line.tree.span(head).start) : start;
}

/** "From dawn, X wrote, guns were firing": the sentence goes on with a subject of its own after the aside. */
function speaksOn(clause: Clause, line: Line): boolean {
  const next = line.clauses[clause.index + 1];
  const subject = next?.subject[0];
  return (
    next?.verb.form === 'finite' &&
    subject !== undefined &&
    subject.first > clause.verb.last &&
    subject.first - clause.verb.last <= 3
  );
}

/** "X accused Y of shelling and said …": the accusation ends where the speaker's next verb begins. */
function coordinatedStop(clause: Clause, line: Line): number {
  const next = line.clauses.find(
    (other) =>
      other.index > clause.index &&
      other.verb.form === 'finite' &&
      other.subject[0]?.first === clause.subject[0]?.first,
  );
  return next ? rangeOf(line, next.verb).start : line.end;
}
