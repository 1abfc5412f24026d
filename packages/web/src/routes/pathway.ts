import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

/** Pathways: planning, a plan that is kept, and what an adviser sees of one. */
export const pathway = [
  createRoute({
    getParentRoute: () => root,
    path: '/record/pathway',
    component: lazyRouteComponent(() => import('../pages/pathway/PathwayPage.tsx'), 'PathwayPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record/pathway/$id',
    component: lazyRouteComponent(() => import('../pages/pathway/SavedPage.tsx'), 'SavedPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/pathway/$token',
    component: lazyRouteComponent(() => import('../pages/pathway/SharedPage.tsx'), 'SharedPage'),
  }),
] as const;
