import type { Candidate, TruceNameDraft } from '../candidate.ts';
import type { Story } from '../story.ts';
import { truceMentions } from './truce-mentions.ts';
import { nameOfMention } from './truce-name.ts';

/**
 * "Truce for Suwayda": the headline's name of the one truce that it speaks of belongs to what the text tells first of a
 * truce, where the text leaves it without a name. The candidates are in the order of the text, as the rules found them.
 */
export function nameFromHeadline(candidates: readonly Candidate[], story: Story): void {
  const name = headlineName(story);
  const told = name
    ? candidates.filter(({ type, line }) => type === 'ceasefire' && line.part === 'text')
    : [];
  const first = Math.min(...told.map(({ line }) => line.index));
  const lead = told.filter(({ line }) => line.index === first);
  if (!name || lead.some(({ truceName }) => truceName) || first > name.line.index + leads) return;
  for (const candidate of lead) if (candidate.reality === 'actual') candidate.truceName = name;
}

/** So many sentences behind the headline a text comes to what the headline tells. */
const leads = 2;

function headlineName(story: Story): TruceNameDraft | null {
  const mentions = story.document.lines
    .filter(({ part }) => part === 'title')
    .flatMap((line) => truceMentions(line).map((mention) => ({ mention, line })));
  const [only] = mentions;
  if (!only || mentions.length > 1) return null;
  return nameOfMention(only.mention, { line: only.line, clause: only.line.clauses[0] ?? null }, story);
}
