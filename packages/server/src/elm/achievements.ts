import type { ElmAchievement, ElmInput } from '@recognition/credentials';
import { toBuffer } from 'qrcode';
import type { Counted } from '../award/counted.ts';
import { RESULTS } from '../award/credential.ts';
import type { OutcomeFacts } from '../award/facts-queries.ts';
import { issuerDid } from '../award/issuer.ts';
import { organisationAddress, outcomeAddress } from '../catalogue/registers/address.ts';
import type { Services } from '../services.ts';

/** What a learner achieved, as the European Learning Model takes it. */
export function elmAchievement(
  url: string,
  { achievement, outcome, provider }: Counted,
  facts: ReadonlyMap<string, OutcomeFacts>,
): ElmAchievement {
  return {
    id: achievement.id,
    url: outcomeAddress(url, outcome),
    code: outcome.code,
    version: outcome.version,
    name: outcome.name,
    credits: outcome.credits,
    minutes: outcome.size?.minutes ?? null,
    level: outcome.level,
    provider: { id: organisationAddress(url, provider.id), name: provider.name },
    date: achievement.date,
    result: RESULTS[achievement.result],
    skills: facts.get(achievement.id)?.skills ?? [],
  };
}

export function elmIssuer({ settings: { url, authority } }: Services): ElmInput['issuer'] {
  return { id: `${url}/#authority`, name: authority.name, url, identifier: issuerDid(url) };
}

/** A QR code of an address as a PNG in base64: the picture that the profile asks of every credential. */
export async function pictureOf(address: string): Promise<string> {
  return (await toBuffer(address, { type: 'png', errorCorrectionLevel: 'M' })).toString('base64');
}
