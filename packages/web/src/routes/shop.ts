import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addressOf, type CatalogueAddress, readSearch } from '../pages/catalogue/search.ts';
import { root } from './root.ts';

/** The catalogue as a supermarket, the basket, and what providers offer. */
export const shop = [
  createRoute({
    getParentRoute: () => root,
    path: '/catalogue',
    validateSearch: (search: Readonly<Record<string, unknown>>): CatalogueAddress => addressOf(readSearch(search)),
    component: lazyRouteComponent(() => import('../pages/catalogue/CataloguePage.tsx'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/basket',
    component: lazyRouteComponent(() => import('../pages/basket/BasketPage.tsx'), 'BasketPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/basket/$token',
    component: lazyRouteComponent(() => import('../pages/basket/SharedBasketPage.tsx'), 'SharedBasketPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/offerings',
    component: lazyRouteComponent(() => import('../pages/offering/OfferingsPage.tsx'), 'OfferingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/offerings/new',
    component: lazyRouteComponent(() => import('../pages/offering/WritePage.tsx'), 'NewOfferingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/offerings/$id',
    component: lazyRouteComponent(() => import('../pages/offering/WritePage.tsx'), 'OfferingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/baskets',
    component: lazyRouteComponent(() => import('../pages/offering/BasketsPage.tsx'), 'BasketsPage'),
  }),
] as const;
