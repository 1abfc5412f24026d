import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { KindsNote } from '../../parts/KindsNote.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { NOTHING_YET } from './draft.ts';

/** Begins a definition: a code and a name; everything else is written in its own form, which keeps it as it is typed. */
export function NewPage() {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useTitle(t('author.new'));
  const whole = /^[A-Za-z0-9._:-]{1,56}$/.test(code.trim()) && name.trim() !== '';
  const begin = async (): Promise<void> => {
    setSending(true);
    setFailure(null);
    try {
      const { id } = await api.post('/api/v1/outcomes', {
        body: { ...NOTHING_YET, code: code.trim(), name: name.trim().normalize('NFC') },
      });
      await queries.invalidateQueries({ queryKey: ['outcomes', 'worklist'] });
      await navigate({ to: '/outcomes/$id', params: { id } });
    } catch (error) {
      setFailure(error);
      setSending(false);
    }
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/outcomes">{t('worklist.title')}</Link>
      </p>
      <h1 className="display">{t('author.new')}</h1>
      <p className="lead top-2">{t('author.new-lead')}</p>
      <form
        className="begin"
        onSubmit={(event) => {
          event.preventDefault();
          if (whole) void begin();
        }}
      >
        <div className="field">
          <label htmlFor="code">{t('author.code')}</label>
          <span className="hint" id="code-hint">
            {t('author.code-hint')}
          </span>
          <input
            id="code"
            className="input"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="code-hint"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="name">{t('author.name')}</label>
          <span className="hint" id="name-hint">
            {t('author.name-hint')}
          </span>
          <input
            id="name"
            className="input"
            autoComplete="off"
            maxLength={500}
            aria-describedby="name-hint"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        {failure === null ? null : (
          <p className="say wrong" role="alert">
            {trouble(failure)}
          </p>
        )}
        <div className="acts">
          <button className="btn" type="submit" disabled={!whole || sending}>
            {t('author.begin')}
          </button>
        </div>
      </form>
      <KindsNote />
    </>
  );
}
