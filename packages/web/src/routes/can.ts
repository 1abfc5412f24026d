import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

/** What somebody can do: a learner's record read as skills. */
export const can = [
  createRoute({
    getParentRoute: () => root,
    path: '/record/skills',
    component: lazyRouteComponent(() => import('../pages/can/SkillsPage.tsx'), 'SkillsPage'),
  }),
] as const;
