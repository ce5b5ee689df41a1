import type { Due } from '@trucewatch/store';
import { createTransport, type NodemailerError } from 'nodemailer';
import { DeliveryFailed } from './failure.ts';
import { mailOf } from './mail.ts';

export interface MailSettings {
  /** smtp://user:password@host:587 (STARTTLS where it is offered) or smtps://…; `?requireTLS=true` insists. */
  url: string;
  /** The sender. */
  from: string;
}

export interface Mailer {
  /**
   * Sends a mail and returns the server's code.
   * @throws DeliveryFailed
   */
  send(due: Due, signal: AbortSignal): Promise<number>;
  close(): void;
}

/** How long the mail server may take for one step, in milliseconds. */
const patience = 15_000;

export function openMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport({
    url,
    ...{
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      dnsTimeout: patience,
    },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });

  return {
    async send(due, signal) {
      const { delivery, subscription } = due;
      const { unsubscribe, ...mail } = mailOf(due);
      try {
        const { response } = await transport.sendMail({
          ...mail,
          from,
          // As an object: no address of it can be read as several.
          to: { name: '', address: subscription.address },
          messageId: `<${delivery.id}@${new URL(subscription.origin).hostname}>`,
          signal: AbortSignal.any([signal, AbortSignal.timeout(4 * patience)]),
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe !== null && {
              'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        });
        return Number(/^\d{3}/.exec(response)?.[0] ?? 250);
      } catch (error) {
        signal.throwIfAborted();
        throw asFailure(error as NodemailerError);
      }
    },
    close: () => transport.close(),
  };
}

/** What a mail server refuses for good is not tried again, unless it is us whom it does not know. */
function asFailure({ code, responseCode, response, message }: NodemailerError): DeliveryFailed {
  const answer = responseCode ?? null;
  if (answer !== null) {
    const says = (response ?? message).replace(/\s+/g, ' ').slice(0, 300);
    const isForGood = answer >= 500 && code !== 'EAUTH';
    return new DeliveryFailed(`The mail server answered: ${says}`, {
      code: answer,
      again: isForGood ? 'no' : 'yes',
    });
  }
  return new DeliveryFailed(`The mail server cannot be reached or does not go on: ${message}`);
}
