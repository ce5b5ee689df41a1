import { defineConfig } from 'vitest/config';
import { words } from './scripts/words.ts';

// Apart from vite.config.ts: what is tested here is plain modules, and the built server in a real browser.
export default defineConfig({
  plugins: [words()],
  test: {
    environment: 'node',
    // Style sheets that are read as text, for their colours; all others are left out.
    css: { include: [/\?raw$/] },
  },
});
