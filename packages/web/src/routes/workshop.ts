import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

/** The workshop of micro-credentials: their developers' desk, and the stewards' reading of what was handed in. */
export const workshop = [
  createRoute({
    getParentRoute: () => root,
    path: '/outcomes/micro-credentials',
    component: lazyRouteComponent(() => import('../pages/workshop/DeskPage.tsx'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/outcomes/micro-credentials/$id',
    component: lazyRouteComponent(() => import('../pages/workshop/WritePage.tsx'), 'WritePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/outcomes/review/micro-credentials/$id',
    component: lazyRouteComponent(() => import('../pages/workshop/ReviewPage.tsx'), 'ReviewPage'),
  }),
] as const;
