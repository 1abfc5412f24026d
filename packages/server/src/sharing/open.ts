import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { drawContent } from './content.ts';
import { countMiss, MISSES_TO_LOCK, refuseGuesser, waitAfter } from './limits.ts';
import { writeAccess, writeLog } from './log-queries.ts';
import { followLink, setPinMisses, type ShareRow } from './queries.ts';
import type { SharedContent } from './schemas.ts';
import { hashesOf, isSecret, isToken } from './secret.ts';
import { pinOf } from './share.ts';
import { tellLocked, tellOpened } from './tell.ts';

/** Who opens a link: as limits count them, and as whom they are signed in, if they are. */
export interface Opener {
  readonly caller: string;
  readonly signedIn: SignedIn | null;
}

export interface OpenedShare {
  readonly audience: string;
  readonly purpose: string;
  readonly expiresOn: string;
  readonly content: SharedContent;
}

type Gate =
  | { readonly state: 'open'; readonly row: ShareRow }
  | { readonly state: 'unknown' | 'ended' | 'past' | 'locked' | 'pin-needed' }
  | { readonly state: 'wait' | 'pin-wrong'; readonly seconds: number };

/**
 * Opens a link for whoever holds it, and writes down that it was opened and what was shown. Throws `share-not-found` (404) for every
 * link that leads nowhere, `share-ended` and `share-past` (410), `share-locked`, `share-pin-needed`, `share-pin-wrong` (403),
 * `share-pin-wait` (429). Who guesses links is refused after a while (`too-many-requests`).
 */
export async function openShare(services: Services, opener: Opener, link: string, pin: string | null): Promise<OpenedShare> {
  await refuseGuesser(services, opener.caller);
  const token = link.trim().split('/').at(-1)?.split(/[?#]/)[0] ?? '';
  const gate = await pass(services, token, pin);
  switch (gate.state) {
    case 'unknown':
      await countMiss(services, opener.caller);
      throw problem('share-not-found', 404, 'This link leads nowhere. Check that it was copied whole.');
    case 'ended':
      throw problem('share-ended', 410, 'The person who shared this has ended the link. Ask them for a new one.');
    case 'past':
      throw problem('share-past', 410, 'This link was for a time that is over. Ask the person who shared it for a new one.');
    case 'locked':
      throw problem(
        'share-locked',
        403,
        'This link is locked after too many wrong PINs. The person who shared it has been told.',
      );
    case 'pin-needed':
      throw problem('share-pin-needed', 403, 'This link asks for a PIN. The person who shared it has it.');
    case 'pin-wrong':
      throw problem('share-pin-wrong', 403, 'This is not the PIN of this link.', { retryAfter: gate.seconds });
    case 'wait':
      throw problem('share-pin-wait', 429, `After wrong PINs this link waits. Try again in ${gate.seconds} seconds.`, {
        retryAfter: gate.seconds,
      });
    case 'open':
      return show(services, opener, gate.row);
  }
}

/** Whether the link opens. A wrong PIN is counted here, and the row is locked meanwhile, so that guesses at one moment are counted too. */
async function pass(services: Services, token: string, pin: string | null): Promise<Gate> {
  if (!isToken(token)) return { state: 'unknown' };
  const now = services.clock.now();
  return services.db.asBatch(async (tx): Promise<Gate> => {
    const row = await followLink(tx, hashesOf(services.keys, 'token', token));
    if (row === null) return { state: 'unknown' };
    if (row.withdrawnAt !== null || row.linkEnded) return { state: 'ended' };
    if (row.expiresOn < services.clock.today()) return { state: 'past' };
    if (row.lockedAt !== null) return { state: 'locked' };
    if (row.pinHash === null || row.pinKey === null) return { state: 'open', row };
    if (pin === null) return { state: 'pin-needed' };
    const wait = Math.ceil(((row.pinWaitUntil?.getTime() ?? 0) - now.getTime()) / 1000);
    if (wait > 0) return { state: 'wait', seconds: wait };
    if (isSecret(services.keys, pinOf(row.shareId), pin.trim(), { hash: row.pinHash, keyId: row.pinKey })) {
      if (row.pinMisses > 0) await setPinMisses(tx, row, 0, null, null);
      return { state: 'open', row };
    }
    const misses = row.pinMisses + 1;
    const seconds = waitAfter(misses);
    const locked = misses >= MISSES_TO_LOCK;
    await setPinMisses(tx, row, misses, seconds === 0 ? null : new Date(now.getTime() + seconds * 1000), locked ? now : null);
    const line = { learnerId: row.learnerId, about: 'share', aboutId: row.shareId, at: now, actor: 'link' } as const;
    await writeLog(tx, { ...line, kind: locked ? 'locked' : 'pin-missed' });
    if (locked) await tellLocked(tx, row);
    return locked ? { state: 'locked' } : { state: 'pin-wrong', seconds };
  });
}

async function show(services: Services, { signedIn }: Opener, row: ShareRow): Promise<OpenedShare> {
  const { learnerId, shareId, audience, purpose, expiresOn, achievements, awards, fields, outcomesShown, skillsLeftOut } = row;
  const mine = signedIn?.learnerId != null && (await aliasSet(services, learnerId)).includes(signedIn.learnerId);
  const organisationId = signedIn?.organisationId ?? null;
  const actor = signedIn !== null && (mine || organisationId !== null) ? signedIn.actor : 'link';
  const at = services.clock.now();
  const content = await drawContent(
    services,
    learnerId,
    { achievements, awards, outcomesShown, skillsLeftOut },
    fields,
    async (tx, { content: drawn, outcomes }) => {
      const shown = { outcomes, skills: drawn.skills.length, awards: drawn.awards.length, fields };
      await writeLog(tx, {
        learnerId,
        about: 'share',
        aboutId: shareId,
        kind: 'opened',
        at,
        actor,
        organisationId,
        detail: shown,
      });
      if (mine) return;
      await writeAccess(tx, { learnerId, at, actor, organisationId, purpose, what: `share:${shareId}` });
      await tellOpened(tx, row);
    },
  );
  return { audience, purpose, expiresOn, content };
}
