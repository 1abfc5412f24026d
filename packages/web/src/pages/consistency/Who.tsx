import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';

/** Who a line is about: a provider by its name, or all others together. */
export function Who({ provider }: { readonly provider: { readonly name: string } | null }) {
  const { t } = useLanguage();
  return provider === null ? t('consistency.rest') : <Name>{provider.name}</Name>;
}
