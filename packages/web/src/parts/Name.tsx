import { languageOfName } from '../language/index.ts';
import { useLanguage } from '../language/context.tsx';

/** A name exactly as it was given, marked with its language where that is not the page's. */
export function Name({ children }: { readonly children: string }) {
  const { language } = useLanguage();
  const own = languageOfName(children);
  return <span lang={own === language ? undefined : own}>{children}</span>;
}
