import type { EmployerRole, KeptLink } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { useTrouble } from '../../parts/Troubles.tsx';

/** The links that people gave, and a place to keep another. */
export function People({ links, roles }: { readonly links: readonly KeptLink[]; readonly roles: readonly EmployerRole[] }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [keeping, setKeeping] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [gone, setGone] = useState(false);
  const forget = async (id: string): Promise<void> => {
    setError(null);
    try {
      await api.delete('/api/v1/employers/me/links/{id}', { path: { id } });
      setGone(true);
      await queries.invalidateQueries({ queryKey: ['kept-links'] });
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section className="sec" aria-labelledby="people">
      <header>
        <h2 className="h2" id="people">
          {t('talent.people-title')}
        </h2>
        <p className="small">
          <button type="button" className="link" aria-expanded={keeping} onClick={() => setKeeping(!keeping)}>
            {t('talent.keep')}
          </button>
        </p>
      </header>
      {keeping ? <Keep roles={roles} onDone={() => setKeeping(false)} /> : null}
      {links.length === 0 ? <p className="muted">{t('talent.people-none')}</p> : null}
      <ul className="rows">
        {links.map((link) => (
          <li key={link.id}>
            <Link to="/talent/people/$id" params={{ id: link.id }}>
              {link.label}
            </Link>
            <span className="muted">
              {[
                roles.find(({ id }) => id === link.role)?.title,
                t('talent.kept-on', { date: longDate(dateOfInstant(link.keptAt), language) }),
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </span>
            <button type="button" className="link" onClick={() => void forget(link.id)}>
              {t('talent.forget')}
              <span className="unseen"> {link.label}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="muted">
        {gone ? t('talent.forgotten') : ''}
      </p>
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
    </section>
  );
}

function Keep({ roles, onDone }: { readonly roles: readonly EmployerRole[]; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [link, setLink] = useState('');
  const [pin, setPin] = useState('');
  const [label, setLabel] = useState('');
  const [role, setRole] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const keep = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await api.post('/api/v1/employers/me/links', {
        body: { link: link.trim(), pin: pin.trim() === '' ? null : pin.trim(), label, role: role === '' ? null : role },
      });
      await queries.invalidateQueries({ queryKey: ['kept-links'] });
      onDone();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h3 className="h3">{t('talent.keep-title')}</h3>
      <div className="field">
        <label htmlFor="link">{t('talent.link')}</label>
        <span className="hint" id="link-hint">
          {t('talent.link-hint')}
        </span>
        <input
          id="link"
          className="input"
          type="url"
          autoComplete="off"
          required
          maxLength={500}
          aria-describedby="link-hint"
          value={link}
          onChange={(event) => setLink(event.target.value)}
        />
      </div>
      <div className="pair">
        <div className="field">
          <label htmlFor="label">{t('talent.label')}</label>
          <span className="hint" id="label-hint">
            {t('talent.label-hint')}
          </span>
          <input
            id="label"
            className="input"
            required
            maxLength={200}
            aria-describedby="label-hint"
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="pin">{t('talent.pin')}</label>
          <span className="hint" id="pin-hint">
            {t('talent.pin-hint')}
          </span>
          <input
            id="pin"
            className="input"
            inputMode="numeric"
            autoComplete="off"
            pattern="[0-9]{4,8}"
            maxLength={8}
            aria-describedby="pin-hint"
            value={pin}
            onChange={(event) => setPin(event.target.value)}
          />
        </div>
      </div>
      {roles.length === 0 ? null : (
        <div className="field">
          <label htmlFor="for-role">{t('talent.for-role')}</label>
          <select id="for-role" className="input" value={role} onChange={(event) => setRole(event.target.value)}>
            <option value="">{t('talent.no-role')}</option>
            {roles.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
      {error === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(error)}
        </p>
      )}
      <div className="acts">
        <button type="submit" className="btn" disabled={busy || link.trim() === '' || label.trim() === ''}>
          {t('talent.keep')}
        </button>
        <button type="button" className="link" onClick={onDone}>
          {t('talent.not-now')}
        </button>
      </div>
    </form>
  );
}
