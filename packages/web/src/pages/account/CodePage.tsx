import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { useTitle } from '../../parts/use-title.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { useAct } from '../../parts/use-act.ts';

const EMPTY = { nsn: '', familyName: '', givenNames: '', dateOfBirth: '' };

/** A registrar, who knows the learner, gives them a one-time code in person; it is shown once. */
export function CodePage() {
  const { t, language } = useLanguage();
  const { busy, wrong, act } = useAct();
  const [form, setForm] = useState(EMPTY);
  const [made, setMade] = useState<{ readonly code: string; readonly expiresAt: string } | null>(null);
  useTitle(t('code.title'));
  const submit = (): Promise<boolean> =>
    act(async () => {
      setMade(null);
      setMade(await api.post('/api/v1/link-codes', { body: { ...form, nsn: form.nsn.replaceAll(' ', '') } }));
    });
  const field = (name: keyof typeof EMPTY, label: string, more: Readonly<Record<string, string>> = {}) => (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        className="input"
        id={name}
        required
        autoComplete="off"
        value={form[name]}
        onChange={(event) => setForm({ ...form, [name]: event.target.value })}
        {...more}
      />
    </div>
  );
  return (
    <>
      <p className="eyebrow">
        <Link to="/account">{t('account.title')}</Link>
      </p>
      <h1 className="display">{t('code.title')}</h1>
      <p className="lead top-2">{t('code.lead')}</p>
      <form
        className="asked top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {field('nsn', t('link.nsn'), { inputMode: 'numeric', pattern: '[0-9 ]{9,13}' })}
        {field('givenNames', t('code.given'))}
        {field('familyName', t('code.family'))}
        {field('dateOfBirth', t('link.birth'), { type: 'date' })}
        <div className="acts">
          <button className="btn" type="submit" disabled={busy}>
            {t('code.make')}
          </button>
        </div>
        <Wrong words={wrong} />
      </form>
      <div aria-live="polite">
        {made === null ? null : (
          <section className="sec">
            <h2 className="h2">{t('code.made')}</h2>
            <p className="code-shown">{made.code}</p>
            <p className="measure">{t('code.once', { date: longDate(dateOfInstant(made.expiresAt), language) })}</p>
            <div className="acts">
              <button
                className="btn second"
                type="button"
                onClick={() => {
                  setMade(null);
                  setForm(EMPTY);
                }}
              >
                {t('code.next')}
              </button>
            </div>
          </section>
        )}
      </div>
    </>
  );
}
