import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

/** What somebody can do already: the learner's story, evidence and transfers, and the assessors' door. */
export const rpl = [
  createRoute({
    getParentRoute: () => root,
    path: '/record/experience',
    component: lazyRouteComponent(() => import('../pages/rpl/ExperiencePage.tsx'), 'ExperiencePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record/experience/$id',
    component: lazyRouteComponent(() => import('../pages/rpl/ApplicationPage.tsx'), 'ApplicationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record/portfolio',
    component: lazyRouteComponent(() => import('../pages/rpl/PortfolioPage.tsx'), 'PortfolioPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record/transfer',
    component: lazyRouteComponent(() => import('../pages/rpl/TransferPage.tsx'), 'TransferPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/assess',
    component: lazyRouteComponent(() => import('../pages/assess/WorklistPage.tsx'), 'WorklistPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/assess/$id',
    component: lazyRouteComponent(() => import('../pages/assess/AssessPage.tsx'), 'AssessPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/transfers',
    component: lazyRouteComponent(() => import('../pages/assess/TransfersPage.tsx'), 'TransfersPage'),
  }),
] as const;
