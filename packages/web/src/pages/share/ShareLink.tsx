import { useRef, useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { QrCode } from '../award/QrCode.tsx';

interface ShareLinkProps {
  /** Undefined when this page was not the one that made it: the service keeps no copy. */
  readonly link: string | undefined;
  readonly hasPin: boolean;
  readonly busy: boolean;
  readonly onRenew: () => void;
}

/** The address to give, once: as text to copy and as a code for a camera. Lost, it is made anew. */
export function ShareLink({ link, hasPin, busy, onRenew }: ShareLinkProps) {
  const { t } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link ?? '');
      setSaid(t('share.copied'));
    } catch {
      field.current?.select();
      setSaid(t('share.copy-self'));
    }
  };
  if (link === undefined)
    return (
      <section className="sec">
        <header>
          <h2 className="h2">{t('share.link')}</h2>
        </header>
        <p className="measure">{t('share.link-gone')}</p>
        <div className="acts">
          <button type="button" className="btn" disabled={busy} onClick={onRenew}>
            {t('share.renew')}
          </button>
        </div>
      </section>
    );
  return (
    <section className="sec give" aria-labelledby="give">
      <div>
        <h2 className="h2" id="give">
          {t('share.link')}
        </h2>
        <p className="measure top-1">{t(hasPin ? 'share.link-text-pin' : 'share.link-text')}</p>
        <div className="field top-2">
          <label htmlFor="link">{t('share.address')}</label>
          <input ref={field} className="input" id="link" readOnly value={link} onFocus={(event) => event.target.select()} />
        </div>
        <div className="acts">
          <button type="button" className="btn" onClick={() => void copy()}>
            {t('share.copy')}
          </button>
          <a className="btn second" href={link} target="_blank" rel="noreferrer noopener">
            {t('share.look')}
          </a>
          <p role="status" className="small">
            {said}
          </p>
        </div>
      </div>
      <div className="qr">
        <QrCode text={link} label={t('share.qr')} />
      </div>
    </section>
  );
}
