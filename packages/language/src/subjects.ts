import type { Token } from './analysis.ts';
import type { Chunk, NounChunk, VerbGroup } from './chunks.ts';
import { type Clause, type ClauseLink, type Phrase, phrase } from './clauses.ts';

/** Verbs whose object does the infinitive that follows: "urged Armenia to withdraw". */
const objectControl = new Set([
  'urge',
  'ask',
  'call',
  'order',
  'force',
  'allow',
  'tell',
  'want',
  'request',
  'press',
  'push',
  'invite',
  'persuade',
  'oblige',
  'require',
  'enable',
  'command',
  'instruct',
  'appeal',
  'accuse',
  'blame',
  'suspect',
  'see',
]);

/** Finds who does the verb at chunk `at`; empty when the sentence does not say. */
export function subjectOf(
  tokens: readonly Token[],
  chunks: Chunk[],
  at: number,
  verb: VerbGroup,
  link: ClauseLink,
  earlier: Clause[],
): Phrase[] {
  const previous = earlier.at(-1);
  if (verb.form === 'participle') return before(tokens, chunks, at, (chunk) => chunk.kind === 'noun');
  if (verb.form === 'infinitive' && !previous)
    return before(tokens, chunks, at, (chunk) => chunk.kind === 'noun');
  if (verb.form === 'infinitive' || verb.form === 'gerund') return controller(tokens, verb, previous);
  if (link === 'relative') return before(tokens, chunks, at, (chunk) => chunk.kind === 'noun');
  const own = link === 'coordinated' ? [] : ownSubject(tokens, chunks, at);
  if (own.length > 0) return own;
  if (!previous) return [];
  if (isJoinedTo(tokens, previous.verb, verb)) return coordinatedSubject(earlier);
  if (link === 'coordinated') return coordinatedSubject(earlier);
  if (previous.verb.form === 'participle') return previous.subject;
  return interruptions.has(wordBefore(tokens, verb)) ? interruptedSubject(earlier) : [];
}

const interruptions = new Set([',', '--', '-', '–', '—', ')']);

function controller(tokens: readonly Token[], verb: VerbGroup, previous: Clause | undefined): Phrase[] {
  if (!previous) return [];
  if (objectControl.has(previous.verb.lemma)) {
    if (previous.objects.length > 0) return previous.objects;
    const on = previous.obliques.find((oblique) => ['on', 'upon', 'to', 'for'].includes(oblique.preposition));
    if (on) return on.phrases;
    return previous.verb.passive ? previous.subject : [];
  }
  if (verb.form === 'gerund' && tokens[verb.first - 1]?.lower === 'by' && previous.verb.passive)
    return previous.subject;
  return previous.subject;
}

/** The leftmost noun chunk since the verb before that no preposition governs, with those joined to it. */
function ownSubject(tokens: readonly Token[], chunks: Chunk[], at: number): Phrase[] {
  let from = at - 1;
  while (from >= 0 && !isBarrier(tokens, chunks, from)) from--;
  let found: number[] = [];
  for (let c = from + 1; c < at; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind !== 'noun') {
      const word = (tokens[chunk.first] as Token).lower;
      const restart =
        word === 'and' ||
        word === 'but' ||
        word === 'as' ||
        word === 'after' ||
        word === 'while' ||
        word === 'that' ||
        word === ':' ||
        word === '"' ||
        word === '“';
      if (restart && word !== 'and') found = [];
      continue;
    }
    const joint = chunks[c - 1];
    const jointToken = joint ? (tokens[joint.first] as Token) : undefined;
    const governed =
      joint?.kind === 'other' &&
      jointToken?.upos === 'ADP' &&
      (!subordinating.has(jointToken.lower) || commaBetween(tokens, chunks, c, at));
    const object = c - 1 === from && chunks[from]?.kind === 'verb' && hasLaterSubject(tokens, chunks, c, at);
    if (isTimeChunk(tokens, chunk) || object || isBareNumber(tokens, chunk, found.length)) continue;
    if (found.length === 0 && !governed) found.push(c);
    else if (
      found.length > 0 &&
      (jointToken?.lower === 'and' || jointToken?.lower === '&') &&
      isJoined(tokens, chunks, found.at(-1) as number, c)
    )
      found.push(c);
  }
  const first = found[0];
  const list = first === undefined ? [] : listFrom(tokens, chunks, first, at);
  return (list.length > found.length ? list : found).map((c) => phrase(tokens, chunks, c));
}

