import {
  type Actor,
  type Article,
  type Claim,
  type Count,
  cutSpan,
  type Event,
  type Moment,
  type Place,
  type Proof,
  type Span,
  type TruceTerm,
} from '@trucewatch/schema';
import type { ActorRef } from './actors/actor-ref.ts';
import type { Candidate, MomentDraft, TermDraft, TruceNameDraft } from './candidate.ts';
import type { ClaimDraft } from './claims/claim-draft.ts';
import type { Line } from './document.ts';
import { isUnlisted } from './places/unlisted-places.ts';
import { isSummedUp, proveCount, provedGroup, proveMoment } from './proofs.ts';

/** What of a candidate could be proved from the text. Everything else is absent, never guessed. */
export type Proved = Pick<
  Event,
  | 'actors'
  | 'when'
  | 'effectiveAt'
  | 'until'
  | 'where'
  | 'casualties'
  | 'claims'
  | 'truceName'
  | 'terms'
  | 'evidence'
> & { proof: Proof[]; refused: string[] };

/**
 * Cuts every quote out of the article again and proves each value inside its quote: names, digits and number
 * words, weekdays and dates. A value that its quote does not bear out is left out and named in `refused`.
 */
export function prove(candidate: Candidate, article: Article): Proved {
  const proof: Proof[] = [];
  const refused: string[] = [];
  const evidence = [candidate.line, ...candidate.also].map((line) =>
    cutSpan(article, line.start, line.end, line.part),
  );
  proof.push({
    field: 'type',
    state: 'verified',
    rule: candidate.rule,
    span: cutSpan(article, candidate.start, candidate.end, candidate.line.part),
  });
  const moment = (draft: MomentDraft | null, field: string): Moment | null => {
    if (!draft) return null;
    const made = momentOf(draft, article);
    if (!made || !proveMoment(made)) {
      refused.push(field);
      return null;
    }
    proof.push({
      field,
      state: made.basis === 'stated' ? 'verified' : 'derived',
      rule: draft.rule,
      ...(made.span ? { span: made.span } : {}),
    });
    return made;
  };
  return {
    evidence,
    actors: proveActors(candidate, article, proof, refused),
    when: moment(candidate.when, 'when'),
    effectiveAt: moment(candidate.effectiveAt, 'effectiveAt'),
    until: moment(candidate.until, 'until'),
    where: proveWhere(candidate, article, proof, refused),
    casualties: proveCasualties(candidate, article, proof, refused),
    claims: candidate.claims.flatMap((claim) => proveClaim(claim, article, proof, refused)),
    ...(candidate.type === 'ceasefire' ? proveTruce(candidate, article, proof, refused) : {}),
    proof,
    refused,
  };
}

function proveTruce(
  { truceName, terms }: Candidate,
  article: Article,
  proof: Proof[],
  refused: string[],
): Pick<Event, 'truceName' | 'terms'> {
  return { ...proveName(truceName, article, proof, refused), ...proveTerms(terms, article, proof) };
}

/** Every word of the name stands in its quote. */
function proveName(
  draft: TruceNameDraft | undefined,
  article: Article,
  proof: Proof[],
  refused: string[],
): Pick<Event, 'truceName'> {
  if (!draft) return {};
  const span = cut(article, { ...draft, part: draft.line.part });
  const quote = span?.quote.toLowerCase() ?? '';
  if (!span || !draft.words.split(' ').every((word) => quote.includes(word))) {
    refused.push(`truce name ${draft.words}`);
    return {};
  }
  proof.push({ field: 'truceName', state: 'verified', rule: 'name-terms', span });
  return { truceName: { words: draft.words, span } };
}

function proveTerms(drafts: readonly TermDraft[], article: Article, proof: Proof[]): Pick<Event, 'terms'> {
  const terms = drafts.flatMap(({ kind, line, start, end }): TruceTerm[] => {
    const span = cut(article, { start, end, part: line.part });
    return span ? [{ kind, span }] : [];
  });
  for (const [index, { span }] of terms.entries())
    proof.push({ field: `terms.${index}`, state: 'verified', rule: 'name-terms', span });
  return terms.length > 0 ? { terms } : {};
}

function proveActors(candidate: Candidate, article: Article, proof: Proof[], refused: string[]): Actor[] {
  const roles = [
    ['party', candidate.parties],
    ['initiator', candidate.initiators],
    ['recipient', candidate.recipients],
    ['mediator', candidate.mediators],
    ['victim', candidate.victims],
  ] as const;
  const actors: Actor[] = [];
  for (const [role, refs] of roles) {
    for (const ref of refs) {
      const mention = cut(article, ref);
      if (!mention || mention.quote !== ref.name) {
        refused.push(`actor ${ref.name}`);
        continue;
      }
      proof.push({
        field: `actors.${actors.length}`,
        state: ref.resolvedBy ? 'derived' : 'verified',
        rule: ref.resolvedBy ?? candidate.rule,
        span: mention,
      });
      actors.push({ role, name: ref.name, ...(ref.id ? { id: ref.id } : {}), mention });
    }
  }
  return actors;
}

