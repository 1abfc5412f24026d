import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';
import { text } from './text.ts';

/** Frameworks of recognition, open to everybody; and a learner's own way through one. */
export const frameworkPages = [
  createRoute({
    getParentRoute: () => root,
    path: '/frameworks',
    component: lazyRouteComponent(() => import('../pages/frameworks/FrameworksPage.tsx'), 'FrameworksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/frameworks/$framework',
    component: lazyRouteComponent(() => import('../pages/frameworks/FrameworkPage.tsx'), 'FrameworkPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/frameworks/$framework/cases',
    component: lazyRouteComponent(() => import('../pages/frameworks/CasesPage.tsx'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/frameworks/$framework/definitions/$id',
    component: lazyRouteComponent(() => import('../pages/frameworks/DefinitionPage.tsx'), 'DefinitionPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/frameworks/$framework/skills',
    validateSearch: (
      search: Readonly<Record<string, unknown>>,
    ): { sector?: string; role?: string; audience?: 'student' | 'adult' } => {
      const [sector, role, audience] = [text(search['sector']), text(search['role']), search['audience']];
      return {
        ...(sector === undefined ? {} : { sector }),
        ...(role === undefined ? {} : { role }),
        ...(audience === 'student' || audience === 'adult' ? { audience } : {}),
      };
    },
    component: lazyRouteComponent(() => import('../pages/frameworks/skills/SkillsPage.tsx'), 'SkillsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record/frameworks/$framework',
    component: lazyRouteComponent(() => import('../pages/frameworks/OwnPathwayPage.tsx'), 'OwnPathwayPage'),
  }),
] as const;
