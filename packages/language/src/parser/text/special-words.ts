const words = (text: string) => new Set(text.split(' '));

/** Abbreviations that keep their full stop. Single letters and dotted acronyms keep theirs without being listed. */
export const abbreviations = words(
  'mr mrs ms dr prof gen col lt sgt maj capt cmdr adm brig rev hon st sr jr gov sen rep pres messrs mt ft no nos vs etc inc ltd ' +
    'co corp bros dept est approx fig figs eq vol pp ed eds al cf ca e.g i.e a.m p.m u.s u.k u.n u.s.a u.a.e e.u d.c ph.d b.a m.a ' +
    'b.sc m.sc d.r jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun',
);

/** Beginnings that stay with what follows their hyphen, as in the English treebanks: "re-election" but "Moscow - brokered". */
export const hyphenPrefixes = words(
  'anti co counter cross pan de e ex extra inter intra mega meta micro mid mini mono multi neo non over para poly post pre pro ' +
    'proto pseudo quasi re semi sub super supra trans tri ultra un under uni uh mm x t u covid',
);

/** Units that are a token of their own when glued to a number. */
export const units = words(
  'km m cm mm kg g mg am pm a.m a.m. p.m p.m. mph km² bn gb mb ft lb lbs hz khz mhz ghz kw mw ml hrs min mins sec gmt k nm °c kb yrs hr yr kmh kms',
);

/** Words that the treebanks cut in two, with the lengths of the pieces. */
export const fusedWords = new Map<string, number[]>([
  ['cannot', [3, 3]],
  ['gonna', [3, 2]],
  ['gotta', [3, 2]],
  ['wanna', [3, 2]],
  ['gimme', [3, 2]],
  ['lemme', [3, 2]],
  ['dont', [2, 2]],
  ['didnt', [3, 2]],
  ['doesnt', [4, 2]],
  ['wont', [2, 2]],
  ['cant', [2, 2]],
  ['isnt', [2, 2]],
  ['wasnt', [3, 2]],
  ['havent', [4, 2]],
  ['im', [1, 1]],
  ['ive', [1, 2]],
  ['thats', [4, 1]],
  ['theres', [5, 1]],
  ['youre', [3, 2]],
  ['outta', [3, 2]],
  ['dunno', [2, 1, 2]],
]);

export const topLevelDomains = words(
  'com org net gov edu ru am az tr info html htm php pdf io xls doc jpg fr de',
);

/** Words that begin sentences: after "U.S." or "p.m." one of them starts a new one. */
export const sentenceStarters = words(
  'the a an he she it they we i you this that these those in on at but and for as after before when while if there its his her ' +
    'their our however although since with by from according president prime foreign meanwhile so yet what who how why also earlier later',
);

/** Abbreviations that may end a sentence; titles such as "Gen." never do. */
export const finalAbbreviations = words(
  'u.s. u.k. u.n. e.u. a.m. p.m. etc. inc. ltd. co. corp. jr. sr. d.c. u.s.a. u.a.e. al. ph.d.',
);

/** Words after which a line that breaks off goes on in the next. */
export const unfinished = words(
  'the a an of and or to in on at by for from with as that which who is are was were be been has have had its their his her our ' +
    'your my but nor than into over under between against says said told',
);
