import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the messages: what each of them did by itself. The versions are those of the other languages, then that of the first. */
export const saidFile = `import { baseLocale, getLocale, locales } from './runtime.js';

const order = [...locales.filter((locale) => locale !== baseLocale), baseLocale];
const chosen = (versions, { locale } = {}) => versions[order.indexOf(locale ?? getLocale())];

export const said = (...versions) => (inputs, options) => chosen(versions, options)(inputs);
export const inParts = (...versions) => (inputs, options) => {
	const version = chosen(versions, options);
	return version.parts?.(inputs) ?? [{ type: 'text', value: version(inputs) }];
};
`;

const choice =
  /\(\(inputs(?: = \{\})?, options = \{\}\) => \{\n\t+const locale = [^\n]+\n((?:\t+if \(locale === [^\n]+\n)*\t+return [^\n]+\n)\t*\}\)/g;
const version = /return (typeof )?(\w+)/g;

/**
 * Has the messages that paraglide wrote into a folder choose their language by one function: it writes the choice out in
 * each, a twentieth of all that a page loads.
 * @throws where paraglide no longer writes it as it did
 */
export function shorten(folder: string): void {
  for (const name of globSync('messages/*.js', { cwd: folder })) {
    if (name.endsWith('_index.js')) continue;
    const file = join(folder, name);
    const long = readFileSync(file, 'utf8');
    const short = long.replace(choice, (_, choices: string) => {
      const versions = [...choices.matchAll(version)];
      const how = versions.some(([, parts]) => parts) ? 'inParts' : 'said';
      return `(/* @__PURE__ */ ${how}(${versions.map(([, , one]) => one).join(', ')}))`;
    });
    if (short === long || short.includes('const locale'))
      throw new Error(`${file} chooses its language in another way: see paraglide's notes`);
    writeFileSync(file, `import { inParts, said } from '../said.js';\n${short}`);
  }
}
