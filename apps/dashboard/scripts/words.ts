import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import type { Plugin } from 'vite';
import { saidFile, shorten } from './shorter-words.ts';

const dashboard = join(import.meta.dirname, '..');
const project = join(dashboard, 'project.inlang');
const outdir = join(dashboard, 'src/lib/paraglide');
const digestFile = join(outdir, '.digest');

/** Makes functions of the message files when one has changed since; nothing is fetched and nobody is told. */
export async function compileWords(): Promise<void> {
  const digest = inputs();
  if (existsSync(digestFile) && readFileSync(digestFile, 'utf8') === digest) return;
  await compile({
    project,
    outdir,
    // A module a message: a page then loads the words it says and no others.
    outputStructure: 'message-modules',
    // Both sides are told the language from outside: see src/hooks.server.ts and src/hooks.client.ts.
    strategy: ['baseLocale'],
    isServer: 'import.meta.env.SSR',
    disableAsyncLocalStorage: true,
    emitReadme: false,
    emitPrettierIgnore: false,
    includeEslintDisableComment: false,
    additionalFiles: { 'said.js': saidFile },
  });
  shorten(outdir);
  mkdirSync(dirname(digestFile), { recursive: true });
  writeFileSync(digestFile, digest);
}

/** Everything that decides what comes out: the words, the settings, the compiler and how it is called. */
function inputs(): string {
  const hash = createHash('sha256');
  const manifest = join(dashboard, 'node_modules/@inlang/paraglide-js/package.json');
  const messages = globSync('messages/*/*.json', { cwd: dashboard }).sort();
  const shortening = join(dashboard, 'scripts/shorter-words.ts');
  for (const file of [import.meta.filename, shortening, manifest, join(project, 'settings.json')]) {
    hash.update(readFileSync(file));
  }
  for (const file of messages) hash.update(`\0${file}\0`).update(readFileSync(join(dashboard, file)));
  return hash.digest('hex');
}

/** Compiles the words when vite or vitest starts, and again when a message file changes. */
export function words(): Plugin {
  return {
    name: 'words',
    enforce: 'pre',
    buildStart: compileWords,
    async watchChange(file) {
      if (file.startsWith(join(dashboard, 'messages'))) await compileWords();
    },
    configureServer({ watcher }) {
      watcher.add(join(dashboard, 'messages'));
    },
  };
}
