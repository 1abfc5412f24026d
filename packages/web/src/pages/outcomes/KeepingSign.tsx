import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import type { Drafting } from './use-draft.ts';

/** How what was typed stands: kept, on its way, or only in this tab, and then what to do. */
export function KeepingSign({ drafting }: { readonly drafting: Pick<Drafting, 'keeping' | 'restored' | 'refusal' | 'flush'> }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const { keeping, restored, refusal } = drafting;
  const calm = keeping === 'kept' || keeping === 'typing' || keeping === 'sending';
  return (
    <div className={`keeping ${calm ? 'calm' : 'say wait'}`} role="status">
      <span>
        {t(`keeping.${keeping}`)}
        {restored && calm ? ` ${t('keeping.restored')}` : ''}
        {keeping === 'refused' ? ` ${trouble(refusal)}` : ''}
      </span>
      {keeping === 'signed-out' ? (
        <a href={`/sign-in?return=${encodeURIComponent(window.location.pathname)}&lang=${language}`}>{t('nav.sign-in')}</a>
      ) : null}
      {keeping === 'offline' || keeping === 'refused' ? (
        <button type="button" className="link" onClick={() => void drafting.flush()}>
          {t('trouble.again')}
        </button>
      ) : null}
    </div>
  );
}
