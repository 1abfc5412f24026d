import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const list = () => import('../pages/consistency/ListPage.tsx');
const one = () => import('../pages/consistency/OnePage.tsx');

/** One outcome that several teach: its developer's, the stewards' and a provider's own pages. */
export const consistency = [
  createRoute({
    getParentRoute: () => root,
    path: '/outcomes/consistency',
    component: lazyRouteComponent(list, 'DeveloperList'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/outcomes/consistency/$lineage',
    component: lazyRouteComponent(one, 'DeveloperOne'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/consistency',
    component: lazyRouteComponent(list, 'StewardList'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stewardship/consistency/$lineage',
    component: lazyRouteComponent(one, 'StewardOne'),
  }),
  createRoute({ getParentRoute: () => root, path: '/results/consistency', component: lazyRouteComponent(list, 'ProviderList') }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/consistency/$lineage',
    component: lazyRouteComponent(one, 'ProviderOne'),
  }),
] as const;
