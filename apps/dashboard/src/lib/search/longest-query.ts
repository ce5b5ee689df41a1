/** Longest query that a search takes, in characters. */
export const longestQuery = 200;
