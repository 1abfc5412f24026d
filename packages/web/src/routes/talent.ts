import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';
import { text } from './text.ts';

/** The employers' door, and what employers ask of providers. */
export const talent = [
  createRoute({
    getParentRoute: () => root,
    path: '/talent',
    component: lazyRouteComponent(() => import('../pages/talent/TalentPage.tsx'), 'TalentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talent/check',
    component: lazyRouteComponent(() => import('../pages/talent/CheckManyPage.tsx'), 'CheckManyPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talent/roles/new',
    component: lazyRouteComponent(() => import('../pages/talent/RolePage.tsx'), 'NewRolePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talent/roles/$id',
    component: lazyRouteComponent(() => import('../pages/talent/RolePage.tsx'), 'RolePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talent/find',
    validateSearch: (search: Readonly<Record<string, unknown>>): { role?: string } =>
      text(search['role']) === undefined ? {} : { role: String(search['role']) },
    component: lazyRouteComponent(() => import('../pages/talent/FindPage.tsx'), 'FindPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talent/people/$id',
    component: lazyRouteComponent(() => import('../pages/talent/PersonPage.tsx'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talent/consents/$id',
    component: lazyRouteComponent(() => import('../pages/talent/ConsentPage.tsx'), 'ConsentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talent/packages/new',
    validateSearch: (search: Readonly<Record<string, unknown>>): { role?: string } =>
      text(search['role']) === undefined ? {} : { role: String(search['role']) },
    component: lazyRouteComponent(() => import('../pages/talent/AskPage.tsx'), 'AskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/packages',
    component: lazyRouteComponent(() => import('../pages/talent/PackagesPage.tsx'), 'PackagesPage'),
  }),
] as const;