/** "A, B and C": noun chunks parted by commas, the last by "and". */
function listFrom(tokens: readonly Token[], chunks: Chunk[], first: number, at: number): number[] {
  const list = [first];
  for (let c = first + 1; c < at; ) {
    const word = (tokens[(chunks[c] as Chunk).first] as Token).lower;
    const step =
      word === ',' && (tokens[(chunks[c + 1] ?? (chunks[c] as Chunk)).first] as Token).lower === 'and'
        ? 2
        : 1;
    if ((word !== ',' && word !== 'and') || chunks[c + step]?.kind !== 'noun') return [];
    list.push(c + step);
    if (word === 'and' || step === 2) return c + step === at - 1 ? list : [];
    c += step + 1;
  }
  return [];
}

/** Words that may open a clause as well as a phrase. */
const subordinating = new Set([
  'after',
  'before',
  'as',
  'since',
  'than',
  'like',
  'that',
  'while',
  'if',
  'until',
]);

function commaBetween(tokens: readonly Token[], chunks: Chunk[], from: number, to: number): boolean {
  for (let c = from + 1; c < to; c++)
    if ((tokens[(chunks[c] as Chunk).first] as Token).text === ',') return true;
  return false;
}

/** The "17" of "October 10 and 17". */
function isBareNumber(tokens: readonly Token[], chunk: NounChunk, found: number): boolean {
  return found > 0 && chunk.first === chunk.last && (tokens[chunk.head] as Token).upos === 'NUM';
}

/** Between the object of the verb before and this verb stands another free noun chunk after "and", "but" or a comma. */
function hasLaterSubject(tokens: readonly Token[], chunks: Chunk[], from: number, at: number): boolean {
  for (let c = from + 1; c < at; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind !== 'noun') continue;
    const joint = chunks[c - 1] as Chunk;
    const word = (tokens[joint.first] as Token).lower;
    if (joint.kind === 'noun' && !isTimeChunk(tokens, chunk)) return true;
    if (
      joint.kind === 'other' &&
      (word === ',' ||
        word === 'and' ||
        word === 'but' ||
        word === 'as' ||
        word === 'after' ||
        word === 'while' ||
        word === 'that')
    )
      return true;
  }
  return false;
}

/** "the army and the police", "the foreign ministers of A and B": joined when no comma parts them from a clause of their own. */
function isJoined(tokens: readonly Token[], chunks: Chunk[], left: number, right: number): boolean {
  for (let c = left + 1; c < right; c++)
    if ((tokens[(chunks[c] as Chunk).first] as Token).text === ',') return false;
  return right - left <= 4;
}

function isBarrier(tokens: readonly Token[], chunks: Chunk[], c: number): boolean {
  const chunk = chunks[c] as Chunk;
  if (chunk.kind === 'verb') return true;
  const word = (tokens[chunk.first] as Token).lower;
  return (
    chunk.kind === 'other' &&
    (word === ';' ||
      word === 'that' ||
      word === 'who' ||
      word === 'which' ||
      word === 'because' ||
      word === 'while' ||
      word === 'if')
  );
}

const timeHeads = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow night morning evening afternoon week month year day hours hour days weeks january february march april june july august september october november december gmt utc et p.m. a.m.'.split(
    ' ',
  ),
);
function isTimeChunk(tokens: readonly Token[], chunk: NounChunk): boolean {
  return (
    timeHeads.has((tokens[chunk.head] as Token).lower) ||
    ((tokens[chunk.head] as Token).upos === 'NUM' &&
      /^(?:19|20)\d\d$/u.test((tokens[chunk.head] as Token).text))
  );
}

/** The phrase nearest before the verb, over at most one relative word and comma. */
function before(
  tokens: readonly Token[],
  chunks: Chunk[],
  at: number,
  fits: (chunk: Chunk) => boolean,
): Phrase[] {
  for (let c = at - 1; c >= 0 && c >= at - 5; c--) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind === 'verb') return [];
    if (!fits(chunk)) continue;
    const head = headOfChain(tokens, chunks, c);
    return [phrase(tokens, chunks, head)];
  }
  return [];
}

/** From "region" in "the army of the region, which" back to "the army". */
function headOfChain(tokens: readonly Token[], chunks: Chunk[], c: number): number {
  let head = c;
  while (
    head >= 2 &&
    chunks[head - 2]?.kind === 'noun' &&
    chunks[head - 1]?.kind === 'other' &&
    (tokens[(chunks[head - 1] as Chunk).first] as Token).lower === 'of'
  )
    head -= 2;
  return head;
}

