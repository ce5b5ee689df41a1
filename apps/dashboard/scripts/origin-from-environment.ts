import { readFileSync, writeFileSync } from 'node:fs';
import type { Adapter } from '@sveltejs/kit';

const fixedOrigin = /^export const origin = [^;\n]*;$/m;

/**
 * Lets one build serve any address. adapter-node 6 bakes the origin in at build time and otherwise
 * guesses it from the Host header, always as https: then a form posted to http://localhost is refused
 * as cross-site, and a forged Host header is believed. The built server reads ORIGIN instead.
 */
export function originFromEnvironment(adapter: Adapter, out = 'build'): Adapter {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const file = `${out}/adapter-node.js`;
      const source = readFileSync(file, 'utf8');
      if (!fixedOrigin.test(source)) {
        throw new Error(
          `${file} no longer has the line that this adapter replaces: see adapter-node's notes`,
        );
      }
      const fromEnvironment = 'export const origin = process.env.ORIGIN;';
      writeFileSync(file, source.replace(fixedOrigin, fromEnvironment));
    },
  };
}
