import type { CeasefireStep } from '@trucewatch/schema';

/** Nouns for what is offered or asked for, from their lemma to the step that they tell where nobody answers. */
export const offering: ReadonlyMap<string, CeasefireStep> = new Map([
  ...'proposal offer plan initiative draft blueprint roadmap suggestion'
    .split(' ')
    .map((noun) => [noun, 'proposed'] as const),
  ...'call appeal demand plea request entreaty'.split(' ').map((noun) => [noun, 'called_for'] as const),
]);

/** Nouns for a deal: "reached an agreement on a truce" is told by the verb that has the deal. */
export const dealNouns: ReadonlySet<string> = new Set(
  'agreement deal accord consensus understanding arrangement pact compromise statement declaration resolution decision document memorandum term condition provision text order announcement'.split(
    ' ',
  ),
);

/** Nouns below which a truce is talked about, hoped for or counted, and not told of. */
export const talkNouns: ReadonlySet<string> = new Set(
  'talk negotiation discussion effort attempt bid prospect hope chance possibility way process mechanism monitoring push consultation idea question issue condition prerequisite opportunity support fate future implementation'.split(
    ' ',
  ),
);
