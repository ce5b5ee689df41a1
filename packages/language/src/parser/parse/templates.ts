import { readTemplates, type Templates } from '../hash.ts';
import { labelAtoms } from './label-atoms.ts';
import { moveAtoms } from './move-atoms.ts';

// After Zhang & Nivre (2011), with word clusters, prepositions of the words on the stack, and what lies between.
const moves = `
s0w s0t|s0w|s0t|s0c|b0w b0t|b0w|b0t|b0c|b1w b1t|b1w|b1t|b1c|b2w|b2t|b2c|b3t b2t b1t|s1w s1t|s1w|s1t|s1c
s2t|s2w|s0w b0w|s0t b0t|s0w b0t|s0t b0w|s0w s0t b0t|s0t b0w b0t|s0c b0c|s0c b0t|s0t b0c|s0k b0k|s0w b0c
s0c b0w|s1w s0w|s1t s0t|s1w s0t|s1t s0w|s1c s0c|s1c s0t|s1t s0c|s1k s0k|s1t b0t|s1w b0t|s1t b0w|s1c b0c
s1k b0k|b0t b1t|b0w b1t|b0t b1w|b0w b1w|b0c b1c|s0t b0t b1t|s0w b0t b1t|s0t b0w b1t|s0t b0t b1w
s0t b0t b1t b2t|b0t b1t b2t|b0p b1p b2p s0p|s1t s0t b0t|s1t s0w b0t|s1w s0t b0t|s1t s0t b0w|s2t s1t s0t
s2t s1t s0t b0t|s1t s0t b0t b1t|s1k s0k b0k|s1c s0c b0t|s1p s0p b0p b1p b2p|s0t s0lt b0t|s0t s0rt b0t
s0t b0t b0lt|s1t s1rt s0t|s1t s1lt s0t|s1t s0t s0lt|s1t s0t s0rt|s0t s0rd b0t|s0t s0ld b0t|s0t b0t b0ld
s1t s1rd s0t|s1w s1rd s0t|s0w s0rd b0t|s0w s0ld b0t|s0t b0ld b0w|s0t s0ld s0l2d|s0t s0rd s0r2d
b0t b0ld b0l2d|s1t s1rd s1r2d s0t|s0ld s0rd b0t s0t|s0rw b0t s0t|s0lw b0t s0t|b0lw s0t b0t
s0rd s0rt s0t b0t|s1rw s0t s1t|s0t s0vl|s0t s0vr|s0w s0vr|s0w s0vl|b0t b0vl|b0w b0vl|s1t s1vr|s1w s1vr
s0t s0sl|s0t s0sr|s0w s0sl|s0w s0sr|b0t b0sl|b0w b0sl|s1t s1sr|s1w s1sr|s0t s0sr b0t|s1t s1sr s0t b0t
s0t s0sl b0t b0sl|s1t s1sr s0t s0sl|dist s0t b0t|dist s0w|dist b0w|dist s0t|dist b0t|dist s0w b0t
dist1 s1t s0t|dist1 s1t s0t b0t|dist s0k b0k|btw s0t b0t|btw s0t b0w|btw s0w b0t|btw1 s1t s0t
btw1 s1t s0t b0t|btwP s0t b0t|btwP s1t s0t b0t|btw btw1 s1p s0p b0p|s0case s0t s1t|s0case s0w s1t
s0case s1w|s0case s1w s1t b0t|s0case s0t b0t|s0case s1t s0t b0t|s0case s1c s0c|s0case s1t s2t|s0case s2w
s1case s1t s0t|b0case b0t s0t|b0case s0w|s0rcase s0t b0t|s1rcase s1t s0t|s0case s1k s0k
s0case s1case s1t s2t|b0w s1w|b0w s1t s0t|b0t s1w s0w|b0w s0w s1t|top left|left s0t b0t|q s0t b0t
top s0t b0t|verbs s0t b0t|verbs s1t s0t b0t|before s0t b0t|before s0t b0w|s1t s1vr s0t s0vr b0t
s0rlt s0rt s0t b0t|s0rlw s0t b0t|s2rd s1t s0t b0t|s2w s1t s0t|b0w b1w s0t|s0w s1case`;
/** What another parser, which read the sentence from its end, made of the same words. */
const guidedMoves = `
gs0|gb0|gs0 gs0l|gb0 gb0l|gs0 gb0|gs0 gs0l gb0 gb0l|gs0 gs0l s0t b0t|gb0 gb0l s0t b0t|gs0 gb0 s1t s0t b0t
gs0 gs1 gb0|gs1 gs1l gs0 gs0l|gs0 gs0l s0w|gb0 gb0l b0w|gb0 gb1 gs0|gb1 gb0|gs0 gs0h|gb0 gb0h
gs0 gb0 gs0h gb0h|gs0 s0sr|gs0 gs0l s0sl s0t|gs0 gs0l s1t s0t|gs0 gb0 dist|gs0 gb0 btw|gs0 gb0 s0case
gs0 gb0 s0w b0t|gs0 gb0 s0t b0w|gs0 gs0l s1w|gs0 gb0 s0c b0c|gs0 gb0 s1c s0c|gs0 gs0l btw1 s1t s0t
gs0 gb0 verbs`;
const labels = `
dw|dt|dc dir|hw|ht|hc|dw dt dir|dt ht dir|dw ht dir|dt hw dir|dw hw dir|dc hc dir|dk hk dir|dc ht dir
dt hc dir|dist dt ht|dist dt|dist dw|dcase dt ht|dcase hw|dcase dw|dcase dt hw|dcase dc|dcase dc hc
dsl dt ht dir|dsl dw|dsr dt ht dir|dsr dw|hsl dt ht dir|hsr dt ht dir|hsl dw dir|hsr dw dir|hsr hw dt dir
hsl hw dt dir|dlw dt ht dir|dlt dt ht dir|dld dl2d dt ht|drt dt ht dir|drd dt ht dir|hrd dt ht dir
hrt hrd dt dir|hld dt ht dir|nt dt ht dir|pt dt ht dir|nw dt dir|pw dt dir|nt pt dt|gt dt ht dir|gw dt dir
btw dt ht dir|dvr dt ht dir|hvl dt ht dir|hvr dt ht dir|hcase dt ht dir|h1t dt ht dir|dcase dist dt ht
hrd dcase ht|hsr dcase hw|dsl dsr dt ht|dw nw|dw pw|dlw dw|dsl dcase hw dt|gt btw dt ht dir`;
const guidedLabels = `
guess agrees|guess agrees dt ht dir|guess agrees dw|guess agrees hw|guess agrees dcase|guess agrees dsl
guess agrees hsl hsr`;

export interface ParserTemplates {
  move: Templates;
  label: Templates;
}

export const plainTemplates: ParserTemplates = {
  move: readTemplates(moves, moveAtoms),
  label: readTemplates(labels, labelAtoms),
};

export const guidedTemplates: ParserTemplates = {
  move: readTemplates(moves + guidedMoves, moveAtoms),
  label: readTemplates(labels + guidedLabels, labelAtoms),
};
