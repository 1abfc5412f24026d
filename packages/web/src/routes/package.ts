import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

/** Packages of courses for one employer: composed by a provider, read and agreed by the employer. */
export const coursePackages = [
  createRoute({
    getParentRoute: () => root,
    path: '/results/packages/new',
    component: lazyRouteComponent(() => import('../pages/package/StartPage.tsx'), 'StartPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/packages/$id',
    component: lazyRouteComponent(() => import('../pages/package/PackagePage.tsx'), 'PackagePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talent/packages/$id',
    component: lazyRouteComponent(() => import('../pages/package/AgreePage.tsx'), 'AgreePage'),
  }),
] as const;
