/** What a reader chose for all pages; it is kept in cookies, so that the server makes the page as they want it. */
export interface Preferences {
  /** The system's when nothing was chosen. */
  theme: 'light' | 'dark' | null;
}
