import * as z from 'zod';
import { NamesInUse } from '../names/names-in-use.ts';

const Day = z.iso.date('a day as YYYY-MM-DD');

/** PLOVER's sectors, and the codes of CAMEO that it lacks; see data/README.md. */
export const roleCodes = [
  ...[
    'AGR',
    'BUS',
    'COP',
    'CRM',
    'CVL',
    'EDU',
    'ELI',
    'GOV',
    'IGO',
    'IMG',
    'JNK',
    'JRN',
    'JUD',
    'LAB',
    'LEG',
  ],
  ...['MED', 'MIL', 'NGO', 'OPP', 'PRE', 'PRM', 'PTY', 'REB', 'REF', 'REL', 'SOC', 'SPY', 'UAF', 'UNK'],
] as const;

/** What an actor was, and when: `from` is the first day, `until` the first day on which it no longer held. */
export const RolePeriod = z
  .strictObject({ role: z.enum(roleCodes), from: Day.optional(), until: Day.optional() })
  .refine(({ from, until }) => !from || !until || from < until, '"from" must lie before "until"');
export type RolePeriod = z.infer<typeof RolePeriod>;

const names = z.array(z.string().trim().min(2));
const Country = z
  .string()
  .regex(/^(?:|[A-Z]{2}|UNO|IGO|NGO|EUR)$/u, 'two letters of ISO 3166-1, or UNO, IGO, NGO, EUR');

/** A row of data/actors/. */
export const ActorRow = z.strictObject({
  id: z
    .string()
    .regex(/^(?:country:[A-Z]{2}|(?:group|org):[a-z0-9-]+)$/u, 'country:XX, group:slug or org:slug'),
  name: z.string().min(2).optional(),
  aliases: names,
  names: NamesInUse.optional(),
  demonyms: names.optional(),
  seats: names.optional(),
  organs: z.partialRecord(z.enum(roleCodes), names).optional(),
  media: names.optional(),
  people: z.array(z.string().trim().min(3)),
  country: Country.optional(),
  role: z.enum(roleCodes).optional(),
  roles: z.array(RolePeriod).optional(),
});
export type ActorRow = z.infer<typeof ActorRow>;

/** A row of data/leaders.json: country, names (the usual first, others after `;`), role, first day, first day out of office. */
export const LeaderRow = z.tuple([
  z.string().regex(/^[A-Z]{2}$/u),
  z.string().min(4),
  z.enum(roleCodes),
  z.union([z.literal(''), Day]),
  z.union([z.literal(''), Day]),
]);
export type LeaderRow = z.infer<typeof LeaderRow>;
