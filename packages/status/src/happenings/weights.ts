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
    /** Both days meet for at least half of the narrower one. */
    sameDay: 2,
    /** Dated by their publication alone, within 18 hours of one another; or by it and by the text. */
    sameNews: 1.5,
    /** The wider one is a week or so. */
    sameDays: 1,
    /** Wider still, or they overlap at an edge only. */
    vague: 0.5,
    /** Dated by publication alone, on two days in a row: most wars have something to tell every day. */
    nextNews: -1.5,
    /** "On Friday" and "on Saturday": nights and zones are mistaken, but seldom. */
    touching: -1.5,
    /** Told of without a date two days later. */
    oldNews: -4,
  },
  /**
   * How rare a kind is: of attacks and statements a day has many, of truces, captures and exchanges seldom two. Breaches,
   * appeals and words that a truce holds lie between. On top of what the other features say.
   */
  kind: { common: 0, repeated: 1, rare: 1.5 },
  place: {
    /** One town of the dozens where a war is fought; the same few are hit again and again. */
    sameTown: 3,
    sameDistrict: 2,
    sameProvince: 1,
    sameRegion: 0,
    /** A town and its suburb: up to 10 km. */
    near: 1,
    /** Up to 30 km. */
    neighbouring: -1.5,
    /** Two towns without coordinates: perhaps two spellings of one. */
    otherName: -4,
    otherProvince: -3,
    otherCountry: -3,
    /** A capital that gives a side its name may be no scene: "Baku says". */
    capital: { same: 1, other: -2 },
    /** A truce or a meeting has no one scene: where it was signed, where it holds, who told of it. */
    sceneless: { same: 1, other: -1 },
  },
  doer: {
    same: 0.7,
    /** Another name of the same side: half of what happens in a war of two sides is done by each. */
    sameSide: 0.3,
    /** Names of which neither side nor identity is known. */
    unknownOther: -0.5,
    /** A known outsider here, a side there. */
    outsider: -2,
    /** Each accuses the other: what agrees besides must be strong. */
    otherSide: -3,
  },
  target: { same: 0.7, sameSide: 0.2, unknownOther: 0, outsider: -1, otherSide: -1.5 },
  parties: { same: 1, some: 0.3, other: -3 },
  mode: {
    same: 0.3,
    /** A drone, a missile or a shell: reports differ. */
    confusable: -0.7,
    other: -1.5,
  },
  counts: {
    /** Of equal numbers: one dead is met every other day, 13 are not. */
    equal: (n: number) => Math.min(5, Math.max(0, 2 * Math.log2(Math.max(1, n)) - 1.5)),
    /** "More than 50" and 53. */
    compatible: 1.5,
    /** A later report has up to half more: tolls grow. */
    grown: 1,
    /** Up to three times as many. */
    grownMuch: -0.5,
    far: -2,
    /** The later report has fewer: on top. */
    shrunk: -2.5,
    most: 6,
  },
  effect: { same: 2, other: -2 },
  words: { copy: 3, alike: 1.5, some: 0.5 },
  /** The extractor has read the whole article and kept the two apart; a headline repeats the text below it. */
  article: { sameText: -3, headline: 1 },
} as const;

/** The sum from which two reports are of one happening: a town and a day, or a day, the actors and a rare toll. */
export const threshold = 3.5;

/** Sums of halves and tenths that ought to reach the threshold may miss it by less than this. */
export const rounding = 1e-9;
