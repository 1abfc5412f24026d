import { randomBytes } from 'node:crypto';
import type { Services } from '../../services.ts';
import { claimMail, type DueMail, keepCheck, QUEUED_AT_ONCE, queueNotices, settleMail, settleUnsure } from './queries.ts';
import { MailRefused, type Transport } from './transport.ts';
import { letterOf } from './words.ts';

/** Minutes to wait after each try that failed; after the last there is no more. */
export const WAITS: readonly number[] = [1, 5, 30, 120, 720];

/**
 * Turns new notices into mail and hands over what is due. Several processes may do it at once: each mail is claimed by one, and one
 * that was cut off while it was handed over is left unsure, never sent twice. Answers how many were sent.
 */
export async function sendMail(services: Services, transport: Transport): Promise<number> {
  const { db, clock } = services;
  while ((await db.asBatch((tx) => queueNotices(tx, clock.now()))) === QUEUED_AT_ONCE);
  await db.asBatch((tx) => settleUnsure(tx, clock.now()));
  let sent = 0;
  for (;;) {
    const mail = await db.asBatch((tx) => claimMail(tx, clock.now()));
    if (mail === null) return sent;
    if (await handOver(services, transport, mail)) sent += 1;
  }
}

async function handOver(services: Services, transport: Transport, mail: DueMail): Promise<boolean> {
  const { db, clock, settings } = services;
  const problem = await write(services, mail)
    .then((token) => transport({ id: mail.id, address: mail.address, ...letterOf(mail, settings.url, token) }))
    .then(
      () => null,
      (error: unknown) => (error instanceof MailRefused ? error.code : 'mail-not-taken'),
    );
  const now = clock.now();
  const wait = problem === 'mail-refused' ? undefined : WAITS[mail.tries - 1];
  await db.asBatch((tx) =>
    settleMail(tx, mail.id, {
      state: problem === null ? 'sent' : wait === undefined ? 'failed' : 'waiting',
      nextAt: new Date(now.getTime() + (wait ?? 0) * 60_000),
      problem,
      at: now,
    }),
  );
  return problem === null;
}

/** The token of an address check is made when its mail is: nothing that waits holds it. */
async function write({ db, clock }: Services, mail: DueMail): Promise<string | null> {
  if (mail.kind !== 'address') return null;
  const token = randomBytes(32).toString('base64url');
  await db.asBatch((tx) => keepCheck(tx, token, mail.account_id, mail.address, clock.now()));
  return token;
}
