import type { Page } from 'playwright-core';
import type { Prepared } from './prepare.ts';

/** A page of the gallery: who looks at it, where it is, and what is done there before its picture is taken. */
export interface Shown {
  readonly name: string;
  readonly as: string | null;
  readonly path: string | ((made: Prepared) => string);
  readonly before?: (page: Page, made: Prepared) => Promise<void>;
}

/** Follows the first link whose address fits, as a person would. */
const follow =
  (address: RegExp) =>
  async (page: Page): Promise<void> => {
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    const found = links.find((href) => address.test(href));
    if (found !== undefined) await page.goto(new URL(found, page.url()).href);
  };

/** Puts the first things on the shelf into the basket, and opens it. */
async function fillBasket(page: Page): Promise<void> {
  for (const add of (await page.locator('.shelf .put').all()).slice(0, 3)) await add.click();
  await page.goto(new URL('/basket', page.url()).href);
  await page.locator('.sums').first().waitFor();
}

/** Pastes the credential of an award, and reads the answer. */
async function checkCredential(page: Page, { credential }: Prepared): Promise<void> {
  await page.locator('#text').fill(credential);
  await page.locator('.verify-form button').click();
  await page.locator('.checks').first().waitFor();
}

/** Every page of every role, in the order in which a newcomer would meet them. */
export const SHOWN: readonly Shown[] = [
  { name: 'home', as: null, path: '/' },
  { name: 'sign-in', as: null, path: '/enter' },
  { name: 'who-signs-in', as: null, path: '/sign-in' },
  { name: 'not-found', as: null, path: '/nowhere' },
  { name: 'catalogue', as: null, path: '/catalogue' },
  { name: 'outcome', as: null, path: '/catalogue', before: follow(/^\/catalogue\/[^/]+\/[^/]+/) },
  { name: 'catalogue-map', as: null, path: '/catalogue?view=map' },
  { name: 'basket', as: null, path: '/catalogue?q=dementia', before: fillBasket },
  { name: 'basket-shared', as: null, path: ({ basket }) => `/basket/${basket}` },
  { name: 'compose', as: null, path: '/compose' },
  { name: 'verify', as: null, path: '/verify' },
  { name: 'verify-credential', as: null, path: '/verify', before: checkCredential },
  { name: 'verify-wallet', as: null, path: '/verify/wallet' },
  { name: 'share-opened', as: null, path: ({ link }) => link },
  { name: 'share-asks-pin', as: null, path: ({ pinLink }) => pinLink },
  { name: 'share-ended', as: null, path: ({ endedLink }) => endedLink },
  { name: 'learner-record', as: 'marama', path: '/record' },
  { name: 'learner-record-near', as: 'hemi', path: '/record' },
  { name: 'learner-record-long', as: 'moana', path: '/record' },
  { name: 'learner-skills', as: 'marama', path: '/record/skills' },
  { name: 'learner-found', as: 'marama', path: '/record/found' },
  { name: 'learner-claim', as: 'marama', path: '/record/claim' },
  { name: 'learner-claim-parts', as: 'kiri', path: '/record/claim/nz/MC-CARE-v1' },
  { name: 'learner-award', as: 'rangi', path: '/record', before: follow(/^\/record\/awards\//) },
  { name: 'learner-award-waits', as: 'nikau', path: '/record', before: follow(/^\/record\/awards\//) },
  { name: 'learner-award-printed', as: 'rangi', path: ({ award }) => `/awards/${award}/print` },
  { name: 'learner-wallet', as: 'rangi', path: ({ award }) => `/record/awards/${award}/wallet` },
  { name: 'learner-shares', as: 'marama', path: '/record/shares' },
  { name: 'learner-share-new', as: 'marama', path: '/record/shares/new' },
  { name: 'learner-share', as: 'marama', path: ({ share }) => `/record/shares/${share}` },
  { name: 'learner-share-change', as: 'marama', path: ({ share }) => `/record/shares/${share}/change` },
  { name: 'learner-consents', as: 'marama', path: '/record/consents' },
  { name: 'learner-applications', as: 'rangi', path: '/record/consents' },
  { name: 'learner-badges', as: 'rangi', path: '/record/badges' },
  { name: 'learner-disputes', as: 'marama', path: '/record/disputes' },
  { name: 'learner-dispute', as: 'marama', path: ({ dispute }) => `/record/disputes/${dispute}` },
  { name: 'learner-dispute-new', as: 'marama', path: ({ line }) => `/record/disputes/new?line=${line}` },
  { name: 'learner-missing', as: 'marama', path: '/record/disputes/missing' },
  { name: 'learner-delegates', as: 'hana', path: '/record/delegates' },
  { name: 'delegate-acting', as: 'tawera', path: '/account/acting' },
  { name: 'learner-account', as: 'marama', path: '/account' },
  { name: 'learner-notices', as: 'nikau', path: '/account/notices' },
  { name: 'learner-mail', as: 'marama', path: '/account/mail' },
  { name: 'invitation', as: 'edith', path: '/invitation' },
  { name: 'learner-unlinked', as: 'ira', path: '/account/link' },
  { name: 'provider-results', as: 'ngaio', path: '/results' },
  { name: 'provider-import', as: 'ngaio', path: ({ given }) => `/results/${given}` },
  { name: 'provider-one-result', as: 'ngaio', path: '/results/one' },
  { name: 'provider-systems', as: 'ngaio', path: '/results/systems' },
  { name: 'provider-disputes', as: 'ngaio', path: '/results/disputes' },
  { name: 'provider-dispute', as: 'ngaio', path: ({ dispute }) => `/results/disputes/${dispute}` },
  { name: 'provider-told', as: 'ngaio', path: '/results/told' },
  { name: 'provider-packages', as: 'ngaio', path: '/results/packages' },
  { name: 'provider-offerings', as: 'ngaio', path: '/results/offerings' },
  { name: 'provider-offering', as: 'ngaio', path: '/results/offerings', before: follow(/^\/results\/offerings\/\d+/) },
  { name: 'provider-offering-new', as: 'ngaio', path: '/results/offerings/new' },
  { name: 'provider-baskets', as: 'ngaio', path: '/results/baskets' },
  { name: 'provider-package', as: 'ngaio', path: '/results/packages', before: follow(/^\/results\/packages\/\d+/) },
  { name: 'provider-package-new', as: 'ngaio', path: '/results/packages/new' },
  { name: 'provider-reading', as: 'ngaio', path: '/reading' },
  { name: 'provider-members', as: 'ngaio', path: '/account/members' },
  { name: 'provider-code', as: 'ngaio', path: '/account/code' },
  { name: 'provider-bank', as: 'devi', path: '/results/bank/in/abc' },
  { name: 'developer-worklist', as: 'tama', path: '/outcomes' },
  { name: 'developer-write', as: 'tama', path: '/outcomes/new' },
  { name: 'developer-outcome', as: 'tama', path: '/outcomes', before: follow(/^\/outcomes\/demo-/) },
  { name: 'developer-taught', as: 'tama', path: '/outcomes/consistency' },
  { name: 'developer-consistency', as: 'tama', path: '/outcomes/consistency/CS03' },
  { name: 'provider-consistency', as: 'ngaio', path: '/results/consistency/CS03' },
  { name: 'provider-taught', as: 'ngaio', path: '/results/consistency' },
  { name: 'catalogue-checks', as: null, path: '/catalogue/checks' },
  { name: 'catalogue-kinds', as: null, path: '/catalogue/kinds' },
  { name: 'catalogue-compare', as: null, path: '/catalogue/compare' },
  { name: 'micro-credentials', as: null, path: '/micro-credentials' },
  { name: 'micro-credential', as: 'marama', path: '/micro-credentials/MC-CARE/1' },
  { name: 'micro-credential-checks', as: null, path: '/micro-credentials/checks' },
  { name: 'developer-workshop', as: 'tama', path: '/outcomes/micro-credentials' },
  { name: 'developer-micro-credential', as: 'tama', path: '/outcomes/micro-credentials/MC-OLDER-v1' },
  { name: 'frameworks', as: null, path: '/frameworks' },
  { name: 'framework', as: null, path: '/frameworks/nz' },
  { name: 'framework-cases', as: null, path: '/frameworks/es/cases' },
  { name: 'framework-award', as: null, path: '/frameworks/ph/definitions/ph-demo-nc-1' },
  { name: 'framework-skills', as: null, path: '/frameworks/sg/skills' },
  { name: 'learner-ladder', as: 'ines', path: '/record/frameworks/es' },
  { name: 'learner-certificates', as: 'amihan', path: '/record/frameworks/ph' },
  { name: 'learner-stands-alone', as: 'dalisay', path: '/record/frameworks/ph' },
  { name: 'learner-bank', as: 'asha', path: '/bank/in/abc' },
  { name: 'learner-redeem', as: 'asha', path: '/bank/in/abc', before: follow(/\/redeem/) },
  { name: 'learner-learning', as: 'meilin', path: '/learning' },
  { name: 'learner-experience', as: 'huhana', path: '/record/experience' },
  { name: 'learner-experience-draft', as: 'huhana', path: '/record/experience', before: follow(/^\/record\/experience\/\d+/) },
  { name: 'learner-portfolio', as: 'huhana', path: '/record/portfolio' },
  { name: 'learner-transfer', as: 'aroha', path: '/record/transfer' },
  { name: 'assessor-worklist', as: 'whetu', path: '/assess' },
  { name: 'assessor-application', as: 'whetu', path: '/assess', before: follow(/^\/assess\/\d+/) },
  { name: 'provider-transfers', as: 'ngaio', path: '/results/transfers' },
  { name: 'learner-pathway', as: 'hemi', path: '/record/pathway' },
  { name: 'learner-pathway-kept', as: 'hemi', path: '/record/pathway', before: follow(/^\/record\/pathway\/\d+/) },
  { name: 'learner-pathway-anew', as: 'rangi', path: '/record/pathway', before: follow(/^\/record\/pathway\/\d+/) },
  { name: 'employer-talent', as: 'edith', path: '/talent' },
  { name: 'employer-person', as: 'edith', path: '/talent', before: follow(/^\/talent\/people\//) },
  { name: 'employer-consent', as: 'edith', path: ({ consent }) => `/talent/consents/${consent}` },
  { name: 'employer-find', as: 'edith', path: '/talent/find' },
  { name: 'employer-demand', as: 'edith', path: '/demand' },
  { name: 'employer-role', as: 'edith', path: '/talent/roles/new' },
  { name: 'employer-role-kept', as: 'edith', path: '/talent', before: follow(/^\/talent\/roles\/\d+/) },
  { name: 'employer-check', as: 'edith', path: '/talent/check' },
  { name: 'employer-ask', as: 'edith', path: '/talent/packages/new' },
  { name: 'employer-package', as: 'edith', path: '/talent', before: follow(/^\/talent\/packages\/\d+/) },
  { name: 'steward-consistency', as: 'kahu', path: '/stewardship/consistency' },
  { name: 'steward-consistency-one', as: 'kahu', path: '/stewardship/consistency/CS03' },
  { name: 'steward-today', as: 'kahu', path: '/stewardship' },
  { name: 'steward-approvals', as: 'kahu', path: '/outcomes/review' },
  { name: 'steward-review', as: 'kahu', path: '/outcomes/review', before: follow(/^\/outcomes\/review\//) },
  { name: 'steward-disputes', as: 'kahu', path: '/stewardship/disputes' },
  { name: 'steward-appeal', as: 'kahu', path: ({ appeal }) => `/stewardship/disputes/${appeal}` },
  { name: 'steward-awards', as: 'kahu', path: '/stewardship/awards' },
  { name: 'steward-award', as: 'kahu', path: ({ award }) => `/stewardship/awards/${award}` },
  { name: 'steward-imports', as: 'kahu', path: '/stewardship/imports' },
  { name: 'steward-import', as: 'kahu', path: '/stewardship/imports', before: follow(/^\/stewardship\/imports\/[0-9a-f]{8}-/) },
  { name: 'steward-organisations', as: 'kahu', path: '/stewardship/organisations' },
  { name: 'steward-organisation', as: 'kahu', path: '/stewardship/organisations/demo-harakeke' },
  { name: 'steward-delegates', as: 'kahu', path: '/stewardship/delegates' },
  { name: 'steward-links', as: 'kahu', path: '/stewardship/links' },
  { name: 'steward-undelivered', as: 'kahu', path: '/stewardship/undelivered' },
  { name: 'mailbox', as: null, path: '/demonstration/mailbox' },
  { name: 'steward-numbers', as: 'kahu', path: '/stewardship/numbers' },
  { name: 'steward-wording', as: 'kahu', path: '/stewardship/wording' },
  { name: 'steward-skills', as: 'kahu', path: '/stewardship/skills' },
  { name: 'skills', as: null, path: '/skills' },
  { name: 'skill', as: null, path: '/skills/nzrr-skills/prevent-infection' },
  { name: 'steward-policies', as: 'kahu', path: '/stewardship/policies' },
  { name: 'api', as: null, path: '/api/docs' },
];
