/** What a page's data depends on: the story is everything derived from events, the submissions are articles' states and what they are made of. */
export const dependencies = {
  story: 'trucewatch:story',
  submissions: 'trucewatch:submissions',
  feeds: 'trucewatch:feeds',
  alerts: 'trucewatch:alerts',
} as const;
