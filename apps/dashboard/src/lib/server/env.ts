import * as z from 'zod';

const address = (protocols: string[], example: string) =>
  z
    .string('it is not set')
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      message: `it is not an address such as ${example}`,
    });

const Settings = z
  .object({
    DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@127.0.0.1:5432/trucewatch'),
    REDIS_URL: address(['redis:', 'rediss:'], 'redis://127.0.0.1:6379').optional(),
    ORIGIN: address(['http:', 'https:'], 'https://trucewatch.example.org').transform(
      (value) => new URL(value).origin,
    ),
    AUTH_SECRET: z
      .string('it is not set')
      .min(32, 'it needs at least 32 characters; make one: openssl rand -base64 33'),
    HOST: z.string().min(1).default('0.0.0.0'),
    PORT: z.coerce.number('it is not a number').int().min(1).max(65_535, 'it is not a port').default(3000),
  })
  .transform((value) => ({
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    origin: value.ORIGIN,
    authSecret: value.AUTH_SECRET,
    host: value.HOST,
    port: value.PORT,
  }));
export type Settings = z.infer<typeof Settings>;

/** Reads the settings, or says in one sentence a setting everything that is wrong with them. */
export function readSettings(
  environment: NodeJS.ProcessEnv,
): { settings: Settings } | { problems: string[] } {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(present);
  if (parsed.success) return { settings: parsed.data };
  return { problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`) };
}

let known: Settings | undefined;

/** The settings of this process. Ends it with all problems at once when they are wrong. */
export function settings(): Settings {
  if (known) return known;
  const read = readSettings(process.env);
  if ('problems' in read) {
    process.stderr.write(`The dashboard cannot start:\n${read.problems.map((one) => `  ${one}\n`).join('')}`);
    process.exit(1);
  }
  known = read.settings;
  return known;
}
