export type RuleName = (typeof statusRules)[number]['name'];

/** Every rule that an interval may name, with the axis it moves and what it says: the text of the method page. */
export const statusRules = [
  {
    name: 'first-report',
    axis: 'both',
    says: 'The conflict begins with the first event told as current news, with no truce and no reports of one.',
  },
  {
    name: 'called-for',
    axis: 'formal',
    says: 'Somebody calls for or proposes a truce while none has been made yet. Calls after a first truce move nothing.',
  },
  { name: 'call-rejected', axis: 'formal', says: 'A side refuses what was called for or proposed.' },
  {
    name: 'start-agreed',
    axis: 'formal',
    says: 'A truce is agreed or declared and its start is still ahead: scheduled, until that instant. It replaces the truce before it, and reports of that one no longer count.',
  },
  {
    name: 'made-without-start',
    axis: 'formal',
    says: 'A truce is agreed or declared and no start is given: announced.',
  },
  { name: 'took-effect-reported', axis: 'formal', says: 'It is reported that the truce took effect.' },
  {
    name: 'effect-time-passed',
    axis: 'formal',
    says: 'The agreed start is reached. Nobody has reported that the truce took hold: it is in effect on paper.',
  },
  {
    name: 'reported-holding',
    axis: 'compliance',
    says: "The truce is reported as holding, by somebody other than one of its sides. A side's own word that it keeps the truce moves nothing, and holding told without a time comes before the breaches that the same article tells.",
  },
  {
    name: 'holding-after-collapse',
    axis: 'both',
    says: 'A truce that was reported as collapsed is later reported as holding.',
  },
  {
    name: 'violation-alleged',
    axis: 'compliance',
    says: 'A breach is alleged or reported. Accusations add up over the life of the truce: one side while only one is accused, both as soon as both are. A truce that can be broken is in effect.',
  },
  { name: 'violation-verified', axis: 'compliance', says: 'Somebody on neither side confirms a breach.' },
  {
    name: 'collapse-reported',
    axis: 'both',
    says: 'The truce is reported as collapsed: formally none, until another one is made.',
  },
  {
    name: 'collapse-claimed',
    axis: 'both',
    says: 'Only one side says that the truce has collapsed: formally unclear.',
  },
  {
    name: 'extended',
    axis: 'formal',
    says: 'The truce is extended: in effect, with its new end where one is given.',
  },
  { name: 'suspended', axis: 'formal', says: 'The truce is reported as suspended.' },
  {
    name: 'stated-end-passed',
    axis: 'both',
    says: 'The end stated when the truce was made is reached: expired.',
  },
  { name: 'expiry-reported', axis: 'both', says: 'It is reported that the truce has expired.' },
  { name: 'terminated', axis: 'both', says: 'A side formally ends the truce.' },
  {
    name: 'unknown-truce-violated',
    axis: 'both',
    says: 'A breach is alleged of a truce that no article here tells the making of: formally unclear.',
  },
  {
    name: 'unknown-truce-holds',
    axis: 'both',
    says: 'A truce that no article here tells the making of is reported as holding: formally unclear.',
  },
  {
    name: 'unknown-truce-collapsed',
    axis: 'both',
    says: 'A truce that no article here tells the making of is reported as collapsed: formally none.',
  },
] as const satisfies readonly { name: string; axis: 'formal' | 'compliance' | 'both'; says: string }[];
