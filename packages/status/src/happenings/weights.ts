/**
 * What each feature of two reports says for or against their being of one happening, in bits: +1 makes it twice as
 * likely as it was, -1 half as likely. Orders of size come from how often features meet by chance among events of
 * one kind within two days of one war; they were set on the agency headlines of the UCDP events on Ukraine
 * (`npm run score -- --merging FOLDER`), where several headlines stand for one event.
 */
export const weights = {
  /** A feature that tells happenings apart for certain: no sum of others outweighs it. */
  ruledOut: -100,

  time: {
    /** Both say it to within some hours, and the hours meet. */
    sameHours: 3,
    /** Both days meet for at least half of the narrower one. A third of a window of days would by chance. */
    sameDay: 2,
    /** The wider one is a week or so, or one is dated by its publication on the day after. */
    sameDays: 1,
    /** Wider still, or they overlap at an edge only. */
    vague: 0.5,
    /** "On Friday" and "on Saturday": nights and zones are mistaken, but seldom. */
    touching: -1.5,
  },
  place: {
    /** One town of the hundreds of a war. */
    sameTown: 4,
    sameDistrict: 3,
    sameProvince: 1.5,
    sameRegion: 0.5,
    /** A town and its suburb: up to 10 km. */
    near: 1.5,
    /** Up to 30 km. */
    neighbouring: -1.5,
    /** Two towns without coordinates: perhaps two spellings of one. */
    otherName: -4,
    otherProvince: -3,
    otherCountry: -3,
    /** A truce or a meeting has no one scene: where it was signed, where it holds, who told of it. */
    sceneless: { same: 1, other: -1 },
  },
  doer: {
    same: 1.5,
    /** Another name of the same side: half of what happens in a war of two sides is done by each. */
    sameSide: 1,
    /** Names of which neither side nor identity is known. */
    unknownOther: -0.5,
    /** A known outsider here, a side there. */
    outsider: -2,
    /** Each accuses the other: what agrees besides must be strong. */
    otherSide: -3,
  },
  target: { same: 1, sameSide: 0.7, unknownOther: 0, outsider: -1, otherSide: -2 },
  parties: { same: 1, some: 0.5, other: -3 },
  mode: {
    same: 1,
    /** A drone, a missile or a shell: reports differ. */
    confusable: -0.5,
    other: -2,
  },
  counts: {
    /** Of equal exact numbers n: each doubling of n makes chance less likely; one dead is met every other day. */
    equal: (n: number) => Math.min(3.5, 0.8 + 0.6 * Math.log2(Math.max(1, n))),
    /** "More than 50" and 53. */
    compatible: 0.5,
    /** A later report has up to half more: tolls grow. */
    grown: -0.3,
    /** Up to three times as many. */
    grownMuch: -1,
    far: -2,
    /** The later report has fewer: on top. */
    shrunk: -0.7,
    most: 5,
  },
  effect: { same: 2, other: -2 },
  words: { copy: 3, alike: 1.5, some: 0.5 },
  /** The extractor has read the whole article and kept the two apart; a headline repeats the text below it. */
  article: { sameText: -3, headline: 1 },
} as const;

/** The sum from which two reports are of one happening: a town and a day, or a day, the actors and a rare toll. */
export const threshold = 4;
