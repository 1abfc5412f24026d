import type { SkillSchemeBrought } from '@recognition/client';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { useAct } from '../../parts/use-act.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { FilesToBring, textsOf } from './FilesToBring.tsx';

const FORMS = ['esco', 'singapore', 'skos', 'onet', 'rsd', 'case', 'ctdl-asn', 'moodle'] as const;
type Form = (typeof FORMS)[number];

/** Brings a version of a scheme from its files, all of it or nothing, and says what was not taken. */
export function LoadScheme() {
  const { t } = useLanguage();
  const [scheme, setScheme] = useState('');
  const [from, setFrom] = useState<Form>('skos');
  const [version, setVersion] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const { busy, wrong, act } = useAct();
  const [brought, setBrought] = useState<SkillSchemeBrought | null>(null);
  const bring = (): Promise<boolean> =>
    act(async () => {
      setBrought(null);
      const body = { from, files: await textsOf(files), ...(version.trim() === '' ? {} : { version: version.trim() }) };
      setBrought(await api.post('/api/v1/skills/schemes/{scheme}/versions', { path: { scheme }, body }));
      await queries.invalidateQueries({ queryKey: ['skills'] });
    });
  return (
    <section className="sec" aria-labelledby="load">
      <header>
        <h2 className="h2" id="load">
          {t('schemes.load')}
        </h2>
        <p className="small muted">{t('schemes.load-lead')}</p>
      </header>
      <form
        className="author"
        onSubmit={(event) => {
          event.preventDefault();
          void bring();
        }}
      >
        <div className="pair">
          <div className="field">
            <label htmlFor="load-scheme">{t('schemes.load-scheme')}</label>
            <span className="hint" id="load-scheme-hint">
              {t('schemes.load-scheme-hint')}
            </span>
            <input
              id="load-scheme"
              className="input"
              required
              pattern="[a-z][a-z0-9\-]{0,39}"
              aria-describedby="load-scheme-hint"
              value={scheme}
              onChange={(event) => setScheme(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor="load-version">{t('schemes.load-version')}</label>
            <span className="hint" id="load-version-hint">
              {t('schemes.load-version-hint')}
            </span>
            <input
              id="load-version"
              className="input"
              maxLength={60}
              aria-describedby="load-version-hint"
              value={version}
              onChange={(event) => setVersion(event.target.value)}
            />
          </div>
        </div>
        <div className="field">
          <label htmlFor="load-from">{t('schemes.load-from')}</label>
          <select
            id="load-from"
            className="input"
            value={from}
            onChange={(event) => setFrom(FORMS.find((one) => one === event.target.value) ?? 'skos')}
          >
            {FORMS.map((one) => (
              <option key={one} value={one}>
                {t(`schemes.form.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <FilesToBring id="load-files" ready={scheme !== ''} busy={busy} files={files} onFiles={setFiles} />
      </form>
      <Wrong words={wrong} />
      <div role="status">
        {brought === null ? null : (
          <>
            <p className="say">
              {t('schemes.loaded', {
                scheme: brought.scheme,
                version: brought.version,
                added: wholeNumber(brought.added),
                changed: wholeNumber(brought.changed),
                retired: wholeNumber(brought.retired),
                unchanged: wholeNumber(brought.unchanged),
              })}
            </p>
            {brought.notTaken.length === 0 ? null : <NotTaken rows={brought.notTaken.slice(0, 50)} />}
          </>
        )}
      </div>
    </section>
  );
}

function NotTaken({ rows }: { readonly rows: SkillSchemeBrought['notTaken'] }) {
  const { t } = useLanguage();
  return (
    <table className="tbl stacked">
      <caption>{t('schemes.left')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('schemes.file')}</th>
          <th scope="col" className="r">
            {t('schemes.row')}
          </th>
          <th scope="col">{t('schemes.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ file, row, code, message, detail }) => (
          <tr key={`${file} ${row} ${code} ${detail}`}>
            <th scope="row">{file}</th>
            <td className="r" data-before={t('schemes.row')}>
              {row}
            </td>
            <td data-before={t('schemes.reason')}>
              <span lang="en">{message}</span> <span className="muted breaks">{detail}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
