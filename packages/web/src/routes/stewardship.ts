import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type AwardsSearch, readAwardsSearch } from '../pages/stewardship/awards-search.ts';
import { root } from './root.ts';
import { text } from './text.ts';

/** The stewards' door. */
export const stewardship = [
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship',
    component: lazyRouteComponent(() => import('../pages/stewardship/TodayPage.tsx'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/awards',
    validateSearch: (search: Readonly<Record<string, unknown>>): AwardsSearch => readAwardsSearch(search),
    component: lazyRouteComponent(() => import('../pages/stewardship/AwardsPage.tsx'), 'AwardsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/awards/$id',
    component: lazyRouteComponent(() => import('../pages/stewardship/AwardTracePage.tsx'), 'AwardTracePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/organisations',
    validateSearch: (search: Readonly<Record<string, unknown>>): { q?: string } => {
      const q = text(search['q']);
      return q === undefined ? {} : { q };
    },
    component: lazyRouteComponent(() => import('../pages/stewardship/OrganisationsPage.tsx'), 'OrganisationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/organisations/$id',
    component: lazyRouteComponent(() => import('../pages/stewardship/OrganisationPage.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/imports',
    component: lazyRouteComponent(() => import('../pages/stewardship/ImportsPage.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/imports/$id',
    component: lazyRouteComponent(() => import('../pages/stewardship/ImportWithdrawalPage.tsx'), 'ImportWithdrawalPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/links',
    component: lazyRouteComponent(() => import('../pages/stewardship/LinkReviewsPage.tsx'), 'LinkReviewsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/delegates',
    component: lazyRouteComponent(() => import('../pages/acting/StewardPage.tsx'), 'StewardDelegatesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/undelivered',
    component: lazyRouteComponent(() => import('../pages/stewardship/UndeliveredPage.tsx'), 'UndeliveredPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/numbers',
    component: lazyRouteComponent(() => import('../pages/stewardship/NumbersPage.tsx'), 'NumbersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/wording',
    component: lazyRouteComponent(() => import('../pages/stewardship/WordingPage.tsx'), 'WordingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/policies',
    component: lazyRouteComponent(() => import('../pages/stewardship/PoliciesPage.tsx'), 'PoliciesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/skills',
    component: lazyRouteComponent(() => import('../pages/skills/SkillsDeskPage.tsx'), 'SkillsDeskPage'),
  }),
] as const;
