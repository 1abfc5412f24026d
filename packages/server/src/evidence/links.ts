import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { keepItem, type KeptItem, type Learner, refuseWhenFull } from './receive.ts';

/** Keeps a link. Nobody follows it from here: what lies there may change, and who assesses looks. Throws `evidence-link` (422), `evidence-full` (409). */
export async function keepLink(
  services: Services,
  learner: Learner,
  { url, title }: { readonly url: string; readonly title: string },
): Promise<KeptItem> {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (
    parsed === null ||
    parsed.protocol !== 'https:' ||
    parsed.username !== '' ||
    parsed.password !== '' ||
    parsed.hostname === ''
  )
    throw problem('evidence-link', 422, 'A link begins with https:// and holds no name and password.');
  await refuseWhenFull(services, learner);
  return keepItem(services, learner, { kind: 'link', title, url: parsed.href });
}
