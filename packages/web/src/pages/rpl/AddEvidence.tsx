import { ApiError } from '@recognition/client';
import { useId, useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Wrong } from '../../parts/Wrong.tsx';
import { again } from './queries.ts';
import { useAct } from '../../parts/use-act.ts';

const KINDS = ['file', 'link', 'credential'] as const;
type Kind = (typeof KINDS)[number];

const UNPROVED: readonly string[] = ['credential-not-verified', 'credential-of-another'];

/** Keeps something that shows what one can do: a file, a link, or a credential of another issuer. */
export function AddEvidence() {
  const { t } = useLanguage();
  const id = useId();
  const [kind, setKind] = useState<Kind>('file');
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [asDocument, setAsDocument] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const [unproved, setUnproved] = useState(false);
  const { busy, wrong, act: send } = useAct();
  const called = title.trim() === '' ? (file?.name ?? '') : title.trim();
  const keep = async (): Promise<void> => {
    setKept(null);
    const done = await send(async () => {
      if (kind === 'file' && file !== null) await uploaded(file, called);
      if (kind === 'link') await api.post('/api/v1/learners/me/evidence/links', { body: { url: text.trim(), title: called } });
      if (kind === 'credential')
        await credentialKept(file ?? text.trim(), title.trim(), asDocument).catch((error: unknown) => {
          setUnproved(error instanceof ApiError && UNPROVED.includes(error.code));
          throw error;
        });
    });
    if (!done) return;
    setKept(called);
    setTitle('');
    setText('');
    setFile(null);
    setUnproved(false);
    setAsDocument(false);
    // Last, since what is written for the next piece meanwhile would be cleared.
    await again();
  };
  return (
    <details className="act">
      <summary>{t('evidence.add')}</summary>
      <form
        className="ask"
        aria-label={t('evidence.add')}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <fieldset className="reasons">
          <legend className="unseen">{t('evidence.what')}</legend>
          {KINDS.map((one) => (
            <label key={one}>
              <input className="choice" type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => setKind(one)} />
              {t(`evidence.kind.${one}`)}
            </label>
          ))}
        </fieldset>
        {kind === 'link' ? null : (
          <div className="field top-2">
            <label htmlFor={`${id}-file`}>{t('evidence.file')}</label>
            <span className="hint" id={`${id}-file-hint`}>
              {t(kind === 'file' ? 'evidence.file-hint' : 'evidence.credential-hint')}
            </span>
            <input
              key={kept ?? ''}
              className="input"
              id={`${id}-file`}
              type="file"
              required={kind === 'file'}
              aria-describedby={`${id}-file-hint`}
              onChange={(event) => setFile(event.target.files?.item(0) ?? null)}
            />
          </div>
        )}
        {kind === 'file' ? null : (
          <div className="field top-2">
            <label htmlFor={`${id}-text`}>{t(kind === 'link' ? 'evidence.url' : 'evidence.text')}</label>
            <input
              className="input"
              id={`${id}-text`}
              type={kind === 'link' ? 'url' : 'text'}
              required={kind === 'link' || file === null}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
        )}
        <div className="field top-2">
          <label htmlFor={`${id}-title`}>{t('evidence.called')}</label>
          <input
            className="input"
            id={`${id}-title`}
            maxLength={200}
            required={kind === 'link'}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        {kind === 'credential' && unproved ? (
          <label className="pick">
            <input
              className="choice"
              type="checkbox"
              checked={asDocument}
              onChange={(event) => setAsDocument(event.target.checked)}
            />
            <span>{t('evidence.as-document')}</span>
          </label>
        ) : null}
        <Wrong words={wrong} />
        <div className="acts">
          <button className="btn second" type="submit" disabled={busy}>
            {t('evidence.keep')}
          </button>
        </div>
        <p role="status">{busy ? t('evidence.sending') : kept === null ? '' : t('evidence.kept', { title: kept })}</p>
      </form>
    </details>
  );
}

/** A picture or a PDF that carries a credential goes as the file that it is; what was pasted goes as text. */
function credentialKept(given: File | string, title: string, asDocument: boolean): Promise<unknown> {
  const path = '/api/v1/learners/me/evidence/credentials';
  if (typeof given === 'string')
    return api.post(path, { body: { document: given, title: title === '' ? null : title, asDocument } });
  return api.upload(`${path}/files`, given, {
    query: { asDocument: String(asDocument), ...(title === '' ? {} : { title: title.slice(0, 200) }) },
    headers: { 'content-type': 'application/octet-stream' },
  });
}

function uploaded(file: File, title: string): Promise<unknown> {
  return api.upload('/api/v1/learners/me/evidence/files', file, {
    query: { title: title.slice(0, 200) },
    headers: { 'content-type': 'application/octet-stream' },
  });
}
