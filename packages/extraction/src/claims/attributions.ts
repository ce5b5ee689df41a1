import type { Clause, Phrase } from '@trucewatch/language';
import type { Claim } from '@trucewatch/schema';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf, reference, trimmed } from '../actors/actors-of-phrase.ts';
import { type Line, rangeOf, wordsOf } from '../document.ts';
import type { Story } from '../story.ts';

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
  'say tell claim report insist allege note add state stress write tweet warn argue believe describe explain declare maintain assert reveal disclose announce inform reiterate emphasize emphasise underline underscore suggest estimate acknowledge admit recall point tweet comment remark post reply respond predict call consider'.split(
    ' ',
  ),
);
const confirms = new Set(['confirm', 'verify', 'acknowledge', 'admit']);
const denials = new Set(['deny', 'refute', 'dismiss', 'reject', 'rebut', 'dispute']);
const accusing = new Set(['accuse', 'blame', 'condemn', 'denounce', 'charge', 'criticise', 'criticize']);
const sourceNouns =
  /\b(?:sources?|witness(?:es)?|journalists?|reporters?|agency|agencies|news|reports?|media|statement|residents?|analysts?|experts?|observers?|activists?|monitors?|medics?|doctors?|newspaper|tv|television|correspondents?|hospital|rescuers?|survivors?|locals|people|prosecutors?|police|company|group|organi[sz]ation)\b/u;

/** The attributions of one sentence, in order. */
export function attributionsOf(line: Line, story: Story): Attribution[] {
  const found: Attribution[] = [];
  for (const clause of line.clauses) {
    const attribution = fromVerb(clause, line, story) ?? accordingTo(clause, line, story);
    if (attribution) found.push(attribution);
  }
  return found;
}

function fromVerb(clause: Clause, line: Line, story: Story): Attribution | null {
  const { lemma } = clause.verb;
  const accuse = accusing.has(lemma);
  if (!accuse && !says.has(lemma) && !confirms.has(lemma) && !denials.has(lemma)) return null;
  if (clause.verb.passive && !accuse && !denials.has(lemma)) return null;
  const speaker = speakerOf(
    clause.verb.passive
      ? agentOf(clause)
      : clause.subject.length > 0
        ? clause.subject
        : invertedSubject(clause, line),
    line,
    story,
  );
  if (!speaker) return null;
  const verb = rangeOf(line, clause.verb);
  const polarity = accuse
    ? 'accuses'
    : denials.has(lemma)
      ? 'denies'
      : confirms.has(lemma)
        ? 'confirms'
        : 'asserts';
  if (clause.verb.negated && polarity !== 'asserts') return null;
  const scope = scopeOf(clause, line, accuse || polarity === 'denies');
  const inside =
    speaker.part === line.part &&
    speaker.start >= line.start &&
    speaker.end <= line.end &&
    !speaker.resolvedBy;
  return {
    by: speaker,
    polarity,
    start: inside ? Math.min(speaker.start, verb.start) : verb.start,
    end: inside ? Math.max(verb.end, speaker.end) : verb.end,
    ...scope,
    clause,
    accused: accuse ? actorsOf(clause.verb.passive ? clause.subject : clause.objects, line, story) : [],
  };
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
  if (actor) return actor;
  const words = wordsOf(line, first);
  if (sourceNouns.test(words) || line.tokens[first.head]?.upos === 'PROPN')
    return reference(line, trimmed(line, first));
  return null;
}

/** What is said: from the verb to the end of the sentence; before it when the verb follows a comma or a quotation. */
function scopeOf(clause: Clause, line: Line, onlyAfter: boolean): { from: number; to: number } {
  const verb = rangeOf(line, clause.verb);
  const subjectStart = clause.subject[0] ? rangeOf(line, clause.subject[0]).start : verb.start;
  const before = line.source.slice(Math.max(line.start, subjectStart - 3), subjectStart);
  const trails = !onlyAfter && /[,"”'’]\s{0,2}$/u.test(before) && subjectStart > line.start + 12;
  const after = line.source.slice(verb.end, line.end);
  if (trails && !/\bthat\b/u.test(after.slice(0, 30))) return { from: line.start, to: verb.start };
  const stop = onlyAfter ? coordinatedStop(clause, line) : line.end;
  return { from: verb.end, to: stop };
}

/** "X accused Y of shelling and said …": the accusation ends where the speaker's next verb begins. */
function coordinatedStop(clause: Clause, line: Line): number {
  const next = line.clauses.find(
    (other) =>
      other.index > clause.index &&
      other.link === 'coordinated' &&
      other.verb.form === 'finite' &&
      other.subject[0]?.first === clause.subject[0]?.first,
  );
  return next ? rangeOf(line, next.verb).start : line.end;
}

/** "according to a statement from the ministry": the tail names who. */
function accordingTo(clause: Clause, line: Line, story: Story): Attribution | null {
  if (clause.verb.lemma !== 'accord' && line.tokens[clause.verb.head]?.lower !== 'according') return null;
  const to = clause.obliques.find((oblique) => oblique.preposition === 'to');
  if (!to) return null;
  const verb = rangeOf(line, clause.verb);
  const tail = clause.obliques.filter(
    (oblique) => oblique.at >= to.at && ['to', 'from', 'by', 'of'].includes(oblique.preposition),
  );
  const last = tail.at(-1)?.phrases.at(-1);
  const speakers = tail
    .flatMap((oblique) => oblique.phrases)
    .flatMap((phrase) => speakerList(phrase, line, story));
  const speaker = speakers.find((actor) => actor.id !== undefined) ?? speakers.at(-1);
  if (!speaker || !last) return null;
  const to_ =
    verb.start <= line.start + 4
      ? { from: rangeOf(line, last).end, to: line.end }
      : { from: line.start, to: verb.start };
  return {
    by: speaker,
    polarity: 'asserts',
    start: verb.start,
    end: Math.max(rangeOf(line, last).end, verb.end),
    ...to_,
    clause: null,
    accused: [],
  };
}

function speakerList(phrase: Phrase, line: Line, story: Story): ActorRef[] {
  const actors = actorsOf([phrase], line, story);
  if (actors.length > 0) return actors;
  const head = line.tokens[phrase.head];
  return head && (head.upos === 'PROPN' || head.upos === 'NOUN')
    ? [reference(line, trimmed(line, phrase))]
    : [];
}
