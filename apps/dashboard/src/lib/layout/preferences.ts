/** What a reader chose for all pages; it is kept in cookies, so that the server makes the page as they want it. */
export interface Preferences {
  /** The system's when nothing was chosen. */
  theme: 'light' | 'dark' | null;
  /** Whose names of disputed places and actors, by its id; null: as the source says. */
  names: string | null;
}
