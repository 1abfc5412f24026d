import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';
import { text } from './text.ts';

/** What is wrong with a record, and who is to be told of it: the learner's door, the provider's and the stewards'. */
export const disputes = [
  createRoute({
    getParentRoute: () => root,
    path: '/record/disputes',
    component: lazyRouteComponent(() => import('../pages/dispute/OwnDisputesPage.tsx'), 'OwnDisputesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record/disputes/new',
    validateSearch: (search: Readonly<Record<string, unknown>>): { line?: string; award?: string } => {
      const [line, awardId] = [text(search['line']), text(search['award'])];
      return { ...(line === undefined ? {} : { line }), ...(awardId === undefined ? {} : { award: awardId }) };
    },
    component: lazyRouteComponent(() => import('../pages/dispute/NewDisputePage.tsx'), 'NewDisputePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record/disputes/missing',
    component: lazyRouteComponent(() => import('../pages/dispute/MissingPage.tsx'), 'MissingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record/disputes/$id',
    component: lazyRouteComponent(() => import('../pages/dispute/DisputePage.tsx'), 'DisputePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/told',
    component: lazyRouteComponent(() => import('../pages/results/ToldPage.tsx'), 'ToldPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/disputes',
    component: lazyRouteComponent(() => import('../pages/dispute/ProviderDisputes.tsx'), 'ProviderDisputesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/disputes/$id',
    component: lazyRouteComponent(() => import('../pages/dispute/ProviderDisputes.tsx'), 'ProviderDisputePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/disputes',
    component: lazyRouteComponent(() => import('../pages/dispute/StewardDisputes.tsx'), 'StewardDisputesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/disputes/$id',
    component: lazyRouteComponent(() => import('../pages/dispute/StewardDisputes.tsx'), 'StewardDisputePage'),
  }),
] as const;
