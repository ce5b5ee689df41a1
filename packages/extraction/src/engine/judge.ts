import type { ActorRef } from '../actors/actor-ref.ts';
import { type Candidate, candidate, type MomentDraft } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Proposal } from './proposal.ts';
import { actorFrom, countFrom, momentFrom, placeFrom } from './prove-words.ts';
import { findQuote, type Quoted, type Reading } from './reading.ts';

/** A proposal as a candidate for the evidence gate, with what of it the quotes do not bear out; or why it is none. */
export type Verdict =
  | { candidate: Candidate; ceasefire: number | null; refused: string[] }
  | { rejected: string };

/** What a model's candidates are called in proofs and traces. */
export const modelRule = 'model';

/**
 * Holds a proposal against the article. One invented quote rejects the event whole: who invents a quote may have
 * invented the rest. Names, times, places and numbers count only where the quoted sentences have them.
 */
export function judge(proposal: Proposal, reading: Reading): Verdict {
  const quoted: Quoted[] = [];
  for (const quote of proposal.quotes) {
    const found = findQuote(reading, quote);
    if ('refused' in found) return { rejected: found.refused };
    quoted.push(found);
  }
  const [first] = quoted;
  if (!first) return { rejected: 'it quotes nothing' };
  const lines = [...new Set(quoted.flatMap((found) => found.lines))];
  if (lines.length > 5) return { rejected: 'it quotes too much' };
  const isCeasefire = proposal.type === 'ceasefire';
  if (isCeasefire && !proposal.step) return { rejected: 'a ceasefire without a step' };

  const refused: string[] = [];
  const made = candidate({
    rule: modelRule,
    line: lines[0] as Line,
    also: lines.slice(1),
    start: first.start,
    end: first.end,
    type: proposal.type,
    ...(isCeasefire && proposal.step ? { step: proposal.step } : {}),
    ...(proposal.mode ? { mode: proposal.mode } : {}),
    reality: proposal.reality,
  });
  const actors = (names: readonly string[]): ActorRef[] =>
    names.slice(0, 12).flatMap((name) => kept(actorFrom(reading, lines, name), `actor ${name}`, refused));
  made.parties = actors(proposal.parties);
  made.initiators = actors(proposal.initiators);
  made.recipients = actors(proposal.recipients);
  made.mediators = actors(proposal.mediators);
  made.victims = actors(proposal.victims);
  const moment = (words: string | null, field: string): MomentDraft | null =>
    words === null
      ? null
      : (kept(momentFrom(reading, lines, words), `${field} ${words}`, refused)[0] ?? null);
  made.when = moment(proposal.when, 'when');
  if (isCeasefire) {
    made.effectiveAt = moment(proposal.effectiveAt, 'effectiveAt');
    made.until = moment(proposal.until, 'until');
  }
  if (proposal.where !== null)
    made.where =
      kept(placeFrom(reading, lines, proposal.where), `where ${proposal.where}`, refused)[0] ?? null;
  made.casualties = proposal.casualties
    .slice(0, 12)
    .flatMap((count) => kept(countFrom(reading, lines, count), `count ${count.low} ${count.of}`, refused));
  made.claims = proposal.claims.slice(0, 12).flatMap(({ by, polarity, voice }) =>
    kept(actorFrom(reading, lines, by), `claim ${by}`, refused).map((speaker) => ({
      by: speaker,
      polarity,
      voice,
      line: lines.find(
        (line) => line.part === speaker.part && line.start <= speaker.start && speaker.end <= line.end,
      ) as Line,
      start: speaker.start,
      end: speaker.end,
    })),
  );
  if (
    isBare(made) &&
    !(isCeasefire && refused.length === 0 && quoted.some((found) => namesTruce(reading, found)))
  )
    return { rejected: ['nobody, nowhere and at no time in its quotes', ...refused].join('; not there: ') };
  return { candidate: made, ceasefire: proposal.ceasefire, refused };
}

function kept<T>(value: T | null, what: string, refused: string[]): T[] {
  if (value !== null) return [value];
  refused.push(what);
  return [];
}

const truceWords = /\b(?:cease-?fires?|truces?|armistices?|hostilities|cessation|lull|guns|fighting)\b/iu;

/** "The truce was holding" says enough without a name. */
function namesTruce(reading: Reading, { start, end, lines }: Quoted): boolean {
  const source = lines[0]?.part === 'title' ? (reading.article.title ?? '') : reading.article.text;
  return truceWords.test(source.slice(start, end));
}

/** Whether nothing is known of it but its type. */
function isBare(made: Candidate): boolean {
  const lists = [
    made.parties,
    made.initiators,
    made.recipients,
    made.mediators,
    made.victims,
    made.casualties,
    made.claims,
  ];
  return (
    lists.every((list) => list.length === 0) && !made.when && !made.effectiveAt && !made.until && !made.where
  );
}
