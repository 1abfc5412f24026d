import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

interface Came {
  readonly new?: number;
  readonly replaced?: number;
  readonly unchanged?: number;
  readonly refused?: number;
  readonly none?: number;
  /** The code of what went wrong at the host. */
  readonly trouble?: string;
}

/** Badges of other issuers; the search says what came of a visit. */
export const badges = [
  createRoute({
    getParentRoute: () => root,
    path: '/record/badges',
    validateSearch: (search: Readonly<Record<string, unknown>>): Came => ({
      ...Object.fromEntries(
        (['new', 'replaced', 'unchanged', 'refused', 'none'] as const).flatMap((name) =>
          typeof search[name] === 'number' ? [[name, search[name]]] : [],
        ),
      ),
      ...(typeof search['trouble'] === 'string' ? { trouble: search['trouble'] } : {}),
    }),
    component: lazyRouteComponent(() => import('../pages/share/BadgesPage.tsx'), 'BadgesPage'),
  }),
] as const;
