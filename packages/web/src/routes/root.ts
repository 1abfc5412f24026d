import { createRootRoute, retainSearchParams } from '@tanstack/react-router';
import { Layout } from '../Layout.tsx';
import { loadRestOfLanguage } from '../language/load.ts';
import { NotFound, PageError } from '../parts/Troubles.tsx';

/** The desks of staff, and a learner's way to recognition: these pages say what most do not. */
const SAY_MORE =
  /^\/(assess|demand|outcomes|results|skills|stewardship|talent|record\/(experience|found|portfolio|skills|transfer))(\/|$)/;

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
  beforeLoad: async ({ location }) => {
    if (SAY_MORE.test(location.pathname)) await loadRestOfLanguage(document.documentElement.lang === 'mi' ? 'mi' : 'en');
  },
  search: { middlewares: [retainSearchParams(['lang'])] },
});
