import '@fontsource-variable/source-sans-3/index.css';
import './styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { knowWhatThePageKnows } from './known.ts';
import { queries } from './api.ts';
import { firstLanguage, LanguageProvider } from './language/context.tsx';
import { router } from './router.tsx';
import { begunOn } from './taking-over.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the app');
const language = await firstLanguage();
knowWhatThePageKnows(queries);
// What the server has drawn stays in place until the website can draw the same.
await router.load();
const begun = begunOn(place);
if (begun === 'nothing') {
  // At once: between the look above and the first drawing nobody can type.
  flushSync(() =>
    createRoot(place).render(
      <LanguageProvider first={language}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>,
    ),
  );
} else if (begun !== 'typing') begun.requestSubmit();
// Else the page stays as it is and works as it does without a script; its form leads to a page that the website takes over.
