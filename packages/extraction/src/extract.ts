import { type Article, type Event, type Extraction, publicationInterval } from '@trucewatch/schema';
import { inBlocks } from './blocks.ts';
import type { Candidate } from './candidate.ts';
import { candidateCodes } from './codes/candidate-codes.ts';
import { confidenceFeatures, confidenceOf } from './confidence.ts';
import { type Document, readDocument } from './document.ts';
import { prove } from './evidence-gate.ts';
import { eventId } from './identity.ts';
import { mentionsOf } from './mentions.ts';
import { refiners } from './refiners/index.ts';
import { rules } from './rules/index.ts';
import { type Story, tellStory } from './story.ts';
import { disagreeingTimes } from './times/cross-check.ts';
import { type TraceEntry, Tracer } from './trace.ts';

/** Name and version of this engine. The version changes whenever the same article may give another result. */
export const extractor = { name: 'trucewatch-rules', version: '0.5.0' } as const;

export interface ExtractOptions {
  /** Add every place, time, actor and count recognised, part of an event or not. */
  mentions?: boolean;
  /** Add which rules fired and why candidates were dropped. */
  trace?: boolean;
}

/**
 * Reads the events out of one article. Pure and deterministic: no clock, no I/O. Every span in the result
 * quotes the article exactly. Never throws for an article that the schema accepts.
 */
export function extract(
  article: Article,
  options: ExtractOptions = {},
): Extraction & { trace?: TraceEntry[] } {
  const tracer = new Tracer(options.trace === true);
  const document = readDocument(
    article,
    article.publishedAt ? publicationInterval(article.publishedAt) : null,
  );
  const story = tellStory(document);
  const candidates = refine(propose(document, story, tracer), story, tracer);
  const events = candidates.map((candidate, index) => toEvent(candidate, article, index, tracer));
  return {
    articleId: article.id,
    extractor: { ...extractor },
    events,
    warnings: warningsOf(document, story),
    ...(options.mentions ? { mentions: mentionsOf(document, story) } : {}),
    ...(options.trace ? { trace: tracer.entries } : {}),
  };
}

/** What the rules find, sentence by sentence, in each in the order of the rules. */
function propose(document: Document, story: Story, tracer: Tracer): Candidate[] {
  const found: Candidate[][] = document.lines.map(() => []);
  for (const block of inBlocks(document.lines))
    for (const rule of rules)
      for (const line of block)
        for (const candidate of rule.find(line, story)) found[line.index]?.push(candidate);
  const all = found.flat();
  for (const candidate of all) tracer.add(candidate.rule, candidate, 'proposed');
  return all;
}

function refine(candidates: Candidate[], story: Story, tracer: Tracer): Candidate[] {
  return refiners.reduce((list, refiner) => refiner.refine(list, story, tracer.add), candidates);
}

function toEvent(candidate: Candidate, article: Article, index: number, tracer: Tracer): Event {
  const { refused, ...proved } = prove(candidate, article);
  for (const field of refused) tracer.add('evidence-gate', candidate, `not proved, left out: ${field}`);
  const features = confidenceFeatures(candidate);
  tracer.add('confidence', candidate, features.join(', '));
  const event = {
    type: candidate.type,
    ...(candidate.step ? { step: candidate.step } : {}),
    ...(candidate.mode && (candidate.type === 'attack' || candidate.type === 'clash')
      ? { mode: candidate.mode }
      : {}),
    reality: candidate.reality,
    ...proved,
    ceasefireRefs: candidate.ceasefireRefs,
    purpose: candidate.purpose,
    codes: candidateCodes(candidate),
    confidence: confidenceOf(features),
  };
  return { id: eventId(article, extractor.version, event, index), ...event };
}

function warningsOf(document: Document, story: Story): string[] {
  const undated = document.publishedAt
    ? []
    : document.lines.some((line) => line.times.length > 0)
      ? ['the article has no publication date: relative dates are not resolved']
      : [];
  return [...undated, ...disagreeingTimes(document, story)];
}
