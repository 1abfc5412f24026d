import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { Layout } from './Layout.tsx';
import { HomePage } from './pages/HomePage.tsx';
import { NotFound, PageError } from './parts/Troubles.tsx';

interface Everywhere {
  readonly lang?: 'en' | 'mi';
}

const root = createRootRoute({
  component: Layout,
  notFoundComponent: NotFound,
  errorComponent: PageError,
  validateSearch: (search: Readonly<Record<string, unknown>>): Everywhere =>
    search['lang'] === 'mi' || search['lang'] === 'en' ? { lang: search['lang'] } : {},
  search: { middlewares: [retainSearchParams(['lang'])] },
});

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
const award = createRoute({
  getParentRoute: () => root,
  path: '/record/awards/$id',
  component: lazyRouteComponent(() => import('./pages/award/AwardPage.tsx'), 'AwardPage'),
});
const results = createRoute({
  getParentRoute: () => root,
  path: '/results',
  component: lazyRouteComponent(() => import('./pages/results/ResultsPage.tsx'), 'ResultsPage'),
});
const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/results/$id',
  component: lazyRouteComponent(() => import('./pages/results/ImportPage.tsx'), 'ImportPage'),
});
const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/catalogue',
  validateSearch: (search: Readonly<Record<string, unknown>>): { q?: string; field?: string; level?: number } => ({
    ...(typeof search['q'] === 'string' || typeof search['q'] === 'number' ? { q: String(search['q']) } : {}),
    ...(typeof search['field'] === 'string' ? { field: search['field'] } : {}),
    ...(typeof search['level'] === 'number' ? { level: search['level'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/catalogue/CataloguePage.tsx'), 'CataloguePage'),
});
const outcome = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/$code/$version',
  component: lazyRouteComponent(() => import('./pages/catalogue/OutcomePage.tsx'), 'OutcomePage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/enter',
  component: lazyRouteComponent(() => import('./pages/SignInPage.tsx'), 'SignInPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, record, claim, award, results, oneImport, catalogue, outcome, signIn]),
  defaultPreload: 'intent',
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
