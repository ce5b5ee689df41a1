/** What a page's data depends on: the story is everything derived from events, the submissions are articles' states and what they are made of; re-extractions are runs and how far they are. */
export const dependencies = {
  story: 'trucewatch:story',
  submissions: 'trucewatch:submissions',
  feeds: 'trucewatch:feeds',
  reextractions: 'trucewatch:reextractions',
  alerts: 'trucewatch:alerts',
} as const;
