import type { MicroCredentialWriting } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { KindsNote } from '../../parts/KindsNote.tsx';
import { Name } from '../../parts/Name.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useAct } from '../../parts/use-act.ts';
import { writingQuery } from './queries.ts';
import { Talk } from './Talk.tsx';
import { Writing } from './Writing.tsx';

/** One micro-credential of a developer: written while it is theirs to write, read while a steward has it or it is listed. */
export function WritePage() {
  const { id } = useParams({ from: '/outcomes/micro-credentials/$id' });
  const { data, error, refetch } = useQuery(writingQuery(id));
  if (data !== undefined) return <Document key={id} writing={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Document({ writing }: { readonly writing: MicroCredentialWriting }) {
  const { t, language } = useLanguage();
  const { document, submittedAt, events } = writing;
  useTitle(document.content.title);
  const returned = events.findLast(({ kind }) => kind === 'returned' || kind === 'submitted');
  return (
    <>
      <p className="eyebrow">
        <Link to="/outcomes/micro-credentials">{t('mc.desk')}</Link>
      </p>
      <h1 className="display">
        <Name>{document.content.title === '' ? document.code : document.content.title}</Name>
      </h1>
      <p className="small muted top-1">
        {[document.code, t('author.version', { version: document.version }), t(`outcome.status.${document.status}`)].join(', ')}{' '}
        <a href={`/micro-credentials/${encodeURIComponent(document.code)}/${document.version}?lang=${language}`}>
          {t('mc.see-page')}
        </a>
      </p>
      {document.status === 'draft' && returned?.kind === 'returned' ? (
        <div className="say wait top-2">
          <div>
            <b>{t('author.returned')}</b>
            <p className="measure">{returned.note}</p>
          </div>
        </div>
      ) : null}
      {document.status === 'draft' ? (
        <Writing writing={writing} />
      ) : (
        <p className="lead top-2">
          {submittedAt !== null
            ? t('mc.waits', { date: longDate(dateOfInstant(submittedAt), language) })
            : t(document.status === 'published' ? 'mc.stands' : 'mc.ended')}
        </p>
      )}
      {document.status === 'published' ? <NextVersion writing={writing} /> : null}
      <section className="sec" aria-labelledby="said">
        <header>
          <h2 className="h2" id="said">
            {t('review.said')}
          </h2>
        </header>
        <Talk writing={writing} />
      </section>
      <KindsNote />
    </>
  );
}

function NextVersion({ writing }: { readonly writing: MicroCredentialWriting }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { busy, wrong, act } = useAct();
  const begun = writing.versions.find(({ status }) => status === 'draft' || status === 'in-review');
  const begin = async (): Promise<void> => {
    await act(async () => {
      const { id } = await api.post('/api/v1/micro-credentials/{id}/versions', { path: { id: writing.document.id } });
      await queries.invalidateQueries({ queryKey: ['micro-credentials'] });
      await navigate({ to: '/outcomes/micro-credentials/$id', params: { id } });
    });
  };
  return (
    <div className="acts">
      {begun === undefined ? (
        <button className="btn second" type="button" disabled={busy} onClick={() => void begin()}>
          {t('mc.next-version')}
        </button>
      ) : (
        <Link to="/outcomes/micro-credentials/$id" params={{ id: begun.id }}>
          {t('author.version', { version: begun.version })}
        </Link>
      )}
      {wrong === null ? null : (
        <p className="say wrong" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
