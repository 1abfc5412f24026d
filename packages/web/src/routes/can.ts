import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

/** What somebody can do: a learner's record read as skills. */
export const can = [
  createRoute({
    getParentRoute: () => root,
    path: '/record/skills',
    component: lazyRouteComponent(() => import('../pages/can/SkillsPage.tsx'), 'SkillsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record/found',
    component: lazyRouteComponent(() => import('../pages/can/FoundPage.tsx'), 'FoundPage'),
  }),
] as const;
