import type { Tree } from '@trucewatch/language';

/** A token as the tree has it. */
export type Word = Tree['tokens'][number];
