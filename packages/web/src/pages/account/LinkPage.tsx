import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { linkQuery } from './facts.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

/** Links my sign-in to my record: number, birth date, and the one-time code that a provider gave me. */
export function LinkPage() {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery(linkQuery);
  useTitle(t('link.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data.state === 'linked')
    return (
      <>
        <h1 className="display">{t('link.linked')}</h1>
        <div className="acts">
          <Link className="btn" to="/record">
            {t('link.to-record')}
          </Link>
        </div>
      </>
    );
  if (data.state === 'in-review')
    return (
      <>
        <h1 className="display">{t('link.in-review')}</h1>
        <p className="lead top-2">
          {t('link.in-review-text', {
            date: data.askedAt === null ? '' : longDate(dateOfInstant(data.askedAt), language),
          })}
        </p>
      </>
    );
  return <LinkForm />;
}

function LinkForm() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { busy, wrong, act } = useAct();
  const [form, setForm] = useState({ nsn: '', dateOfBirth: '', code: '' });
  const submit = (): Promise<boolean> =>
    act(async () => {
      const { state } = await api.post('/api/v1/link-requests', {
        body: { nsn: form.nsn.replaceAll(' ', ''), dateOfBirth: form.dateOfBirth, code: form.code.trim() },
      });
      // This browser has a new session, which knows of the record.
      queries.clear();
      if (state === 'linked') await navigate({ to: '/record' });
    });
  return (
    <>
      <p className="eyebrow">
        <Link to="/account">{t('account.title')}</Link>
      </p>
      <h1 className="display">{t('link.title')}</h1>
      <p className="lead top-2">{t('link.lead')}</p>
      <form
        className="asked top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="field">
          <label htmlFor="nsn">{t('link.nsn')}</label>
          <span className="hint">{t('link.nsn-hint')}</span>
          <input
            className="input"
            id="nsn"
            required
            inputMode="numeric"
            autoComplete="off"
            pattern="[0-9 ]{9,13}"
            value={form.nsn}
            onChange={(event) => setForm({ ...form, nsn: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="birth">{t('link.birth')}</label>
          <input
            className="input"
            id="birth"
            type="date"
            required
            autoComplete="bday"
            value={form.dateOfBirth}
            onChange={(event) => setForm({ ...form, dateOfBirth: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="code">{t('link.code')}</label>
          <span className="hint">{t('link.code-hint')}</span>
          <input
            className="input"
            id="code"
            required
            minLength={8}
            maxLength={40}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            value={form.code}
            onChange={(event) => setForm({ ...form, code: event.target.value })}
          />
        </div>
        <div className="acts">
          <button className="btn" type="submit" disabled={busy}>
            {t('link.go')}
          </button>
        </div>
        <Wrong words={wrong} />
      </form>
      <section className="sec">
        <h2 className="h3">{t('link.lost')}</h2>
        <p className="measure">{t('link.lost-text')}</p>
      </section>
    </>
  );
}
