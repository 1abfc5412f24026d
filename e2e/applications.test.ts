import { createHash, randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import { baseUrl, expectAccessible, FLOW_VIEWS, journey, signIn, withBrowser } from './browser.ts';

withBrowser();

const WORDS = {
  en: { yes: 'Yes, let it in', back: 'Back to 127.0.0.1:9', withdraw: 'Withdraw', ended: 'Withdrawn' },
  mi: { yes: 'Āe, tukuna kia uru', back: 'Hoki ki 127.0.0.1:9', withdraw: 'Tangohia', ended: 'Kua tangohia' },
} as const;
const SCOPE = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly';
const registered = z.looseObject({ client_id: z.string(), client_secret: z.string() });
const tokenAnswer = z.looseObject({ access_token: z.string() });

for (const view of FLOW_VIEWS) {
  const words = WORDS[view.language];

  journey('an application is let in, reads badges, and is shown the door', view, async (page) => {
    const name = `Kea portfolio ${view.language} ${view.width} ${view.theme}`;
    // Port 9 is nobody's: the browser need not arrive, the address alone matters.
    const redirect = 'http://127.0.0.1:9/callback';
    const json = { 'content-type': 'application/json' };
    const discovery = z
      .looseObject({
        components: z.looseObject({
          securitySchemes: z.looseObject({ OAuth2ACG: z.looseObject({ 'x-imssf-registrationUrl': z.string() }) }),
        }),
      })
      .parse(await (await fetch(`${baseUrl()}/ims/ob/v3p0/discovery`)).json());
    const client = registered.parse(
      await (
        await fetch(discovery.components.securitySchemes.OAuth2ACG['x-imssf-registrationUrl'], {
          method: 'POST',
          headers: json,
          body: JSON.stringify({ client_name: name, redirect_uris: [redirect], scope: SCOPE }),
        })
      ).json(),
    );
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.client_id,
      redirect_uri: redirect,
      scope: SCOPE,
      state: 'here',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    await signIn(page, 'rangi', view.language);
    await page.goto(`${baseUrl()}/badges/authorize?${query.toString()}&lang=${view.language}`);
    expect(await page.locator('h1').innerText()).toContain(name);
    await expectAccessible(page);
    await page.getByRole('button', { name: words.yes }).click();
    const back = page.getByRole('link', { name: words.back });
    await back.waitFor();
    await expectAccessible(page);
    const answered = new URL((await back.getAttribute('href')) ?? '');
    expect(answered.searchParams.get('state')).toBe('here');
    const given = await fetch(`${baseUrl()}/badges/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: answered.searchParams.get('code') ?? '',
        redirect_uri: redirect,
        code_verifier: verifier,
      }),
    });
    const headers = { authorization: `Bearer ${tokenAnswer.parse(await given.json()).access_token}` };
    const ask = () => fetch(`${baseUrl()}/ims/ob/v3p0/credentials?limit=3`, { headers });
    const read = await ask();
    expect(read.status).toBe(200);
    expect(Number(read.headers.get('x-total-count'))).toBeGreaterThan(3);

    await page.goto(`${baseUrl()}/record/consents?lang=${view.language}`);
    const line = page.locator('.consents > li').filter({ hasText: name });
    await line.locator('summary').first().click();
    expect(await line.locator('.sharing-log > li').count()).toBe(2);
    await expectAccessible(page);
    await line.getByRole('button', { name: words.withdraw }).click();
    await line.getByText(words.ended, { exact: true }).waitFor();
    expect((await ask()).status).toBe(401);

    await page.goto(`${baseUrl()}/record/badges?lang=${view.language}`);
    await page.locator('.consents > li').first().waitFor();
    await expectAccessible(page);
  });
}
