import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const folder = new URL('../src/routes', import.meta.url).pathname;

/** A route as its folder is named, with the methods that it answers. */
export interface Route {
  id: string;
  methods: ('GET' | 'POST')[];
  /** The names of a page's form actions; `default` stands for the nameless one. */
  actions: string[];
}

/** Every route there is, read from the files that make them: none can be forgotten. */
export function allRoutes(): Route[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const ids = new Set(
    files
      .filter((file) => /\+(page\.svelte|page\.server\.ts|server\.ts)$/.test(file))
      .map((file) => dirname(file)),
  );
  return [...ids].sort().map((id) => {
    const read = (name: string) =>
      files.includes(join(id, name)) ? readFileSync(join(folder, id, name), 'utf8') : '';
    const server = read('+server.ts');
    const page = read('+page.server.ts');
    const block = /actions: Actions = \{([\s\S]*)\n\};/.exec(page)?.[1] ?? '';
    const actions = [...block.matchAll(/^ {2}(?:async )?(\w+)(?:\(|:)/gm)].map((match) => match[1] as string);
    const isPage = files.includes(join(id, '+page.svelte'));
    const methods: Route['methods'] = [];
    if (isPage || page !== '' || /export (const|async function|function) GET/.test(server))
      methods.push('GET');
    if (/export (const|async function|function) POST/.test(server) || actions.length > 0)
      methods.push('POST');
    return { id: `/${relative('.', id)}`, methods, actions };
  });
}
