/** How long a token may be valid, in days. None lasts for ever: one that is forgotten ends by itself. */
export const tokenDays: readonly number[] = [30, 90, 365];
