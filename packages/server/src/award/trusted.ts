import { openTrustBundle, type TrustBundle, type TrustedIssuer } from '@recognition/credentials';
import { guardedFetch, guardedRequest } from '../http/guarded-fetch.ts';
import type { TrustedRegister } from '../operations/setting-forms.ts';
import type { Services } from '../services.ts';
import { issuerDid } from './issuer.ts';

/** How long a register's list is taken without asking for a newer one, and how soon after a failure it is asked again, in milliseconds. */
const FRESH = 3_600_000;
const AGAIN = 60_000;
/** A list brings the status lists of its issuers along. */
const MOST_BYTES = 8 * 1024 * 1024;

/** What a register last said, as it signed it. */
interface Held {
  text: string | null;
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
  const now = services.clock.now();
  if (held.asking === null && now.getTime() - held.askedAt >= (held.text === null ? AGAIN : FRESH)) {
    held.askedAt = now.getTime();
    held.asking = refresh(services, register, held).finally(() => {
      held.asking = null;
    });
  }
  // Who comes first waits; later ones are answered with what is there.
  if (held.text === null) await held.asking;
  return held.text === null ? null : open(services, register, held.text);
}

async function open({ settings, clock }: Services, { id, list }: TrustedRegister, text: string): Promise<TrustBundle | null> {
  const opened = await openTrustBundle(text, {
    registers: [{ id }],
    now: clock.now().toISOString(),
    fetch: (address) => guardedFetch(address, allowedFor(settings, list)),
  });
  return typeof opened === 'string' ? null : opened;
}

async function refresh(services: Services, register: TrustedRegister, held: Held): Promise<void> {
  const { settings, clock } = services;
  const answer = await guardedRequest(register.list, {
    allowed: allowedFor(settings, register.list),
    headers: { accept: 'application/jwt, application/json' },
    bytes: MOST_BYTES,
  });
  const text = answer.status === 'answered' && answer.code === 200 && typeof answer.body === 'string' ? answer.body : null;
  if (text !== null && (await open(services, register, text)) !== null) held.text = text;
  // What was had before goes on counting, and the register is asked again soon.
  else held.askedAt = clock.now().getTime() - (held.text === null ? 0 : FRESH - AGAIN);
}

/** The operator named this register, wherever it is. */
function allowedFor({ outgoingAllowed }: Services['settings'], list: string): readonly string[] {
  return [...outgoingAllowed, new URL(list).origin];
}

function heldFor(all: readonly TrustedRegister[], { id, list }: TrustedRegister): Held {
  const known = lists.get(all) ?? new Map<string, Held>();
  lists.set(all, known);
  const name = `${id} ${list}`;
  const held = known.get(name) ?? { text: null, askedAt: Number.NEGATIVE_INFINITY, asking: null };
  known.set(name, held);
  return held;
}
