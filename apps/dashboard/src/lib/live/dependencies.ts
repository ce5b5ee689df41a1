/** What a page's data depends on: the story is everything derived from events, the submissions are articles' states. */
export const dependencies = {
  story: 'trucewatch:story',
  submissions: 'trucewatch:submissions',
} as const;
