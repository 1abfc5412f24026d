import { randomBytes } from 'node:crypto';
import { type Client, createClient } from '@recognition/client';

/** What somebody did before the pictures are taken, so that the pages behind a detail have one to show. */
export interface Prepared {
  /** A line of a learner's record, by its id. */
  readonly line: string;
  /** A dispute that waits for the provider, and an appeal that waits for the stewards. */
  readonly dispute: string;
  readonly appeal: string;
  /** A share, its link, one that asks for a PIN, and one that was ended. */
  readonly share: string;
  readonly link: string;
  readonly pinLink: string;
  readonly endedLink: string;
  /** What a learner lets an employer read. */
  readonly consent: string;
  /** An award that was issued, and its credential. */
  readonly award: string;
  readonly credential: string;
  /** A basket that was shared. */
  readonly basket: string;
  /** A file of results that a provider gave to be checked. */
  readonly given: string;
}

/** Two rows that can be recorded, and two that cannot. */
const RESULTS = `nsn,family_name,given_names,date_of_birth,outcome,date,result,reference
0000000102,Tīeke,Hēmi,1998-04-11,HE07,2026-10-05,achieved,spring-1
0000000102,Tīeke,Hēmi,1998-04-11,HE09,2026-10-05,merit,spring-2
0000000102,Tīeke,Hēmi,1998-04-11,HE99,2026-10-05,achieved,spring-3
0000000102,Tīeke,Hēmi,1998-04-11,HE08,2026-02-31,achieved,spring-4
`;

/** Does what the details need, as the people of the demonstration, by the same calls that their pages make. */
export async function prepare(url: string): Promise<Prepared> {
  const { client: marama } = await signedIn(url, 'marama');
  const { client: rangi, ask } = await signedIn(url, 'rangi');
  const { client: edith } = await signedIn(url, 'edith');
  const { client: ngaio } = await signedIn(url, 'ngaio');
  const { record } = await marama.get('/api/v1/learners/me/record');
  const lines = record.achievements.filter(({ provider }) => provider === 'demo-harakeke').map(({ id }) => id);
  const line = lines[0];
  if (line === undefined) throw new Error('There is no line to dispute.');
  const dispute = await marama.post('/api/v1/disputes', {
    body: { subject: 'achievement', achievement: line, reason: 'wrong-result', words: 'I was told merit on the day.' },
  });
  const award = (await rangi.get('/api/v1/learners/me/record')).awards[0]?.id;
  if (award === undefined) throw new Error('There is no award to appeal against.');
  const appeal = await rangi.post('/api/v1/disputes', {
    body: { subject: 'award', award, reason: 'decided-wrongly', words: 'Two of my outcomes were left out.' },
  });

  const shown = {
    achievements: lines.slice(0, 4),
    awards: [],
    fields: ['name', 'grades', 'dates', 'providers'] as const,
    audience: 'Lantern Care',
    purpose: 'For a job in a care team',
    expiresOn: `${new Date().getUTCFullYear() + 1}-06-30`,
  };
  const [kept, withPin, ended] = [
    await marama.post('/api/v1/shares', { body: { ...shown, fields: [...shown.fields] } }),
    await marama.post('/api/v1/shares', { body: { ...shown, fields: [...shown.fields], pin: '482913' } }),
    await marama.post('/api/v1/shares', { body: { ...shown, fields: [...shown.fields] } }),
  ];
  await marama.post('/api/v1/shares/{id}/withdrawal', { path: { id: ended.id } });

  const employer = (await edith.get('/api/v1/session')).organisation;
  if (employer === null) throw new Error('The employer has no organisation.');
  const consent = await marama.post('/api/v1/learners/me/consents', {
    body: { category: 'record', mode: 'live', organisation: employer.id, purpose: 'For a job in a care team' },
  });
  const [approach] = (await marama.get('/api/v1/learners/me/found')).approaches;
  if (approach === undefined) throw new Error('Nobody asked whoever is found.');
  await marama.post('/api/v1/learners/me/found/approaches/{id}/acceptance', {
    path: { id: approach.id },
    body: { fields: ['name', 'dates', 'providers'], expiresOn: shown.expiresOn, outcomesShown: false },
  });

  const token = randomBytes(24).toString('base64url');
  const outcomes = [...new Set(record.achievements.map(({ outcome }) => outcome))].slice(0, 3);
  await marama.post('/api/v1/baskets', {
    body: { token, title: 'Care, together', items: outcomes.map((outcome) => ({ outcome })) },
  });
  const given = await ngaio.upload('/api/v1/results/imports', RESULTS, {
    query: { dryRun: true, name: 'spring.csv' },
    headers: { 'content-type': 'text/csv' },
  });
  return {
    line: lines[1] ?? line,
    dispute: dispute.id,
    appeal: appeal.id,
    share: kept.id,
    link: linkOf(kept),
    pinLink: linkOf(withPin),
    endedLink: linkOf(ended),
    consent: consent.id,
    award,
    credential: await (await ask(`${url}/api/v1/awards/${award}/credential`)).text(),
    basket: token,
    given: given.id,
  };
}

const linkOf = ({ link }: { readonly link?: string | undefined }): string => {
  if (link === undefined) throw new Error('A new share has no link.');
  return new URL(link).pathname;
};

/** A client that is signed in as one of the demonstration's people, and how it asks for what is no JSON. */
async function signedIn(url: string, who: string): Promise<{ readonly client: Client; readonly ask: typeof fetch }> {
  const cookies = new Map<string, string>();
  const ask: typeof fetch = async (address, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  let at: string | null = `${url}/sign-in?as=${who}`;
  while (at !== null) {
    const next: string | null = (await ask(at)).headers.get('location');
    at = next === null ? null : new URL(next, at).href;
  }
  const client: Client = createClient({
    baseUrl: url,
    language: () => 'en',
    csrfToken: async () => (await client.get('/api/v1/session')).csrfToken,
    fetch: ask,
  });
  return { client, ask };
}
