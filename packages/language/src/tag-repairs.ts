import type { Token } from './analysis.ts';

/** Past forms that news uses as verbs and that the tagger often takes for nouns or adjectives, with their lemma. */
const pastForms: ReadonlyMap<string, string> = new Map(
  (
    'accused:accuse killed:kill wounded:wound injured:injure shelled:shell struck:strike fired:fire agreed:agree signed:sign ' +
    'denied:deny rejected:reject violated:violate breached:breach collapsed:collapse targeted:target launched:launch ' +
    'attacked:attack captured:capture seized:seize met:meet vowed:vow pledged:pledge urged:urge warned:warn claimed:claim ' +
    'announced:announce declared:declare welcomed:welcome condemned:condemn deployed:deploy withdrew:withdraw fled:flee ' +
    'bombed:bomb pounded:pound stormed:storm hit:hit shot:shoot held:hold brokered:broker mediated:mediate blamed:blame ' +
    'alleged:allege liberated:liberate recaptured:recapture occupied:occupy traded:trade exchanged:exchange resumed:resume halted:halt'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const subjectTags: ReadonlySet<Token['upos']> = new Set(['PROPN', 'NOUN', 'AUX', 'PRON', 'NUM']);
const modals = new Set([
  'can',
  'could',
  'may',
  'might',
  'must',
  'shall',
  'should',
  'will',
  'would',
  "'ll",
  'wo',
  'ca',
]);

/** "The army will not": after a noun too, when a verb or "not" follows. */
function opensVerb(after: Token | undefined): boolean {
  return (
    after !== undefined &&
    (after.upos === 'VERB' || after.upos === 'AUX' || after.lower === 'not' || after.lower === "n't")
  );
}

/** Base forms that the tagger takes for nouns after "will", "could not", "did not". */
const baseForms = new Set(
  'attack shell bomb strike raid target fire capture seize resume hold halt respect honor honour back fight march protest exchange withdraw blockade release return end stop start last cease pause extend break deploy'.split(
    ' ',
  ),
);
const verbLeads = new Set([...modals, 'not', "n't", 'did', 'does', 'do']);
function isBareVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (token.upos !== 'NOUN' && token.upos !== 'ADJ') return false;
  if (!baseForms.has(token.lower)) return false;
  const before = tokens[i - 1];
  return (
    before !== undefined && verbLeads.has(before.lower) && (before.upos === 'AUX' || before.upos === 'PART')
  );
}

/** Mends, in place, the tags of the few words on which the reading of conflict news hangs. */
export function mendTags(tokens: Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (modals.has(token.lower) && token.text !== 'May' && (token.upos !== 'NOUN' || opensVerb(after)))
      token.upos = 'AUX';
    if (isBareVerb(tokens, i)) {
      token.upos = 'VERB';
      token.lemma = token.lower;
    }
    const lemma = pastForms.get(token.lower);
    if (!lemma || token.upos === 'VERB') continue;
    const opensObject =
      after !== undefined && (after.upos === 'PROPN' || after.upos === 'DET' || after.lower === 'that');
    const isModifier = after?.upos === 'NOUN' && (before?.upos === 'DET' || before?.upos === 'ADJ');
    const afterSubject = before !== undefined && subjectTags.has(before.upos);
    const afterAdverb = opensObject && (before?.upos === 'ADJ' || before?.upos === 'ADV');
    if (!isModifier && (afterSubject || afterAdverb)) {
      token.upos = 'VERB';
      token.lemma = lemma;
    }
  }
}
