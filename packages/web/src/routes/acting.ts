import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

/** Who acts for a learner: the learner's page, and that of whoever acts. */
export const acting = [
  createRoute({
    getParentRoute: () => root,
    path: '/record/delegates',
    component: lazyRouteComponent(() => import('../pages/acting/DelegatesPage.tsx'), 'DelegatesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account/acting',
    component: lazyRouteComponent(() => import('../pages/acting/ActingPage.tsx'), 'ActingPage'),
  }),
] as const;
