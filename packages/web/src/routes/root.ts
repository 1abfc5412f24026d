import { createRootRoute, retainSearchParams } from '@tanstack/react-router';
import { Layout } from '../Layout.tsx';
import { NotFound, PageError } from '../parts/Troubles.tsx';

interface Everywhere {
  readonly lang?: 'en' | 'mi';
}

/** What every page stands in: the frame, the pages of trouble, and the language in the address. */
export const root = createRootRoute({
  component: Layout,
  notFoundComponent: NotFound,
  errorComponent: PageError,
  validateSearch: (search: Readonly<Record<string, unknown>>): Everywhere =>
    search['lang'] === 'mi' || search['lang'] === 'en' ? { lang: search['lang'] } : {},
  search: { middlewares: [retainSearchParams(['lang'])] },
});