function wordBefore(tokens: readonly Token[], verb: VerbGroup): string {
  return tokens[verb.first - 1]?.lower ?? '';
}

/** "The truce, which began on Monday, collapsed": the subject that stood before the interruption. */
function interruptedSubject(earlier: Clause[]): Phrase[] {
  for (let i = earlier.length - 1; i >= 0; i--) {
    const clause = earlier[i] as Clause;
    if (clause.subject.length > 0) return clause.subject;
  }
  return [];
}

/** "denied it and in turn claimed": a joint stands somewhere between the two verbs, without a subject of its own. */
function isJoinedTo(tokens: readonly Token[], previous: VerbGroup, verb: VerbGroup): boolean {
  return tokens
    .slice(previous.last + 1, verb.first)
    .some((token) => token.lower === 'and' || token.lower === 'but');
}

/** "X attacked and seized": the subject of the last finite verb. */
function coordinatedSubject(earlier: Clause[]): Phrase[] {
  for (let i = earlier.length - 1; i >= 0; i--) {
    const clause = earlier[i] as Clause;
    if (clause.verb.form === 'finite' && clause.subject.length > 0) return clause.subject;
  }
  return [];
}

/** Without an object right after them these can only be passive: "13 people killed in the raid". */
const needsObject = new Set([
  'kill',
  'wound',
  'injure',
  'displace',
  'damage',
  'destroy',
  'arrest',
  'detain',
  'capture',
  'broker',
]);

/** "a truce brokered by Russia collapsed", "people killed in the raid": a bare past form that takes no subject of its own. */
export function isReducedParticiple(tokens: readonly Token[], chunks: Chunk[], at: number): boolean {
  const verb = chunks[at] as VerbGroup;
  if (verb.form === 'participle') return true;
  if (verb.first !== verb.head || verb.form !== 'finite' || verb.tense !== 'past') return false;
  const form = tokens[verb.head] as Token;
  if (
    form.upos !== 'VERB' ||
    (!form.lower.endsWith('ed') &&
      ![
        'held',
        'led',
        'left',
        'made',
        'sent',
        'hit',
        'struck',
        'shot',
        'met',
        'set',
        'put',
        'brought',
        'fought',
        'lost',
      ].includes(form.lower))
  )
    return false;
  if (
    chunks[at - 1]?.kind !== 'noun' &&
    form.lower !== 'brokered' &&
    (tokens[verb.first - 1]?.text !== ',' || !openersOfAside.has(tokens[verb.last + 1]?.lower ?? ''))
  )
    return false;
  if (tokens[verb.last + 1]?.lower === 'by') return true;
  if (tokens[verb.first - 1]?.text === ',' && chunks[at - 2]?.kind === 'noun')
    return finiteAfterComma(tokens, chunks, at);
  if (needsObject.has(verb.lemma) && chunks[at + 1]?.kind !== 'noun' && chunks[at + 1]?.kind !== 'verb')
    return true;
  if (['held', 'said', 'led', 'met', 'set', 'put'].includes(form.lower) && form.lower !== 'held')
    return false;
  return finiteFollows(tokens, chunks, at);
}

/** ", announced in Washington on Sunday, took effect": an aside between commas, with a finite verb right after it. */
const openersOfAside = new Set(['by', 'in', 'on', 'at', 'after', 'during', 'between', 'under', 'with']);
function finiteAfterComma(tokens: readonly Token[], chunks: Chunk[], at: number): boolean {
  for (let c = at + 1; c < chunks.length; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind === 'verb') return false;
    if ((tokens[chunk.first] as Token).text === ',') return chunks[c + 1]?.kind === 'verb';
  }
  return false;
}

/** A finite verb comes next with neither a subject of its own nor a joint between: then this one cannot be finite too. */
function finiteFollows(tokens: readonly Token[], chunks: Chunk[], at: number): boolean {
  for (let c = at + 1; c < chunks.length; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind === 'verb') return chunk.form === 'finite';
    const token = tokens[chunk.first] as Token;
    if (subordinating.has(token.lower)) return false;
    if (chunk.kind === 'noun') {
      const joint = chunks[c - 1] as Chunk;
      const governed = joint.kind === 'other' && (tokens[joint.first] as Token).upos === 'ADP';
      if (!governed && !isTimeChunk(tokens, chunk)) return false;
    } else if (token.upos !== 'ADP' && token.upos !== 'ADV') return false;
  }
  return false;
}
