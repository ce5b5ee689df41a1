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

/** Mends, in place, the tags of the few words on which the reading of conflict news hangs. */
export function mendTags(tokens: Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (modals.has(token.lower) && token.upos !== 'NOUN' && token.text !== 'May') token.upos = 'AUX';
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
