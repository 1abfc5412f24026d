import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

/** Units put together and taken apart on screen: for everybody, signed in or not. */
export const compose = [
  createRoute({
    getParentRoute: () => root,
    path: '/compose',
    component: lazyRouteComponent(() => import('../pages/compose/ComposePage.tsx'), 'ComposePage'),
  }),
] as const;
