export interface Lemmas {
  /** Words whose lemma the rules miss: `word/UPOS` to lemma. */
  irregular: Map<string, string>;
  /** Base forms of verbs: they decide between "fire" and "fir". */
  verbs: Set<string>;
}

/**
 * The dictionary form of a word by its tags: a table of irregular ones, and the spelling rules of English for the rest.
 * Names keep their capitals.
 * @param xpos Penn tag
 */
export function lemmaOf(form: string, upos: string, xpos: string, { irregular, verbs }: Lemmas): string {
  const lower = form.toLowerCase().replace('’', "'");
  const rare = upos === 'VERB' ? rareForms.get(lower) : undefined;
  return irregular.get(`${lower}/${upos}`) ?? rare ?? lemmaByRule(form, lower, upos, xpos, verbs);
}

/** Strong forms that the treebanks hardly have. */
const rareForms = new Map(
  'froze freeze,overthrown overthrow,stricken strike,swore swear,shook shake,lent lend,forgiven forgive,forbidden forbid,upheld uphold,burnt burn,slain slay,slew slay,tore tear,shed shed,beheld behold,mortared mortar,mortaring mortar'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** What spelling alone gives. The trainer keeps the words for which this is wrong. */
export function lemmaByRule(
  form: string,
  lower: string,
  upos: string,
  xpos: string,
  verbs: Set<string>,
): string {
  if (upos === 'PROPN') return xpos === 'NNPS' ? singular(form) : form;
  switch (xpos) {
    case 'NNS':
    case 'VBZ':
      return singular(lower);
    case 'VBG':
      return baseForm(lower, 'ing', verbs);
    case 'VBD':
    case 'VBN':
      return lower.endsWith('ied') ? `${lower.slice(0, -3)}y` : baseForm(lower, 'ed', verbs);
    default:
      return lower;
  }
}

function singular(word: string): string {
  if (word.length < 3 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  const takesEs = ['sses', 'shes', 'ches', 'xes', 'zzes', 'oes'].some((ending) => word.endsWith(ending));
  return takesEs ? word.slice(0, -2) : word.slice(0, -1);
}

/** Verbs in -e of news from conflicts that the treebanks hardly have: spelling alone gives "distribut", "reimpos". */
const endInE = new Set(
  `distribute contribute execute prosecute persecute attribute constitute institute substitute dispute refute salute rebuke chide deride censure telephone
  impose reimpose oppose depose expose accuse refuse abuse exclude conclude preclude intrude expedite invade evade blockade barricade parade downgrade persuade
  dissuade preside collide override subside explode implode secede cede concede impede recede intercede deplete promote demote torture recapture rupture procure
  ensure assure pressure deplore implore restore interfere postpone condone dethrone phone convene intervene reconvene contravene provoke revoke invoke exhume
  resume consume presume blame shame rape escape wipe dupe rescue subdue besiege pillage ravage rampage sabotage dislodge enrage outrage bulldoze raze
  ambuscade strafe chastise improvise supervise advise revise devise televise immolate`.split(/\s+/u),
);

/** "patrolled", "repelled", but "quelled", "stalled": of more than one syllable. */
function isLongInL(stem: string): boolean {
  return stem.endsWith('ll') && /[aeiouy][^aeiouy]+[aeiouy]/.test(stem);
}

/** English doubles a consonant to keep a vowel short: so "hoped" is of "hope", "hopped" of "hop". */
function baseForm(word: string, ending: string, verbs: Set<string>): string {
  if (!word.endsWith(ending) || word.length < ending.length + 2) return word;
  const stem = word.slice(0, -ending.length);
  const undoubled = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : null;
  if (endInE.has(`${stem}e`)) return `${stem}e`;
  const known = [undoubled, `${stem}e`, stem].find((candidate) => candidate !== null && verbs.has(candidate));
  if (known) return known;
  if (undoubled && (!/[flsz]$/.test(stem) || isLongInL(stem))) return undoubled;
  if (stem.endsWith('ll')) return stem;
  // "decreed": a stem that ends in e has two.
  if (ending === 'ed' && stem.endsWith('e')) return `${stem}e`;
  return /(?:[aeiou][vcz]|[^aeiou]l|[rn]g|[rln][cvs]|at|i[sz]|[ad]g|[^aeiou]a[fr])$/.test(stem)
    ? `${stem}e`
    : stem;
}
