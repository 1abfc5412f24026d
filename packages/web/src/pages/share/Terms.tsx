import { useLanguage } from '../../language/context.tsx';
import { daysAfter, type DraftStore, FIELDS } from './draft.ts';

interface TermsProps {
  readonly store: DraftStore;
  readonly today: string;
  /** Whether the link has a PIN already, which stays unless another is typed. */
  readonly hasPin: boolean;
}

const QUICK = [7, 30, 90, 365] as const;

/** Which fields go with it, for whom, what for, until when, and whether it asks for a PIN. */
export function Terms({ store, today, hasPin }: TermsProps) {
  const { t } = useLanguage();
  const { draft, change } = store;
  return (
    <>
      <fieldset className="sec">
        <legend className="unseen">{t('share.fields')}</legend>
        <header>
          <h2 className="h2">
            <span className="num">3</span>
            {t('share.fields')}
          </h2>
        </header>
        {FIELDS.map((field) => (
          <label className="pick" key={field}>
            <input
              className="choice"
              type="checkbox"
              checked={draft.fields.includes(field)}
              onChange={() =>
                change({
                  fields: draft.fields.includes(field) ? draft.fields.filter((one) => one !== field) : [...draft.fields, field],
                })
              }
            />
            <span className="strong">
              {t(`share.field.${field}`)}
              <small>{t(`share.field-text.${field}`)}</small>
            </span>
          </label>
        ))}
        <p className="small muted top-1">{t('share.never')}</p>
      </fieldset>
      <fieldset className="sec">
        <legend className="unseen">{t('share.terms')}</legend>
        <header>
          <h2 className="h2">
            <span className="num">4</span>
            {t('share.terms')}
          </h2>
        </header>
        <div className="stacked">
          <div className="field">
            <label htmlFor="audience">{t('share.audience')}</label>
            <span className="hint" id="audience-hint">
              {t('share.audience-hint')}
            </span>
            <input
              className="input"
              id="audience"
              required
              maxLength={200}
              aria-describedby="audience-hint"
              value={draft.audience}
              onChange={(event) => change({ audience: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor="purpose">{t('share.purpose')}</label>
            <span className="hint" id="purpose-hint">
              {t('share.purpose-hint')}
            </span>
            <input
              className="input"
              id="purpose"
              required
              maxLength={300}
              aria-describedby="purpose-hint"
              value={draft.purpose}
              onChange={(event) => change({ purpose: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor="expires">{t('share.expires')}</label>
            <span className="hint" id="expires-hint">
              {t('share.expires-hint')}
            </span>
            <input
              className="input date"
              id="expires"
              type="date"
              required
              min={today}
              max={daysAfter(today, 730)}
              aria-describedby="expires-hint"
              value={draft.expiresOn}
              onChange={(event) => change({ expiresOn: event.target.value })}
            />
            <p className="quick">
              {QUICK.map((days) => (
                <button key={days} type="button" className="link" onClick={() => change({ expiresOn: daysAfter(today, days) })}>
                  {t(`share.quick.${days}`)}
                </button>
              ))}
            </p>
          </div>
          <Pin store={store} hasPin={hasPin} />
        </div>
      </fieldset>
    </>
  );
}

function Pin({ store, hasPin }: { readonly store: DraftStore; readonly hasPin: boolean }) {
  const { t } = useLanguage();
  const { draft, change } = store;
  return (
    <div>
      <label className="pick">
        <input
          className="choice"
          type="checkbox"
          checked={draft.asksPin}
          onChange={() => change({ asksPin: !draft.asksPin, pin: '' })}
        />
        <span className="strong">
          {t('share.pin')}
          <small>{t('share.pin-text')}</small>
        </span>
      </label>
      {draft.asksPin ? (
        <div className="field">
          <label htmlFor="pin">{hasPin ? t('share.pin-other') : t('share.pin-value')}</label>
          <span className="hint" id="pin-hint">
            {hasPin ? t('share.pin-stays') : t('share.pin-hint')}
          </span>
          <input
            className="input pin"
            id="pin"
            inputMode="numeric"
            autoComplete="off"
            pattern="[0-9]{4,8}"
            maxLength={8}
            required={!hasPin}
            aria-describedby="pin-hint"
            value={draft.pin}
            onChange={(event) => change({ pin: event.target.value })}
          />
        </div>
      ) : null}
    </div>
  );
}
