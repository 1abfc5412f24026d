import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';

/** How many suggested skills were accepted and refused, by scheme and matcher. */
export function Acceptance() {
  const { t } = useLanguage();
  const { data } = useQuery({ queryKey: ['skills', 'acceptance'], queryFn: () => api.get('/api/v1/skills/acceptance') });
  return (
    <section className="sec" aria-labelledby="acceptance">
      <header>
        <h2 className="h2" id="acceptance">
          {t('schemes.acceptance')}
        </h2>
      </header>
      {data === undefined || data.items.length === 0 ? (
        <p className="muted">{t('schemes.acceptance-none')}</p>
      ) : (
        <table className="tbl stacked">
          <thead>
            <tr>
              <th scope="col">{t('schemes.scheme')}</th>
              <th scope="col">{t('schemes.matcher')}</th>
              {(['accepted', 'refused', 'rate', 'first'] as const).map((column) => (
                <th key={column} scope="col" className="r">
                  {t(`schemes.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ scheme, matcher, accepted, refused, first }) => (
              <tr key={`${scheme} ${matcher}`}>
                <th scope="row">{scheme}</th>
                <td data-before={t('schemes.matcher')}>{matcher}</td>
                <td className="r" data-before={t('schemes.accepted')}>
                  {wholeNumber(accepted)}
                </td>
                <td className="r" data-before={t('schemes.refused')}>
                  {wholeNumber(refused)}
                </td>
                <td className="r" data-before={t('schemes.rate')}>
                  {Math.round((100 * accepted) / (accepted + refused))} %
                </td>
                <td className="r" data-before={t('schemes.first')}>
                  {wholeNumber(first)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
