import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { HomePage } from './pages/HomePage.tsx';
import { acting } from './routes/acting.ts';
import { badges } from './routes/badges.ts';
import { consistency } from './routes/consistency.ts';
import { disputes } from './routes/disputes.ts';
import { can } from './routes/can.ts';
import { compose } from './routes/compose.ts';
import { coursePackages } from './routes/package.ts';
import { ledgers } from './routes/ledgers.ts';
import { frameworkPages } from './routes/frameworks.ts';
import { root } from './routes/root.ts';
import { rpl } from './routes/rpl.ts';
import { shop } from './routes/shop.ts';
import { stewardship } from './routes/stewardship.ts';
import { talent } from './routes/talent.ts';
import { pathway } from './routes/pathway.ts';
import { wallet } from './routes/wallet.ts';
import { workshop } from './routes/workshop.ts';

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
const record = createRoute({
  getParentRoute: () => root,
  path: '/record',
  component: lazyRouteComponent(() => import('./pages/record/RecordPage.tsx'), 'RecordPage'),
});
const claim = createRoute({
  getParentRoute: () => root,
  path: '/record/claim',
  validateSearch: (search: Readonly<Record<string, unknown>>): { supersedes?: string } =>
    typeof search['supersedes'] === 'string' ? { supersedes: search['supersedes'] } : {},
  component: lazyRouteComponent(() => import('./pages/claim/ClaimPage.tsx'), 'ClaimPage'),
});
const claimMade = createRoute({
  getParentRoute: () => root,
  path: '/record/claim/$framework/$definition',
  component: lazyRouteComponent(() => import('./pages/claim/made/ClaimMadePage.tsx'), 'ClaimMadePage'),
});
const award = createRoute({
  getParentRoute: () => root,
  path: '/record/awards/$id',
  component: lazyRouteComponent(() => import('./pages/award/AwardPage.tsx'), 'AwardPage'),
});
const shares = createRoute({
  getParentRoute: () => root,
  path: '/record/shares',
  component: lazyRouteComponent(() => import('./pages/share/SharesPage.tsx'), 'SharesPage'),
});
const newShare = createRoute({
  getParentRoute: () => root,
  path: '/record/shares/new',
  validateSearch: (search: Readonly<Record<string, unknown>>): { shows?: 'skills' } =>
    search['shows'] === 'skills' ? { shows: 'skills' } : {},
  component: lazyRouteComponent(() => import('./pages/share/NewSharePage.tsx'), 'NewSharePage'),
});
const share = createRoute({
  getParentRoute: () => root,
  path: '/record/shares/$id',
  component: lazyRouteComponent(() => import('./pages/share/SharePage.tsx'), 'SharePage'),
});
const changeShare = createRoute({
  getParentRoute: () => root,
  path: '/record/shares/$id/change',
  component: lazyRouteComponent(() => import('./pages/share/ChangeSharePage.tsx'), 'ChangeSharePage'),
});
const consents = createRoute({
  getParentRoute: () => root,
  path: '/record/consents',
  component: lazyRouteComponent(() => import('./pages/share/ConsentsPage.tsx'), 'ConsentsPage'),
});
const results = createRoute({
  getParentRoute: () => root,
  path: '/results',
  component: lazyRouteComponent(() => import('./pages/results/ResultsPage.tsx'), 'ResultsPage'),
});
const oneResult = createRoute({
  getParentRoute: () => root,
  path: '/results/one',
  component: lazyRouteComponent(() => import('./pages/results/OneResultPage.tsx'), 'OneResultPage'),
});
const systems = createRoute({
  getParentRoute: () => root,
  path: '/results/systems',
  component: lazyRouteComponent(() => import('./pages/results/SystemsPage.tsx'), 'SystemsPage'),
});
const reading = createRoute({
  getParentRoute: () => root,
  path: '/reading',
  component: lazyRouteComponent(() => import('./pages/reading/ReadingPage.tsx'), 'ReadingPage'),
});
const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/results/$id',
  component: lazyRouteComponent(() => import('./pages/results/ImportPage.tsx'), 'ImportPage'),
});
const outcome = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/$code/$version',
  component: lazyRouteComponent(() => import('./pages/catalogue/OutcomePage.tsx'), 'OutcomePage'),
});

const checks = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/checks',
  component: lazyRouteComponent(() => import('./pages/catalogue/ChecksPage.tsx'), 'ChecksPage'),
});
const kinds = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/kinds',
  component: lazyRouteComponent(() => import('./pages/catalogue/KindsPage.tsx'), 'KindsPage'),
});
const worklist = createRoute({
  getParentRoute: () => root,
  path: '/outcomes',
  component: lazyRouteComponent(() => import('./pages/outcomes/WorklistPage.tsx'), 'WorklistPage'),
});
const newOutcome = createRoute({
  getParentRoute: () => root,
  path: '/outcomes/new',
  component: lazyRouteComponent(() => import('./pages/outcomes/NewPage.tsx'), 'NewPage'),
});
const writeOutcome = createRoute({
  getParentRoute: () => root,
  path: '/outcomes/$id',
  component: lazyRouteComponent(() => import('./pages/outcomes/WritePage.tsx'), 'WritePage'),
});
const reviewQueue = createRoute({
  getParentRoute: () => root,
  path: '/outcomes/review',
  component: lazyRouteComponent(() => import('./pages/outcomes/review/QueuePage.tsx'), 'QueuePage'),
});
const reviewOutcome = createRoute({
  getParentRoute: () => root,
  path: '/outcomes/review/$id',
  component: lazyRouteComponent(() => import('./pages/outcomes/review/ReviewPage.tsx'), 'ReviewPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/enter',
  validateSearch: (search: Readonly<Record<string, unknown>>): { return?: string } =>
    typeof search['return'] === 'string' ? { return: search['return'] } : {},
  component: lazyRouteComponent(() => import('./pages/SignInPage.tsx'), 'SignInPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/AccountPage.tsx'), 'AccountPage'),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/account/notices',
  component: lazyRouteComponent(() => import('./pages/account/NoticesPage.tsx'), 'NoticesPage'),
});
const link = createRoute({
  getParentRoute: () => root,
  path: '/account/link',
  component: lazyRouteComponent(() => import('./pages/account/LinkPage.tsx'), 'LinkPage'),
});
const code = createRoute({
  getParentRoute: () => root,
  path: '/account/code',
  component: lazyRouteComponent(() => import('./pages/account/CodePage.tsx'), 'CodePage'),
});
const mail = createRoute({
  getParentRoute: () => root,
  path: '/account/mail',
  component: lazyRouteComponent(() => import('./pages/account/MailPage.tsx'), 'MailPage'),
});
const members = createRoute({
  getParentRoute: () => root,
  path: '/account/members',
  component: lazyRouteComponent(() => import('./pages/account/MembersPage.tsx'), 'MembersPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/account/InvitationPage.tsx'), 'InvitationPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...talent,
    ...shop,
    ...coursePackages,
    ...compose,
    home,
    record,
    claim,
    claimMade,
    award,
    shares,
    newShare,
    share,
    changeShare,
    consents,
    results,
    oneResult,
    systems,
    reading,
    oneImport,
    outcome,
    signIn,
    ...disputes,
    ...rpl,
    ...acting,
    ...can,
    ...pathway,
    ...wallet,
    ...ledgers,
    ...frameworkPages,
    ...badges,
    ...stewardship,
    ...workshop,
    ...consistency,
    account,
    notices,
    link,
    code,
    mail,
    members,
    invitation,
    checks,
    kinds,
    worklist,
    newOutcome,
    writeOutcome,
    reviewQueue,
    reviewOutcome,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
