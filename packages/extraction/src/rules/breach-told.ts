import type { Clause } from '@trucewatch/language';
import { sameActor } from '../actors/actor-ref.ts';
import { pairNear } from '../actors/pair-near.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { speaksOfTruce } from '../ceasefires/speaks-of-truce.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { giveRoles } from '../ceasefires/truce-roles.ts';
import { slotsOf } from '../ceasefires/truce-slots.ts';
import type { ClaimDraft } from '../claims/claim-draft.ts';
import type { Line } from '../document.ts';
import { doers } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const mutual =
  /\b(?:each|both|both sides|the two sides|the sides|the two|they)(?: side| of them)? (?:had |have )?accus(?:ed|e|es|ing) (?:the other|each other|one another)(?: side)? of (?:breaking|violating|breaching|ignoring|violations?|breaches)\b/iu;
const complaint =
  /\b(?:complaints?|allegations?|accusations?|reports?|charges?) of (?:(?:a|an|the|any|new|first|further|repeated) ){0,2}(?:violations?|breach(?:es)?)\b(?! of (?:human|international|airspace))/iu;
const broken = /\bit (?:had|has|was|is)(?: already| also)?(?: been| being)? (?:broken|violated|breached)\b/iu;
const believed = /\bif (?:the )?([^,;]{2,60}?) (?:is|are) to be believed,? $/iu;
const same =
  /^; ([^,;]{2,60}?) (?:says|said|claims|claimed|alleges|alleged) the same (?:of|about) (?:the )?/iu;
const shortLived =
  /^(?:but |yet )?(?:it|that|neither|none of (?:them|the (?:two|three|four)))? ?(?:did not|didn['’]t|would not|failed to) (?:last|hold|survive)\b/iu;

/** Breaches and ends told of a truce that an earlier sentence names: "each accused the other of breaking it", "a complaint of a violation", "it did not last the night". */
export const breachTold: Rule = {
  name: 'breach-told',
  find: (line, story) => {
    if (line.part === 'title' || !speaksOfTruce(line, story, 4)) return [];
    const text = line.source.slice(line.start, line.end);
    return [
      ...mutually(line, text, story),
      ...passive(line, text, story),
      ...matches(line, text, complaint).slice(0, 1),
      ...counted(line, story),
      ...ended(line, text),
    ];
  },
};

function matches(line: Line, text: string, pattern: RegExp): Candidate[] {
  const found = pattern.exec(text);
  return found ? [violation(line, line.start + found.index, line.start + found.index + found[0].length)] : [];
}

const counting = new Set(
  'complain report record register document count log allege note observe list tally claim cite'.split(' '),
);
const otherLaw = /^ (?:of|in|against) (?:its |the |their |international |human |\p{Lu})/u;

/** "complained of 212 breaches since June", "monitors recorded dozens of violations", where the truce was named before. */
function counted(line: Line, story: Story): Candidate[] {
  for (const noun of line.tree.tokens) {
    if (noun.lemma !== 'violation' && noun.lemma !== 'breach') continue;
    if (noun.upos !== 'NOUN') continue;
    if (truceMentions(line).some(({ first }) => first > noun.index && first - noun.index < 4)) continue;
    if (
      otherLaw.test(line.source.slice(noun.end, noun.end + 24)) ||
      line.tree.child(noun, 'compound', 'nmod:poss')
    )
      continue;
    const slot = slotsOf(noun, line).find(
      ({ as, clause }) =>
        (as === 'object' || as === 'oblique') && clause !== null && counting.has(clause.verb.lemma),
    );
    if (!slot?.clause) continue;
    const verb = line.tokens[slot.clause.verb.first]?.start ?? noun.start;
    const made = violation(line, Math.min(verb, noun.start), noun.end);
    giveRoles(made, line, story, undefined, noun);
    accuseOther(made, slot.clause, line, story);
    return [made];
  }
  return [];
}

/** "India counted 5,133 breaches last year": what a side at war counts, the other has done. */
function accuseOther(made: Candidate, clause: Clause, line: Line, story: Story): void {
  const [by] = doers(clause, line, story);
  const pair = pairNear(line, story);
  if (!by || !pair || made.initiators.length > 0 || !pair.some((side) => sameActor(side, by))) return;
  const other = pair.find((side) => !sameActor(side, by));
  if (!other) return;
  made.initiators = [{ ...other, resolvedBy: 'pair-at-war' }];
  made.claims.push(claim(line, made.start, made.end, by, 'accuses'));
}

function violation(line: Line, start: number, end: number): Candidate {
  return candidate({
    rule: breachTold.name,
    line,
    start,
    end,
    type: 'ceasefire',
    step: 'violated',
    nominal: true,
  });
}

/** Read from the words alone, for sentences whose verbs the parser does not tell apart. */
function mutually(line: Line, text: string, story: Story): Candidate[] {
  const [made] = matches(line, text, mutual);
  if (!made || line.clauses.some(({ verb }) => verb.lemma === 'accuse')) return [];
  const pair = pairNear(line, story);
  if (!pair) return [];
  const [one, other] = pair;
  return [[one, other] as const, [other, one] as const].map(([accused, accuser]) => ({
    ...made,
    initiators: [accused],
    recipients: [accuser],
    claims: [claim(line, made.start, made.end, accuser, 'accuses')],
    reciprocal: true,
  }));
}

/** "If X is to be believed, it had been broken; Y says the same of X." */
function passive(line: Line, text: string, story: Story): Candidate[] {
  const found = broken.exec(text);
  if (!found) return [];
  const start = line.start + found.index;
  const end = start + found[0].length;
  const source = believed.exec(text.slice(0, found.index));
  const first = violation(line, start, end);
  if (source) addClaim(first, line, line.start + source.index, start, story);
  const again = same.exec(text.slice(found.index + found[0].length));
  if (!again) return [first];
  const second = violation(line, end, end + again[0].length);
  addClaim(second, line, end, end + again[0].length, story);
  return [first, second];
}

/** The side named there says so, and so of the other. */
function addClaim(made: Candidate, line: Line, start: number, end: number, story: Story): void {
  const speaker = line.actors.find((actor) => actor.start >= start && actor.end <= end);
  const pair = pairNear(line, story);
  const by = pair?.find((side) => side.id === speaker?.id);
  const accused = pair?.find((side) => side.id !== speaker?.id);
  if (!speaker || !by || !accused) return;
  const name = line.source.slice(speaker.start, speaker.end);
  const said = { id: speaker.id, name, part: line.part, start: speaker.start, end: speaker.end };
  made.claims.push(claim(line, start, end, said, 'accuses'));
  made.initiators = [{ ...accused, resolvedBy: 'pair-at-war' }];
  made.recipients = [said];
  made.reciprocal = true;
}

function claim(
  line: Line,
  start: number,
  end: number,
  by: ClaimDraft['by'],
  polarity: ClaimDraft['polarity'],
): ClaimDraft {
  return { by, polarity, line, start, end, voice: 'paraphrase' };
}

function ended(line: Line, text: string): Candidate[] {
  const found = shortLived.exec(text);
  if (!found) return [];
  return [
    candidate({
      rule: breachTold.name,
      line,
      start: line.start,
      end: line.start + found[0].length,
      type: 'ceasefire',
      step: 'collapsed',
      nominal: true,
    }),
  ];
}
