import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { originFromEnvironment } from './scripts/origin-from-environment.ts';
import { words } from './scripts/words.ts';

/** Kit's own hidden announcer carries a style attribute; this is the hash of exactly that attribute. */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/**
 * What several pages share is one file: as a file for each set of pages that shares something it was eighty files, which
 * compress to a tenth more. With 5 the page with the most code is smallest.
 */
const shared = { name: 'shared', minShareCount: 5, priority: 1 };
/** What the page tells Kit is a file of its own: Kit sets it before it loads its client, which reads it as it begins. */
const payload = { name: 'payload', test: /[\\/]runtime[\\/]client[\\/]payload\.js/, priority: 2 };

export default defineConfig({
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [payload, shared] } } } } },
  },
  plugins: [
    words(),
    tailwindcss(),
    sveltekit({
      adapter: originFromEnvironment(adapter({ out: 'build' })),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-hashes', announcerStyle],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
});
