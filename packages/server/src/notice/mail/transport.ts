import type { Transporter } from 'nodemailer';
import type { Services } from '../../services.ts';
import { keepInMailbox } from './queries.ts';
import type { Letter } from './words.ts';

export interface Outgoing extends Letter {
  /** Of the mail, the same whenever it is tried. */
  readonly id: number;
  readonly address: string;
}

/** Hands a mail over. Rejects when it was not taken. */
export type Transport = (mail: Outgoing) => Promise<void>;

/** Mail that was refused for good: another try would be refused too. */
export class MailRefused extends Error {
  readonly code = 'mail-refused';
}

/** How mail leaves: by the SMTP server of the settings, into the demonstration's mailbox, or not at all (null). */
export function transportOf(services: Services): Transport | null {
  const { mail, demonstration, url } = services.settings;
  if (mail.smtpUrl !== null) return smtp(mail.smtpUrl, mail.from, new URL(url).hostname);
  if (!demonstration) return null;
  return ({ id, address, subject, text, html }) =>
    services.db.asBatch((tx) => keepInMailbox(tx, { id, address, subject, text, html, at: services.clock.now() }));
}

function smtp(url: string, from: string, host: string): Transport {
  let sender: Transporter | undefined;
  return async ({ id, address, subject, text, html }) => {
    try {
      sender ??= (await import('nodemailer')).createTransport(url, { from });
      // The same id each time: a server that has it already may drop a second.
      await sender.sendMail({
        to: address,
        subject,
        text,
        html,
        messageId: `<notice-${id}@${host}>`,
        headers: { 'auto-submitted': 'auto-generated' },
      });
    } catch (error) {
      const answered = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
      if (answered >= 500 && answered < 600) throw new MailRefused('the mail server refused it', { cause: error });
      throw error;
    }
  };
}
