import countries from '../../data/countries.json' with { type: 'json' };
import { fold } from '../names/fold.ts';
import { findPlaceNames } from '../places/find-names.ts';
import { evidenceFor } from '../places/place-evidence.ts';
import { actorRow, isDemonym, type KnownActor } from './directory.ts';
import { findActors } from './find-actors.ts';
import { leaderIn, roleOn } from './leaders.ts';
import { former, type Role, roleInWords } from './role-words.ts';

/** An actor in the field's codes. */
export interface ActorDescription {
  /** ISO 3166-1 alpha-3; UNO, EUR, IGO, NGO or IMG for bodies above states, as in CAMEO and PLOVER. */
  country?: string;
  /** PLOVER's sector or CAMEO's role. */
  role?: Role;
  /** `country:SY`, `group:sdf`, `org:un`, where data/actors/ has it. */
  id?: string;
  /** The usual name of somebody known, else the phrase without its article. */
  name: string;
}

const alpha3 = new Map(countries.map(({ code, alpha3 }) => [code, alpha3]));

const stateMedia = new Map(
  countries.flatMap(({ code }) =>
    (actorRow(`country:${code}`)?.media ?? []).map((name) => [fold(name), code] as const),
  ),
);

/**
 * Says who a phrase names: country, role, id. "Slovak soldiers" is SVK MIL, "Kurdish-led Syrian Democratic Forces" SYR
 * REB, "gunmen" UAF of no country. With a day, YYYY-MM-DD, offices and groups are what they were then, and whoever has
 * left office is ELI; without one they are what they were last. From data/ alone: words of judgement tell a role, never a side.
 */
export function describeActor(phrase: string, day?: string): ActorDescription {
  const text = phrase.replaceAll(/\s+/gu, ' ').trim().slice(0, 300);
  const folded = fold(text);
  const words =
    folded.replaceAll(/'s\b/gu, '').match(/[\p{L}\p{N}](?:[\p{L}\p{N}.'-]*[\p{L}\p{N}])?\.?/gu) ?? [];
  const bare = text.replace(/^(?:the|a|an) /iu, '');
  const left = former.test(`${folded} `);
  const leader = leaderIn(words) ?? leaderIn(words.map((word) => word.replace(/\.$/u, '')));
  if (leader) {
    const role = left ? 'ELI' : roleOn(leader.posts, day, 'ELI');
    return describe(leader.country, role, `country:${leader.country}`, leader.name);
  }
  const said =
    roleInWords(withoutPlaces(words, text)) ?? (isDemonym(bare) && /s$/u.test(bare) ? 'CVL' : undefined);
  const agency = stateMediaOf(folded);
  if (agency) return describe(agency, 'GOV', `country:${agency}`, bare);
  const hits = findActors(text, 0, text.length);
  const acting =
    hits.find(({ id, kind }) => !id.startsWith('country:') && kind !== 'person') ??
    hits.find(({ id }) => id.startsWith('country:')) ??
    hits[0];
  if (!acting) {
    const country = placeCountry(text);
    return describe(country, said && left ? 'ELI' : said, undefined, bare);
  }
  const named = text.slice(acting.start, acting.end);
  const isBody = acting.id.startsWith('org:') && named === bare;
  const role = knownRole(acting, named, named === bare, day) ?? (isBody ? undefined : said);
  const country = acting.id.startsWith('country:')
    ? acting.id.slice('country:'.length)
    : actorRow(acting.id)?.country;
  return describe(
    country,
    role && left ? 'ELI' : role,
    acting.id,
    named === bare ? usualName(acting, bare) : bare,
  );
}

/** The role that comes with a name: a group's own, an organ's, GOV for a seat of government or who speaks for a state. */
function knownRole(
  { id, kind }: KnownActor,
  named: string,
  alone: boolean,
  day: string | undefined,
): Role | undefined {
  const row = actorRow(id);
  if (!id.startsWith('country:')) return roleOn(row?.roles ?? [], day, undefined) ?? row?.role;
  const key = fold(named);
  for (const [role, names] of Object.entries(row?.organs ?? {}))
    if (names?.some((name) => fold(name) === key)) return role as Role;
  if (kind === 'person') return 'GOV';
  return kind === 'seat' && alone ? 'GOV' : undefined;
}

/** The country whose state news agency this is: it speaks for its government, and is no actor in a text. */
function stateMediaOf(folded: string): string | undefined {
  return stateMedia.get(folded.replace(/^the /u, ''));
}

/** The words but those of places of several: the West Bank is no bank. */
function withoutPlaces(words: readonly string[], text: string): string[] {
  const names = findPlaceNames(text, 0, text.length)
    .filter(({ candidates }) => candidates[0]?.curated)
    .map(({ start, end }) => fold(text.slice(start, end)).split(' '))
    .filter(({ length }) => length > 1);
  return words.map((word) => (names.some((name) => name.includes(word)) ? '' : word));
}

/** The country of the first place in a phrase, unless the name is a part of a longer one: "Jam Kamal Khan". */
function placeCountry(text: string): string | undefined {
  const hit = findPlaceNames(text, 0, text.length).find(({ start, end }) => {
    const next = /^ (\p{L}+)/u.exec(fold(text.slice(end)))?.[1];
    const before = /(?:^| )(\p{Lu}\p{L}*) $/u.exec(text.slice(0, start))?.[1];
    if (before && !roleInWords([fold(before)])) return false;
    return (next && roleInWords([next])) || !['person', 'part'].includes(evidenceFor(text, start, end));
  });
  const place = hit?.candidates.reduce((best, each) => (each.population > best.population ? each : best));
  return place?.countryCode;
}

function usualName({ id, kind }: KnownActor, bare: string): string {
  return (kind === 'name' && actorRow(id)?.name) || bare;
}

function describe(
  country: string | undefined,
  role: Role | undefined,
  id: string | undefined,
  name: string,
): ActorDescription {
  const code = country ? (alpha3.get(country) ?? country) : undefined;
  return { ...(code ? { country: code } : {}), ...(role ? { role } : {}), ...(id ? { id } : {}), name };
}
