import {
  Compliance,
  FormalStatus,
  type StatusAxis,
  type StatusValue,
  WebhookAddress,
} from '@trucewatch/schema';
import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';

export interface AlertForm {
  conflictId: string | null;
  axis: StatusAxis | null;
  values: StatusValue[];
  channel: 'webhook' | 'email';
  address: string;
}

/** An alert as its form asks for it, with sentences of what is wrong in the reader's language. */
export function alertForm() {
  return z
    .object({
      conflict: z.string(m.alerts_choose()).max(300, m.alerts_choose()),
      about: z.enum(['any', 'formal', 'compliance'], m.alerts_choose()),
      values: z.array(z.union([FormalStatus, Compliance], m.alerts_choose())).max(20),
      channel: z.enum(['webhook', 'email'], m.alerts_choose()),
      address: z.string().trim(),
    })
    .transform((form, context): AlertForm => {
      const { about, values, channel, address } = form;
      const refuse = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      const known: readonly string[] = about === 'formal' ? FormalStatus.options : Compliance.options;
      if (about !== 'any' && values.some((value) => !known.includes(value)))
        refuse('values', m.alerts_only_other_axis());
      const isMail = channel === 'email';
      if (isMail && !z.email().max(320).safeParse(address).success)
        refuse('address', m.alerts_address_no_mailbox());
      if (!isMail && !WebhookAddress.safeParse(address).success)
        refuse('address', m.alerts_address_no_webhook());
      return {
        ...{ values, channel, address },
        conflictId: form.conflict === '' ? null : form.conflict,
        axis: about === 'any' ? null : about,
      };
    });
}
