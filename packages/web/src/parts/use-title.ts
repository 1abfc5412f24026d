import { useEffect } from 'react';
import { useLanguage } from '../language/context.tsx';

/** Names the page in the browser. */
export function useTitle(title: string): void {
  const { t } = useLanguage();
  const name = t('site.name');
  useEffect(() => {
    document.title = title === name ? name : `${title} – ${name}`;
  }, [title, name]);
}
