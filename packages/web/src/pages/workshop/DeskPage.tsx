import type { MicroCredentialWork } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate, shortDate } from '../../language/index.ts';
import { KindsNote } from '../../parts/KindsNote.tsx';
import { Name } from '../../parts/Name.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useAct } from '../../parts/use-act.ts';
import { pathName } from './parts.ts';
import { deskQuery } from './queries.ts';

/** The developer's workshop: their micro-credentials, what each needs, and beginning another. */
export function DeskPage() {
  const { t, language } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery(deskQuery);
  useTitle(t('mc.desk'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <p className="eyebrow">{session?.organisation?.name ?? ''}</p>
      <h1 className="display">{t('mc.desk')}</h1>
      <p className="lead top-2">{t('mc.desk-lead')}</p>
      {data.items.length === 0 ? (
        <p className="top-3">{t('mc.desk-none')}</p>
      ) : (
        <ul className="work top-3">
          {data.items.map((one) => (
            <Row key={one.document.id} work={one} />
          ))}
        </ul>
      )}
      <Begin />
      <p className="top-3">
        <a href={`/micro-credentials/checks?lang=${language}`}>{t('mc.checks-title')}</a>
      </p>
      <KindsNote />
    </>
  );
}

function Row({ work }: { readonly work: MicroCredentialWork }) {
  const { t, language } = useLanguage();
  const { document, findings, returned } = work;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const parts = [...new Set(errors.map(({ path }) => pathName(path, language)))];
  const about = [
    document.code,
    t('author.version', { version: document.version }),
    document.credits === null ? '' : t('stack.credits', { count: document.credits }),
    t(`outcome.status.${document.status}`),
  ];
  return (
    <li className="plain-row">
      <div>
        <Link to="/outcomes/micro-credentials/$id" params={{ id: document.id }}>
          <Name>{document.content.title === '' ? document.code : document.content.title}</Name>
        </Link>
        <p className="small muted">{about.filter((part) => part !== '').join(', ')}</p>
        {returned === null ? null : (
          <p className="quote">
            <b>{t('worklist.steward-says', { date: longDate(dateOfInstant(returned.at), language) })}</b> {returned.note}
          </p>
        )}
        <p className="small">
          {document.status === 'discontinued' || document.status === 'in-review'
            ? ''
            : parts.length > 0
              ? t('worklist.needs', { parts: parts.join(', ') })
              : document.status === 'draft'
                ? t('worklist.whole')
                : ''}
        </p>
      </div>
      <span className="small muted c">{shortDate(dateOfInstant(work.changedAt), language)}</span>
    </li>
  );
}

/** A code and a title; everything else is written in its own form, which keeps it as it is typed. */
function Begin() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { busy, wrong, act } = useAct();
  const [code, setCode] = useState('');
  const [title, setTitle] = useState('');
  const whole = /^[A-Za-z0-9._:-]{1,56}$/.test(code.trim()) && title.trim() !== '';
  const begin = async (): Promise<void> => {
    await act(async () => {
      const body = { code: code.trim(), title: title.trim().normalize('NFC') };
      const { id } = await api.post('/api/v1/micro-credentials', { body });
      await queries.invalidateQueries({ queryKey: ['micro-credentials', 'worklist'] });
      await navigate({ to: '/outcomes/micro-credentials/$id', params: { id } });
    });
  };
  return (
    <section className="sec" aria-labelledby="begin">
      <header>
        <h2 className="h2" id="begin">
          {t('mc.begin')}
        </h2>
      </header>
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
            {t('mc.code-hint')}
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
          <label htmlFor="title">{t('mc.field.title')}</label>
          <span className="hint" id="title-hint">
            {t('mc.title-hint')}
          </span>
          <input
            id="title"
            className="input"
            autoComplete="off"
            maxLength={200}
            aria-describedby="title-hint"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        {wrong === null ? null : (
          <p className="say wrong" role="alert">
            {wrong}
          </p>
        )}
        <div className="acts">
          <button className="btn" type="submit" disabled={!whole || busy}>
            {t('mc.begin-go')}
          </button>
        </div>
      </form>
    </section>
  );
}
