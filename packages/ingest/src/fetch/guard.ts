import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { FetchRefused } from './fetch-refused.ts';
import { isPublicAddress } from './public-address.ts';

export interface Resolved {
  address: string;
  family: number;
}
export type Resolve = (host: string) => Promise<Resolved[]>;

export interface GuardOptions {
  /** `host:port` of one's own network that may be fetched all the same, exactly as written. */
  alsoAllowed?: readonly string[] | undefined;
  /** Names to addresses; the system's resolver by default. */
  resolve?: Resolve | undefined;
}

const usualPorts = new Set(['80', '443']);

export interface Guard {
  /**
   * Whether an address may be asked for, before each hop.
   * @throws FetchRefused
   */
  check(url: URL): void;
  /** For the connection: answers with addresses that were checked, so that a second, different answer cannot matter. */
  lookup: LookupFunction;
}

/** Decides to whom a connection may be made. The URL parser has already turned decimal, hex and octal forms into dotted ones. */
export function guard({
  alsoAllowed = [],
  resolve = (host) => systemLookup(host, { all: true }),
}: GuardOptions): Guard {
  const exceptions = new Set(alsoAllowed.map((each) => each.toLowerCase()));
  const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');
  const excepted = (url: URL): boolean => exceptions.has(`${url.hostname}:${portOf(url)}`);
  /** Names with an exception for some port; `check` has seen to it that no other port of theirs is asked. */
  const exceptedHosts = new Set([...exceptions].map((each) => each.slice(0, each.lastIndexOf(':'))));

  function check(url: URL): void {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new FetchRefused('not_http', 'Only addresses that begin with https:// or http:// are fetched.');
    }
    if (excepted(url)) return;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!usualPorts.has(url.port || portOf(url))) {
      throw new FetchRefused('port', `Port ${url.port} is not fetched: only 80 and 443 are.`);
    }
    if (isIP(host) ? !isPublicAddress(host) : exceptedHosts.has(host) || isLocalName(host))
      throw notPublic(url.hostname);
  }

  async function checked(host: string): Promise<Resolved[]> {
    const found = await resolve(host);
    // One private address among public ones is a trick: nobody else's name has it.
    if (
      found.length === 0 ||
      (!exceptedHosts.has(host) && !found.every(({ address }) => isPublicAddress(address)))
    ) {
      throw notPublic(host);
    }
    return found;
  }

  const lookup: LookupFunction = (host, options, callback) => {
    checked(host).then(
      (found) => {
        if (options.all) callback(null, found);
        else callback(null, found[0]?.address ?? '', found[0]?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
  return { check, lookup };
}

function isLocalName(host: string): boolean {
  return !host.includes('.') || /(?:^|\.)(?:localhost|local|internal|localdomain|home\.arpa)\.?$/.test(host);
}

function notPublic(host: string): FetchRefused {
  return new FetchRefused(
    'private_address',
    `${host} is no public address: only pages on the open web are fetched.`,
  );
}
