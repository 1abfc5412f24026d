import { type OpenedBundle, openTrustBundle, type TrustBundle, type TrustedIssuer } from '@recognition/credentials';
import { guardedFetch, guardedRequest } from '../http/guarded-fetch.ts';
import type { TrustedRegister } from '../operations/setting-forms.ts';
import type { Services } from '../services.ts';
import { issuerDid } from './issuer.ts';

/** How long a register's list is taken without asking for a newer one, and how soon after a failure it is asked again, in milliseconds. */
const FRESH = 3_600_000;
const AGAIN = 60_000;
/** A list brings the status lists of its issuers along. */
const MOST_BYTES = 8 * 1024 * 1024;

/** What a register last said. Its signature was looked at when it came: whose key it is need not be asked again while it counts. */
interface Held {
  bundle: OpenedBundle | null;
  askedAt: number;
  asking: Promise<void> | null;
}

const lists = new WeakMap<readonly TrustedRegister[], Map<string, Held>>();

/**
 * Whom this authority recognises when it verifies: itself, and the issuers on the signed lists of the registers that the operator named
 * (`TRUSTED_REGISTERS`), with the status lists that came along. A list counts for as long as its register said, also while the register
 * cannot be reached; one that was changed, has ended or is signed by another vouches for nobody.
 */
export async function trustedHere(services: Services): Promise<TrustBundle> {
  const { url, authority, trustedRegisters } = services.settings;
  // Ours stands first: what another says of us counts for nothing.
  const own: TrustedIssuer = { id: issuerDid(url), name: authority.name };
  const opened = await Promise.all(trustedRegisters.map((register) => listOf(services, register)));
  const bundles = opened.filter((one) => one !== null);
  return {
    issuers: [own, ...bundles.flatMap(({ issuers }) => issuers.filter(({ id }) => id !== own.id))],
    held: new Map(bundles.flatMap((one) => [...one.held])),
  };
}

/** A register's list as it counts now; null if none was ever had, or the last one has ended. */
async function listOf(services: Services, register: TrustedRegister): Promise<TrustBundle | null> {
  const held = heldFor(services.settings.trustedRegisters, register);
  const now = services.clock.now().getTime();
  const counting = (): OpenedBundle | null => (held.bundle !== null && held.bundle.exp * 1000 > now ? held.bundle : null);
  if (held.asking === null && now - held.askedAt >= (counting() === null ? AGAIN : FRESH)) {
    held.askedAt = now;
    held.asking = refresh(services, register, held).finally(() => {
      held.asking = null;
    });
  }
  // Who finds nothing that counts waits; others are answered with what is there.
  if (counting() === null) await held.asking;
  return counting();
}

async function refresh({ settings, clock }: Services, { id, list }: TrustedRegister, held: Held): Promise<void> {
  const allowed = allowedFor(settings, list);
  const answer = await guardedRequest(list, {
    allowed,
    headers: { accept: 'application/jwt, application/json' },
    bytes: MOST_BYTES,
  });
  const text = answer.status === 'answered' && answer.code === 200 && typeof answer.body === 'string' ? answer.body : '';
  const opened = await openTrustBundle(text, {
    registers: [{ id }],
    now: clock.now().toISOString(),
    fetch: (address) => guardedFetch(address, allowed),
  });
  if (typeof opened !== 'string') held.bundle = opened;
  // What was had before goes on counting, and the register is asked again soon.
  else if (held.bundle !== null) held.askedAt = clock.now().getTime() - (FRESH - AGAIN);
}

/** The operator named this register, wherever it is. */
function allowedFor({ outgoingAllowed }: Services['settings'], list: string): readonly string[] {
  return [...outgoingAllowed, new URL(list).origin];
}

function heldFor(all: readonly TrustedRegister[], { id, list }: TrustedRegister): Held {
  const known = lists.get(all) ?? new Map<string, Held>();
  lists.set(all, known);
  const name = `${id} ${list}`;
  const held = known.get(name) ?? { bundle: null, askedAt: Number.NEGATIVE_INFINITY, asking: null };
  known.set(name, held);
  return held;
}
