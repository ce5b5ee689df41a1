import * as z from 'zod';

/** Names of one disputed place or actor, each with the states, groups and bodies that use it. */
export const NamesInUse = z
  .array(
    z.strictObject({
      name: z.string().trim().min(2),
      by: z
        .array(
          z
            .string()
            .regex(/^(?:country:[A-Z]{2}|(?:group|org):[a-z0-9-]+)$/u, 'country:XX, group:slug or org:slug'),
        )
        .min(1),
    }),
  )
  .min(2, 'a name that nobody disputes needs no "names"')
  .refine((names) => {
    const users = names.flatMap(({ by }) => by);
    return new Set(users).size === users.length;
  }, 'somebody uses two of the names');
export type NamesInUse = z.infer<typeof NamesInUse>;
