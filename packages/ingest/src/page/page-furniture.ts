import type { Block } from './blocks.ts';

/** Lines that stand in articles and are not of them, as whole lines. */
const furniture = [
  /^(?:advertisement|advertise here|story continues below|article continues below|sponsored|promoted content)\b.{0,40}$/i,
  /^(?:share|tweet|email|e-mail|print|save|comments?|close|caption|menu|search|subscribe|sign up|sign in|log in|follow us|read more|related|recommended|most read|trending)\b.{0,25}$/i,
  /^(?:read|see|watch|also read|read also|more|related|recommended|don't miss|dont miss)(?: more| also| next| now)?\s*[:|>»]/i,
  /^(?:sign up|subscribe|click here|follow|download) (?:for|to|here|us|our|the|now)\b.{0,120}$/i,
  /^(?:updated|published|posted|last (?:updated|modified)|first published)\b.{0,60}\d.{0,30}$/i,
  /^(?:photo|image|picture|credit|source|photograph)s?\s*(?:credit|source|by)?\s*[:/].{0,120}$/i,
  /^(?:©|copyright\b|all rights reserved).{0,200}$/i,
  /^\(?(?:[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?:www\.)?twitter\.com\/\w{1,30}|@\w{1,30})\)?[.]?$/i,
  /^by [\p{Lu}][\p{L}.'’-]*(?: (?:and |[\p{Lu}])[\p{L}.'’-]*){0,8}(?:,.{0,60})?$/u,
  /^image \d+ ?(?:of|\/).{0,8}$/i,
];

const isFurniture = ({ text }: Block): boolean =>
  text.length < 240 && furniture.some((pattern) => pattern.test(text));

/** A line that is one link, such as the headline of another story. */
const isOneLink = ({ text, linked, kind }: Block): boolean =>
  linked > 0.8 && (kind !== 'item' || text.length < 200);

/** Without what stands around an article on its page: its own title, shares, credits, links to other stories. */
export function trimmed(blocks: Block[], title: string): Block[] {
  const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  const titleKey = plain(title);
  const kept = blocks.filter((block, index) => {
    if (isFurniture(block) || isOneLink(block)) return false;
    return index > 5 || titleKey === '' || plain(block.text) !== titleKey;
  });
  // Headings at the end have nothing under them: "More from this author".
  while (kept.at(-1)?.kind === 'heading') kept.pop();
  return kept;
}
