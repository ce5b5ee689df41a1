import { type Article, type Event, publicationInterval } from '@trucewatch/schema';
import type { Candidate } from '../candidate.ts';
import { codesOf } from '../codes.ts';
import { confidenceFeatures, confidenceOf } from '../confidence.ts';
import { prove } from '../evidence-gate.ts';
import { eventId } from '../identity.ts';
import { namePurpose } from '../refiners/name-purpose.ts';
import { nameTerms } from '../refiners/name-terms.ts';
import { type TraceEntry, Tracer } from '../trace.ts';
import { judge, modelRule } from './judge.ts';
import type { Answer } from './proposal.ts';
import { readArticle } from './reading.ts';

export interface ModelEvents {
  events: Event[];
  warnings: string[];
  trace: TraceEntry[];
}

/**
 * The events of a model's answer that the article proves, through the same evidence gate as those of the rules.
 * Pure: the same article, answer and version give the same events, ids included.
 */
export function modelEvents(article: Article, answer: Answer, version: string): ModelEvents {
  const reading = readArticle(article, article.publishedAt ? publicationInterval(article.publishedAt) : null);
  const trace: TraceEntry[] = [];
  const judged: { candidate: Candidate; ceasefire: number | null }[] = [];
  const seen = new Set<string>();
  let rejected = answer.malformed;
  let refusals = 0;
  const note = (what: string, type: string, words: string): void => {
    trace.push({ by: modelRule, what, type, words });
  };
  for (const proposal of answer.proposals) {
    const type = proposal.step ? `${proposal.type}/${proposal.step}` : proposal.type;
    const words = proposal.quotes[0] ?? '';
    const verdict = judge(proposal, reading);
    if ('rejected' in verdict) {
      rejected++;
      note(`rejected: ${verdict.rejected}`, type, words);
      continue;
    }
    if (seen.has(keyOf(verdict.candidate))) {
      note('told twice, once is enough', type, words);
      continue;
    }
    seen.add(keyOf(verdict.candidate));
    note('proposed', type, words);
    for (const field of verdict.refused) note(`not proved, left out: ${field}`, type, words);
    refusals += verdict.refused.length;
    judged.push(verdict);
  }
  judged.sort(
    (a, b) => a.candidate.line.index - b.candidate.line.index || a.candidate.start - b.candidate.start,
  );
  for (const refiner of [namePurpose, nameTerms])
    refiner.refine(
      judged.map((one) => one.candidate),
      reading.story,
      new Tracer(false).add,
    );
  const events = judged.map(({ candidate, ceasefire }, index) => {
    const { refused, ...proved } = prove(candidate, article);
    refusals += refused.length;
    for (const field of refused)
      note(`not proved, left out: ${field}`, candidate.type, proved.evidence[0]?.quote ?? '');
    return toEvent(candidate, ceasefire, proved, article, version, index);
  });
  return { events, warnings: warningsOf(rejected, refusals), trace };
}

function toEvent(
  candidate: Candidate,
  ceasefire: number | null,
  proved: Omit<ReturnType<typeof prove>, 'refused'>,
  article: Article,
  version: string,
  index: number,
): Event {
  const { type, step, mode, reality, purpose } = candidate;
  const event = {
    type,
    ...(step ? { step } : {}),
    ...(mode && (type === 'attack' || type === 'clash') ? { mode } : {}),
    reality,
    ...proved,
    ceasefireRefs: type === 'ceasefire' && ceasefire !== null ? [`model-truce-${ceasefire}`] : [],
    purpose: type === 'ceasefire' ? purpose : [],
    codes: codesOf(type, step, mode),
    engines: ['model' as const],
    confidence: confidenceOf(confidenceFeatures(candidate)),
  };
  return { id: eventId(article, version, event, index), ...event };
}

function keyOf({ type, step, line, initiators, recipients, parties, victims, where }: Candidate): string {
  const names = [initiators, recipients, parties, victims].map((list) =>
    list.map((actor) => actor.id ?? actor.name.toLowerCase()).sort(),
  );
  return JSON.stringify([type, step, line.index, names, where?.mention.start]);
}

function warningsOf(rejected: number, refusals: number): string[] {
  return [
    ...(rejected > 0
      ? [
          `the language model proposed ${rejected} ${rejected === 1 ? 'event' : 'events'} that the article does not bear out: left out`,
        ]
      : []),
    ...(refusals > 0
      ? [
          `the language model proposed ${refusals} ${refusals === 1 ? 'value' : 'values'} that the quotes do not bear out: left out`,
        ]
      : []),
  ];
}
