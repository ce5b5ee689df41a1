/** Whose names can be chosen, with how many of them there are. */
export interface NameUserView {
  id: string;
  name: string;
  count: number;
}

/** A disputed place or actor with who uses which name. */
export interface NamesRow {
  id: string;
  kind: 'place' | 'actor';
  names: { name: string; by: string[] }[];
}
