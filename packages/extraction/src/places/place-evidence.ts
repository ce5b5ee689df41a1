import personNames from '../../data/person-names.json' with { type: 'json' };

/**
 * What the words beside a name say of it: a `place` ("in Rochester"), a `person` ("Fran Lindsay"), somebody who
 * `speaks` ("Campbell said"), a `body` that is called by a place ("Boston University"), the first word of an
 * `institution` ("Ripley Police Department"), a `part` of a longer name ("Team Alberta"), or nothing.
 */
export type Evidence = 'place' | 'person' | 'speaks' | 'body' | 'institution' | 'part' | 'none';

const given = new Set(personNames.given.split(' '));
const family = new Set(personNames.family.split(' '));
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

// `$(?<=…)` looks back from the end once, where `…$` would begin at each character.

/** Bodies that are called by a place and are none: "Boston University", "the Minsk Group". */
const bodyAfter =
  /^(?:\$| & |(?:['’]s)? (?:virus|fever|Group|Agreements?|Accords?|Post|Times|University|Institute|Party|News|Journal|Tribune|Herald|Gazette|Bank|Fund|Brigade|Battalion|Prize|Daily|Airlines|Convention|Protocol|Process|FC|Inc|Corp|Ltd|Street|Avenue|Road|Drive|Lane|Boulevard|Blvd|Ave|Rd|St|State University)\b)/u;
const bodyBefore =
  /$(?<=\b(?:(?:University|Bank|Duke|Duchess|Earl|Prince|Archbishop|Bishop|Voice|Council|Times) of|United|Real|Atletico|Club|AC|FC|Inter|Air|Radio|Television|Miss) )/u;

const titleBefore =
  /$(?<=(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Cpl|Pvt|Rev|Prof|Det|Supt|Insp)\.?|\b(?:President|Minister|General|Colonel|Major|Captain|Secretary|Ambassador|Senator|Spokesman|Spokeswoman|Judge|Justice|Professor|Sheikh|King|Queen|Prince|Princess|Sir|Lady|Lord|Coach|coach|Mayor|Chief|Sheriff|Deputy|Officer|Detective|Sergeant|Lieutenant|Attorney|Councilman|Councilwoman|Commissioner|Superintendent|Principal|Pastor|Pope|St\.?|Saint)) )/u;
const initialBefore = /$(?<=(?:^|[\s("“])(?:\p{Lu}\.){1,2} ?)/u;
const speaksAfter =
  /^,? (?:said|says|told|added|adds|argued|noted|testified|explained|recalled|admitted|insisted|replied|wrote|tweeted|agreed|pleaded|thinks|believes|knows|hopes|graduated|resigned|died|was born|who|himself|herself)\b/u;
const lociBefore =
  /$(?<=(?:^|[\s("“])(?:in|In|near|Near|at|At|outside|Outside|inside|around|Around|across|Across|throughout|into|toward|towards|through|over|downtown|Downtown|central|Central|northern|Northern|southern|Southern|eastern|Eastern|western|Western|north|south|east|west|northwest|northeast|southwest|southeast|mainland|rural|greater|nearby|(?:city|town|village|village|suburb|capital|port|province|state|region|district|county|island|outskirts|suburbs|streets|centre|center|people|residents|north|south|east|west|mayor|university) of|based in|live in) (?:the |(?:neighbo[u]?ring|nearby|rural|downtown|central|southern|northern|eastern|western|south|north|east|west) )?)/u;
const placeAfter =
  /^(?:['’]s (?:\w+ )?(?:city|town|mayor|council|police|residents|streets|downtown|airport|capital|parliament|government|main|population|suburbs|port|economy|east|west|north|south)\b|-(?:based|area|born)\b| (?:city|town|county|residents?|police|area|man|woman|teen|teenager|couple|native|resident|suburb|suburbs|province|district|region|governorate|oblast|airport|port|courthouse|school|schools|mayor|neighbou?rhood|streets?|officials?|authorities|firefighters)\b)/u;

/** Capitalised words that go on after a place's name and leave it one: "Florida Highway Patrol". */
const institutions = words(
  'bureau educators power lottery tech environmental services fed clerk auditor sheriffs supervisors selectmen police department county council city mayor fire sheriff highway public hospital school schools high middle elementary governor gov senator sen rep court courts circuit superior district supreme chief airport international national state regional community college academy church cathedral library museum park zoo board commission commissioner commissioners chamber parliament legislature assembly ministry minister premier prime president government division office township borough parish town village village port harbor harbour beach hills heights valley river lake creek bay island islands province region area east west north south northern southern eastern western central metropolitan metro transit water power utilities housing health medical center centre memorial central correctional jail prison detention superintendent attorney prosecutor judge district democrat democrats democratic republican republicans congressman congresswoman coach stadium arena raceway theater theatre opera symphony orchestra festival marathon open championship hotel mall station railway railroad line bridge tunnel dam hall house tower square market plaza ambassador embassy consulate army navy air forces force guard rangers spokesman spokeswoman avenue supreme mosque crown council green emergency ems environment department-s securities exchange monday tuesday wednesday thursday friday saturday sunday i ii iii january february march april may june july august september october november december',
);
const placeWords = words(
  'in at on near from to of the city town village province region district state county airport port river lake island islands north south east west northern southern eastern western central upper lower greater old monday tuesday wednesday thursday friday saturday sunday time area valley desert mount fort camp downtown gov sen rep republican democratic former new while when after before since although though but and as if because meanwhile however rural mainland',
);

/** Reads the words round `source.slice(start, end)`; linear in a window of about 40 characters. */
export function evidenceFor(source: string, start: number, end: number): Evidence {
  const before = source.slice(Math.max(0, start - 40), start).replaceAll(/\s/g, ' ');
  const after = source.slice(end, end + 40).replaceAll(/\s+/g, ' ');
  if (bodyAfter.test(after) || bodyBefore.test(before)) return 'body';
  if (titleBefore.test(before) || initialBefore.test(before)) return 'person';
  const name = source.slice(start, end).toLowerCase();
  const previous = /(?:^|[\s("“])(\p{Lu}[\p{L}’'-]*) $/u.exec(before)?.[1]?.toLowerCase();
  if (previous && given.has(previous) && previous !== name) return 'person';
  const next = /^ (\p{Lu}[\p{L}’'-]+)/u
    .exec(after)?.[1]
    ?.toLowerCase()
    .replace(/['’]s$/u, '');
  const goesOn = next !== undefined && !institutions.has(next);
  if (goesOn && given.has(name)) return /\b(?:of|the) $/u.test(before) ? 'part' : 'person';
  if (/^ \p{Lu}\. |^, \d{1,3},/u.test(after)) return 'person';
  if (lociBefore.test(before) || (placeAfter.test(after) && !goesOn)) return 'place';
  if (speaksAfter.test(after)) return 'speaks';
  if (goesOn) return 'part';
  if (next !== undefined) return 'institution';
  const stands = previous && !placeWords.has(previous);
  return stands && !opensSentence(source, start - previous.length - 1) ? 'part' : 'none';
}

/** Whether a name begins its sentence, where every word has a capital. */
export function opensSentence(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - 4), at).trimEnd();
  return (
    at <= 1 ||
    before === '' ||
    /[.!?"“”:•—-]$/u.test(before) ||
    /\n\s*$/u.test(source.slice(Math.max(0, at - 4), at))
  );
}

/** Whether the word is a usual name of persons, first or last. */
export function isPersonName(name: string): boolean {
  return given.has(name) || family.has(name);
}
