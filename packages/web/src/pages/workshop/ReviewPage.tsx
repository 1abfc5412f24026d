import type { MicroCredentialWriting } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useAct } from '../../parts/use-act.ts';
import { Findings } from '../outcomes/Findings.tsx';
import { Overlaps } from './Overlaps.tsx';
import { TEXTS } from './parts.ts';
import { writingQuery } from './queries.ts';
import { Talk } from './Talk.tsx';

/** A steward reads a micro-credential, with what the checks find and what was said, and returns or lists it. */
export function ReviewPage() {
  const { id } = useParams({ from: '/outcomes/review/micro-credentials/$id' });
  const { data, error, refetch } = useQuery(writingQuery(id));
  if (data !== undefined) return <Review key={id} writing={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Review({ writing }: { readonly writing: MicroCredentialWriting }) {
  const { t, language } = useLanguage();
  const { document } = writing;
  useTitle(document.content.title);
  const page = `/micro-credentials/${encodeURIComponent(document.code)}/${document.version}?lang=${language}`;
  return (
    <>
      <p className="eyebrow">
        <Link to="/outcomes/review">{t('review.title')}</Link>
      </p>
      <h1 className="display">
        <Name>{document.content.title}</Name>
      </h1>
      <p className="small muted top-1">
        {[
          document.code,
          t('author.version', { version: document.version }),
          document.developerName,
          t(`outcome.status.${document.status}`),
        ].join(', ')}{' '}
        <a href={page}>{t('mc.see-page')}</a>
      </p>
      <Decide writing={writing} />
      <section className="sec" aria-labelledby="found">
        <header>
          <h2 className="h2" id="found">
            {t('author.checks')}
          </h2>
          <p className="small muted">
            <a href={`/micro-credentials/checks?lang=${language}`}>{t('checks.link')}</a>
          </p>
        </header>
        {writing.findings.length === 0 ? (
          <p>{t('review.no-findings')}</p>
        ) : (
          <Findings id="findings" findings={writing.findings} />
        )}
        <Overlaps overlaps={writing.overlaps} />
      </section>
      <section className="sec" aria-labelledby="text">
        <header>
          <h2 className="h2" id="text">
            {t('mc.form')}
          </h2>
        </header>
        <ul className="dots">
          {document.parts.map(({ ref, code, name, credits }) => (
            <li key={ref}>
              {code}: <Name>{name}</Name>, {t('stack.credits', { count: credits })}
            </li>
          ))}
        </ul>
        <dl className="kinds">
          {TEXTS.filter((key) => document.content[key] !== '').map((key) => (
            <div key={key}>
              <dt>{t(`mc.text.${key}`)}</dt>
              <dd lang={document.content.lang === language ? undefined : document.content.lang}>{document.content[key]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="sec" aria-labelledby="said">
        <header>
          <h2 className="h2" id="said">
            {t('review.said')}
          </h2>
        </header>
        <Talk writing={writing} />
      </section>
    </>
  );
}

/** Returns it with a comment, or lists it. Two people stand behind a listing. */
function Decide({ writing }: { readonly writing: MicroCredentialWriting }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { busy, wrong, act } = useAct();
  const [note, setNote] = useState('');
  const { id, status } = writing.document;
  if (status !== 'in-review') return <p className="say top-2">{t('review.settled')}</p>;
  const said = note.trim().normalize('NFC');
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    await act(async () => {
      await work();
      await queries.invalidateQueries({ queryKey: ['micro-credentials'] });
      await navigate({ to: '/outcomes/review' });
    });
  };
  const approve = (): Promise<unknown> =>
    api.post('/api/v1/micro-credentials/{id}/publication', {
      path: { id },
      body: { revision: writing.revision, ...(said === '' ? {} : { note: said }) },
    });
  const giveBack = (): Promise<unknown> =>
    api.post('/api/v1/micro-credentials/{id}/return', { path: { id }, body: { note: said } });
  return (
    <section className="decide" aria-labelledby="decide">
      <h2 className="h2" id="decide">
        {t('review.decide')}
      </h2>
      {writing.own ? <p className="say wait">{t('review.own-text')}</p> : null}
      <div className="field">
        <label htmlFor="note">{t('review.note')}</label>
        <span className="hint" id="note-hint">
          {t('review.note-hint')}
        </span>
        <textarea
          id="note"
          className="input"
          maxLength={2000}
          aria-describedby="note-hint"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {wrong === null ? null : (
        <p className="say wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="acts">
        <button className="btn" type="button" disabled={busy || writing.own} onClick={() => void run(approve)}>
          {t('mc.approve')}
        </button>
        <button className="btn second" type="button" disabled={busy || said === ''} onClick={() => void run(giveBack)}>
          {t('review.return')}
        </button>
        <span className="small muted">{said === '' ? t('review.say-why') : ''}</span>
      </div>
    </section>
  );
}
