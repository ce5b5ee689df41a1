import { type Candidate, candidate } from '../candidate.ts';
import { speaksOfTruce } from '../ceasefires/speaks-of-truce.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const brokered =
  /^(?: (?:in|with) \p{Lu}[\p{L}-]{1,24})?(?:,? that|,? which)?((?: [^\s,;:]{1,24}){1,5}) (?:had |has )?(?:helped (?:to )?(?:broker|mediate|negotiate|arrange|secure)|brokered|mediated|negotiated|arranged|facilitated)\b/u;
const followed =
  /^(?:It|This|That|The (?:accord|agreement|deal|truce|cease-?fire)) (?:followed|follows|came after|was the (?:result|fruit) of|resulted from)\b/u;
const mediation = /^(?:['’]s)? (?:mediation|shuttle diplomacy|good offices)\b/u;

/** "the deal that Egypt had mediated", "The accord followed days of Qatari mediation": who brokered the truce told of before. */
export const brokeredTruce: Rule = {
  name: 'brokered-truce',
  find: (line, story) => {
    if (line.part === 'title') return [];
    return [...relatives(line, story), ...results(line, story)];
  },
};

function relatives(line: Line, story: Story): Candidate[] {
  return truceMentions(line).flatMap((mention) => {
    if (mention.kind === 'anaphor' && !speaksOfTruce(line, story, 12)) return [];
    const rest = line.source.slice(mention.end, Math.min(line.end, mention.end + 160));
    const found = brokered.exec(rest);
    if (!found) return [];
    const end = mention.end + found[0].length;
    const named = line.actors.filter((actor) => actor.start >= mention.end && actor.end <= end);
    const isPronoun = /^ (?:he|she)\b/u.test(found[1] ?? '');
    const before = isPronoun
      ? line.actors.filter((actor) => actor.kind === 'person' && actor.end <= mention.start).slice(-1)
      : [];
    const brokers = [...named, ...before];
    return brokers.length > 0 ? [made(line, mention.start, end, brokers)] : [];
  });
}

function results(line: Line, story: Story): Candidate[] {
  const text = line.source.slice(line.start, line.end);
  const opening = followed.exec(text);
  if (!opening || !speaksOfTruce(line, story, 3)) return [];
  const brokers = line.actors.filter((actor) => mediation.test(line.source.slice(actor.end, actor.end + 24)));
  const last = brokers.at(-1);
  return last ? [made(line, line.start, last.end, brokers)] : [];
}

function made(
  line: Line,
  start: number,
  end: number,
  brokers: readonly { id: string; start: number; end: number }[],
): Candidate {
  return candidate({
    rule: brokeredTruce.name,
    line,
    start,
    end,
    type: 'ceasefire',
    step: 'agreed',
    nominal: true,
    mediators: brokers.map(({ id, start: from, end: to }) => ({
      id,
      name: line.source.slice(from, to),
      part: line.part,
      start: from,
      end: to,
    })),
  });
}
