import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { banksQuery } from './queries.ts';
import { inWords } from './words.ts';

/** Ways to the banks in which an institution takes part; nothing for any other. */
export function BankWays({ organisation }: { readonly organisation: string }) {
  const { t, language } = useLanguage();
  const { data } = useQuery(banksQuery);
  const own = data?.items.filter(({ institutions }) => institutions.some(({ id }) => id === organisation)) ?? [];
  return own.map(({ framework, bank, title }) => (
    <li key={`${framework} ${bank}`}>
      <Link to="/results/bank/$framework/$bank" params={{ framework, bank }}>
        {t('ledger.way')}: {inWords(title, language)}
      </Link>
      <span>{t('ledger.way-text')}</span>
    </li>
  ));
}
