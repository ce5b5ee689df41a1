import type { Clause, Phrase, Token } from '@trucewatch/language';
import type { Claim } from '@trucewatch/schema';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf, reference, trimmed } from '../actors/actors-of-phrase.ts';
import { type Line, rangeOf } from '../document.ts';
import type { Story } from '../story.ts';
import { accordingTo } from './according-to.ts';

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
  'say tell claim report insist allege note add state stress write tweet warn argue believe describe explain declare maintain assert reveal disclose announce inform reiterate emphasize emphasise underline underscore suggest estimate express acknowledge admit recall point tweet comment remark post reply respond predict call consider'.split(
    ' ',
  ),
);
const confirms = new Set(['confirm', 'verify', 'acknowledge', 'admit']);
const denials = new Set(['deny', 'refute', 'dismiss', 'reject', 'rebut', 'dispute']);
const accusing = new Set(['accuse', 'blame', 'condemn', 'denounce', 'charge', 'criticise', 'criticize']);
/** What carries words does not speak; any other noun that says something is somebody. */
const mute = new Set(['law', 'map', 'rule', 'sign', 'clock', 'article', 'clause', 'graphic']);

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
    const attribution = fromVerb(clause, line, story);
    found.push(...(attribution ? [attribution] : accordingTo(clause, line, story)));
  }
  found.push(...fromNoun(line));
  const label = speakerLabel(line);
  return label ? [label, ...found] : found;
}

/** "Maria Petrova: …": what follows the name is what she says. */
function speakerLabel(line: Line): Attribution | null {
  const label = /^(\p{Lu}[\p{L}.’'-]{1,30}(?: \p{Lu}[\p{L}.’'-]{1,30}){1,3}):\s/u.exec(
    line.source.slice(line.start, Math.min(line.end, line.start + 130)),
  );
  const name = label?.[1];
  if (!name) return null;
  const end = line.start + name.length;
  return {
    by: reference(line, { start: line.start, end }),
    polarity: 'asserts',
    start: line.start,
    end,
    from: end,
    to: line.end,
    clause: null,
    accused: [],
  };
}

function fromVerb(clause: Clause, line: Line, story: Story): Attribution | null {
  const { lemma } = clause.verb;
  const accuse = accusing.has(lemma);
  if (!accuse && !says.has(lemma) && !confirms.has(lemma) && !denials.has(lemma)) return null;
  if (clause.verb.passive && !accuse && !denials.has(lemma)) return null;
  if (isCounted(clause, line)) return null;
  const speaker =
    speakerOf(
      clause.verb.passive
        ? agentOf(clause)
        : clause.subject.length > 0
          ? clause.subject
          : invertedSubject(clause, line),
      line,
      story,
    ) ?? officeBefore(clause, line);
  if (!speaker) return null;
  const by = speaker.id === undefined ? sideExplained(speaker, line, story) : speaker;
  const verb = rangeOf(line, clause.verb);
  const polarity = accuse
    ? 'accuses'
    : denials.has(lemma)
      ? 'denies'
      : confirms.has(lemma)
        ? 'confirms'
        : 'asserts';
  if (clause.verb.negated && polarity !== 'asserts') return null;
  const scope =
    (accuse ? null : scopeInTree(clause, line)) ?? scopeOf(clause, line, accuse || polarity === 'denies');
  const inside =
    speaker.part === line.part &&
    speaker.start >= line.start &&
    speaker.end <= line.end &&
    !speaker.resolvedBy;
  return {
    by,
    polarity,
    start: inside ? Math.min(speaker.start, verb.start) : verb.start,
    end: inside ? Math.max(verb.end, speaker.end) : verb.end,
    ...scope,
    clause,
    accused: accuse ? actorsOf(clause.verb.passive ? clause.subject : clause.objects, line, story) : [],
  };
}

/** "450 people reported dead": who is counted and has no words of his own says nothing. */
function isCounted(clause: Clause, line: Line): boolean {
  const [subject] = clause.subject;
  const verb = line.tokens[clause.verb.head];
  if (!subject || !verb || line.tree.child(verb, 'ccomp', 'obj', 'parataxis')) return false;
  return line.tokens.slice(subject.first, subject.last + 1).some(({ upos }) => upos === 'NUM');
}

/** "In that one, Armenia's Defence Ministry said": the office right before the verb, where the parser took another subject. */
function officeBefore(clause: Clause, line: Line): ActorRef | null {
  if (clause.verb.passive) return null;
  const verb = rangeOf(line, clause.verb).start;
  const actor = line.actors.findLast((known) => known.end < verb && !known.dateline);
  if (
    !actor ||
    !/^['’]s(?: \p{Lu}[\p{L}-]{1,20}){0,3} (?:[Mm]inistry|[Aa]rmy|[Mm]ilitary|[Gg]overnment) $/u.test(
      line.source.slice(actor.end, verb),
    )
  )
    return null;
  return { ...reference(line, { start: actor.start, end: verb - 1 }), id: actor.id };
}