function proveWhere(candidate: Candidate, article: Article, proof: Proof[], refused: string[]): Place | null {
  const { where } = candidate;
  if (!where) return null;
  const { mention, line, rule } = where;
  const span = cut(article, { ...mention, part: line.part });
  if (!span || span.quote !== mention.name) {
    refused.push('where');
    return null;
  }
  proof.push({ field: 'where', state: line === candidate.line ? 'verified' : 'derived', rule, span });
  return placeOf(mention, span);
}

/** A place as the schema has it. */
export function placeOf(mention: Pick<Line['places'][number], 'name' | 'place'>, span: Span): Place {
  const { place } = mention;
  return {
    name: mention.name,
    ...(isUnlisted(place) ? {} : { id: place.id, lat: place.lat, lon: place.lon }),
    ...(place.countryCode ? { countryCode: place.countryCode } : {}),
    ...(place.admin1 ? { admin1: place.admin1 } : {}),
    level: place.level,
    mention: span,
  };
}

function proveCasualties(candidate: Candidate, article: Article, proof: Proof[], refused: string[]): Count[] {
  const proved: { draft: Candidate['casualties'][number]; count: Count }[] = [];
  for (const draft of candidate.casualties) {
    const count = countOf(draft.count, draft.line, article);
    if (count && proveCount(count, draft.line)) proved.push({ draft, count: provedParts(count, draft.line) });
    else refused.push(`count ${draft.count.low}`);
  }
  return proved.map(({ draft, count }, index) => {
    proof.push({
      field: `casualties.${index}`,
      state: 'verified',
      rule: 'number-beside-fate',
      span: count.span,
    });
    const whole = proved.findIndex((other) => other.draft.count === draft.count.whole);
    return whole >= 0 && whole !== index ? { ...count, subsetOf: whole } : count;
  });
}

/** Group and sum, where the words bear them out; a count without them is still one. */
function provedParts({ cumulative, ...count }: Count, line: Line): Count {
  const summed = cumulative && isSummedUp(count, line);
  return { ...count, group: provedGroup(count), ...(summed ? { cumulative } : {}) };
}

/** A count as the schema has it, without its place in a list. */
export function countOf(
  draft: Candidate['casualties'][number]['count'],
  line: Line,
  article: Article,
): Count | null {
  const span = cut(article, { start: draft.start, end: draft.end, part: line.part });
  if (!span) return null;
  return {
    of: draft.of,
    group: draft.group,
    low: draft.low,
    high: draft.high,
    qualifier: draft.qualifier,
    ...(draft.cumulative ? { cumulative: true as const } : {}),
    span,
  };
}

function proveClaim(draft: ClaimDraft, article: Article, proof: Proof[], refused: string[]): Claim[] {
  const span = cut(article, { start: draft.start, end: draft.end, part: draft.line.part });
  const name = cut(article, draft.by);
  if (!span || !name || name.quote !== draft.by.name) {
    refused.push(`claim ${draft.by.name}`);
    return [];
  }
  proof.push({
    field: 'claims',
    state: draft.by.resolvedBy ? 'derived' : 'verified',
    rule: draft.by.resolvedBy ?? 'attribution',
    span,
  });
  return [{ by: plainApostrophes(draft.by.name), polarity: draft.polarity, voice: draft.voice, span }];
}

/** One speaker is one name, whichever apostrophe a paper sets: "Azerbaijan’s" and "Azerbaijan's". */
function plainApostrophes(name: string): string {
  return name.replaceAll('’', "'");
}

/** A moment as the schema has it. */
export function momentOf(draft: MomentDraft, article: Article): Moment | null {
  const span = cut(article, { start: draft.start, end: draft.end, part: draft.line.part });
  if (!span || !(draft.earliest <= draft.latest)) return null;
  return {
    earliest: new Date(draft.earliest).toISOString(),
    latest: new Date(draft.latest).toISOString(),
    level: draft.level,
    basis: draft.basis,
    text: span.quote,
    span,
  };
}

function cut(article: Article, range: Pick<ActorRef, 'start' | 'end' | 'part'>): Span | null {
  const source = range.part === 'title' ? (article.title ?? '') : article.text;
  if (range.start < 0 || range.end > source.length || range.start >= range.end) return null;
  return cutSpan(article, range.start, range.end, range.part);
}
