import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';
import { text } from './text.ts';

/** What somebody can do: a learner's record read as skills, being found by them, and what is needed where. */
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
  createRoute({
    getParentRoute: () => root,
    path: '/demand',
    validateSearch: (search: Readonly<Record<string, unknown>>): { region?: string } =>
      text(search['region']) === undefined ? {} : { region: String(search['region']) },
    component: lazyRouteComponent(() => import('../pages/demand/DemandPage.tsx'), 'DemandPage'),
  }),
] as const;
