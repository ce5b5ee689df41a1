/** What folds events, and its version: change it with whatever changes a happening, a ceasefire or a status. */
export const folder = { name: 'trucewatch-status', version: '0.3.1' } as const;
