export const zoneChoices = ['utc', 'mine', 'place'] as const;

/** What a reader chose for all pages; it is kept in cookies, so that the server makes the page as they want it. */
export interface Preferences {
  /** The system's when nothing was chosen. */
  theme: 'light' | 'dark' | null;
  /** In which zone times are told: UTC, the reader's, or that of the conflict or event. */
  zone: (typeof zoneChoices)[number];
  /** The reader's zone as their browser told it, an IANA name; null before that, and where it is not asked for. */
  ownZone: string | null;
  /** Whose names of disputed places and actors, by its id; null: as the source says. */
  names: string | null;
}
