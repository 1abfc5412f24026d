import type { Services } from '../services.ts';
import { staffByMail } from './staff-queries.ts';

/** The account of somebody of an organisation who has a role there, by the address they sign in with; null when there is none. */
export async function staffNamed(
  services: Pick<Services, 'db'>,
  who: { readonly mail: string; readonly organisationId: number; readonly role: string },
): Promise<number | null> {
  return services.db.asAccount((tx) => staffByMail(tx, who));
}
