import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

/** Into wallets: what a learner hands over. */
export const wallet = [
  createRoute({
    getParentRoute: () => root,
    path: '/record/awards/$id/wallet',
    component: lazyRouteComponent(() => import('../pages/award/WalletPage.tsx'), 'WalletPage'),
  }),
] as const;
