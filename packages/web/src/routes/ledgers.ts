import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';
import { text } from './text.ts';

/** Banks of credits and learning accounts: the learner's door, and the institution's. */
export const ledgers = [
  createRoute({
    getParentRoute: () => root,
    path: '/bank/$framework/$bank',
    component: lazyRouteComponent(() => import('../pages/ledger/CreditBankPage.tsx'), 'CreditBankPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bank/$framework/$bank/redeem',
    validateSearch: (search: Readonly<Record<string, unknown>>): { award: string; institution: string } => ({
      award: text(search['award']) ?? '',
      institution: text(search['institution']) ?? '',
    }),
    component: lazyRouteComponent(() => import('../pages/ledger/RedeemPage.tsx'), 'RedeemPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/learning',
    component: lazyRouteComponent(() => import('../pages/ledger/LearningAccountPage.tsx'), 'LearningAccountsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/learning/$id',
    component: lazyRouteComponent(() => import('../pages/ledger/LearningAccountPage.tsx'), 'LearningAccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results/bank/$framework/$bank',
    component: lazyRouteComponent(() => import('../pages/ledger/InstitutionBankPage.tsx'), 'InstitutionBankPage'),
  }),
] as const;
