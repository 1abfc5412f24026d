import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { More } from '../../parts/More.tsx';
import { Name } from '../../parts/Name.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Frame } from './Frame.tsx';
import { ONES, type Side } from './read.ts';

export const DeveloperList = () => <List side="developer" />;
export const StewardList = () => <List side="steward" />;
export const ProviderList = () => <List side="provider" />;

const read = async (cursor: string) => {
  const query = cursor === '' ? { limit: 25 } : { limit: 25, cursor };
  const { items, smallest, next } = await api.get('/api/v1/consistency', { query });
  return { items: items.map((one) => ({ ...one, smallest })), next };
};
type Item = Awaited<ReturnType<typeof read>>['items'][number];

/** The outcomes that several providers teach, those of most people first. */
function List({ side }: { readonly side: Side }) {
  const { t } = useLanguage();
  const pages = usePages<Item>(['consistency'], read);
  useTitle(t('consistency.title'));
  return (
    <Frame side={side} inList title={t('consistency.title')} lead={t(`consistency.lead-${side}`)}>
      {pages.error === null ? null : <Trouble error={pages.error} onRetry={pages.again} />}
      {pages.items === undefined && pages.error === null ? <Waiting /> : null}
      {pages.items?.length === 0 ? <p className="muted top-3">{t('consistency.none')}</p> : null}
      {pages.items === undefined || pages.items.length === 0 ? null : <Table side={side} items={pages.items} />}
      <More pages={pages} />
    </Frame>
  );
}

function Table({ side, items }: { readonly side: Side; readonly items: readonly Item[] }) {
  const { t } = useLanguage();
  return (
    <table className="tbl stacked even top-3">
      <caption className="unseen">{t('consistency.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('consistency.outcome')}</th>
          <th scope="col" className="r">
            {t('consistency.providers')}
          </th>
          <th scope="col" className="r">
            {t('consistency.people')}
          </th>
          {side === 'provider' ? null : <th scope="col">{t('consistency.differs')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.lineage} className={one.differs === null || one.differs === 0 ? undefined : 'differs'}>
            <th scope="row">
              <Link to={ONES[side]} params={{ lineage: one.lineage }}>
                <Name>{one.name}</Name>
              </Link>{' '}
              <span className="small muted">{one.code}</span>
            </th>
            <td className="r" data-before={t('consistency.providers')}>
              {wholeNumber(one.providers)}
            </td>
            <td className="r nowrap" data-before={t('consistency.people')}>
              {one.people === null
                ? t('consistency.few', { n: one.smallest })
                : t('consistency.at-least', { n: wholeNumber(one.people) })}
            </td>
            {side === 'provider' ? null : (
              <td data-before={t('consistency.differs')}>
                {one.differs === null || one.differs === 0
                  ? t('consistency.differ-none')
                  : t('consistency.differ-n', { count: one.differs, n: wholeNumber(one.differs) })}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