/** "The Iranian side sounded calmer: a ministry official said": after the colon speaks somebody of the side named before it. */
function sideExplained(speaker: ActorRef, line: Line, story: Story): ActorRef {
  if (!/\b(?:official|spokes\w+|ministry|army|military)$/iu.test(speaker.name)) return speaker;
  if (speaker.start < line.start || !/: (?:an?|the) $/u.test(line.source.slice(line.start, speaker.start)))
    return speaker;
  const before = line.actors.filter((actor) => actor.end < speaker.start);
  const [side] = before;
  if (!side || before.some((actor) => actor.id !== side.id) || !story.pair?.some(({ id }) => id === side.id))
    return speaker;
  const noun =
    /^ (?:side|army|military|government|camp)\b/u.exec(line.source.slice(side.end, line.end))?.[0] ?? '';
  const range = { start: side.start, end: side.end + noun.length };
  return { ...reference(line, range), id: side.id, resolvedBy: 'side-before-colon' };
}

function agentOf(clause: Clause): Phrase[] {
  return clause.obliques.find((oblique) => oblique.preposition === 'by')?.phrases ?? [];
}

/** '…," said the ministry': the subject after the verb. */
function invertedSubject(clause: Clause, line: Line): Phrase[] {
  const before = line.tokens[clause.verb.first - 1]?.lower;
  return before && /^[",”']+$/u.test(before) ? clause.objects : [];
}

function speakerOf(phrases: readonly Phrase[], line: Line, story: Story): ActorRef | null {
  const [first] = phrases;
  if (!first) return null;
  const [actor] = actorsOf(phrases, line, story);
  if (actor) return withApposedName(actor, line);
  const head = line.tokens[first.head];
  return head && (head.upos === 'NOUN' || head.upos === 'PROPN') && !mute.has(head.lemma)
    ? reference(line, trimmed(line, first))
    : null;
}

/** "The president, Ilham Aliyev, said": the name right after the office belongs to who speaks. */
function withApposedName(actor: ActorRef, line: Line): ActorRef {
  if (actor.part !== line.part || actor.start < line.start || actor.end > line.end) return actor;
  const person = line.actors.find(
    (known) =>
      known.kind === 'person' &&
      known.start > actor.end &&
      known.start <= actor.end + 2 &&
      line.source.slice(actor.end, known.start).trim().length <= 1,
  );
  return person ? { ...actor, name: line.source.slice(actor.start, person.end), end: person.end } : actor;
}

const tellingNouns = new Set(['report', 'claim', 'allegation', 'rumour', 'rumor', 'accusation']);

/** "amid reports that …", "reports surfaced that …": nobody is named, but it is not the narrator who says it. */
function fromNoun(line: Line): Attribution[] {
  return line.tokens.flatMap((noun): Attribution[] => {
    if (noun.upos !== 'NOUN' || !tellingNouns.has(noun.lemma)) return [];
    const head = line.tree.headOf(noun);
    const said =
      line.tree.children(noun, 'acl', 'ccomp', 'acl:relcl').find((child) => opensWithThat(child, line)) ??
      (noun.relation === 'nsubj' &&
      head &&
      /^(?:surface|emerge|circulate|spread|come|say|suggest|indicate)$/u.test(head.lemma)
        ? line.tree.children(head, 'ccomp', 'advcl', 'xcomp').find((child) => opensWithThat(child, line))
        : undefined);
    if (!said) return [];
    const first = line.tree.children(noun, 'amod', 'compound', 'nmod:poss')[0] ?? noun;
    const range = { start: Math.min(first.start, noun.start), end: noun.end };
    const { start, end } = line.tree.span(said);
    return [
      {
        by: reference(line, range),
        polarity: 'asserts',
        ...range,
        from: start,
        to: end,
        clause: null,
        accused: [],
      },
    ];
  });
}

function opensWithThat(clause: Token, line: Line): boolean {
  return line.tree.children(clause, 'mark').some(({ lower }) => lower === 'that');
}

/** What is said, where the tree has it as the complement of the verb, before it or after it. */
function scopeInTree(clause: Clause, line: Line): { from: number; to: number } | null {
  const verb = line.tokens[clause.verb.head];
  if (!verb) return null;
  const said = line.tree.children(verb, 'ccomp');
  const [first] = said;
  if (!first) return null;
  const spans = said.map((head) => line.tree.span(head));
  const from = Math.min(...spans.map(({ start }) => start));
  const to = Math.max(...spans.map(({ end }) => end));
  return { from, to };
}

/** What is said, by the order of the words: from the verb to the end of the sentence; before it when the verb follows a comma or a quotation. */
function scopeOf(clause: Clause, line: Line, onlyAfter: boolean): { from: number; to: number } {
  const verb = rangeOf(line, clause.verb);
  const subjectStart = clause.subject[0] ? rangeOf(line, clause.subject[0]).start : verb.start;
  const opening = Math.min(subjectStart, verb.start);
  const before = line.source.slice(Math.max(line.start, opening - 3), opening);
  if (clause.verb.passive && onlyAfter) return { from: line.start, to: verb.start };
  const trails = !onlyAfter && /[,"”'’]\s{0,2}$/u.test(before) && opening > line.start + 12;
  const after = line.source.slice(verb.end, line.end);
  if (trails && /^, (?=\p{L})/u.test(after) && speaksOn(clause, line))
    return { from: line.start, to: line.end };
  if (trails && !/\bthat\b/u.test(after.slice(0, 30))) return { from: line.start, to: verb.start };
  const stop = onlyAfter ? coordinatedStop(clause, line) : line.end;
  return { from: verb.end, to: stop };
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
