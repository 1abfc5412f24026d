import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { useAct } from '../../parts/use-act.ts';
import { Wrong } from '../../parts/Wrong.tsx';
import { FilesToBring, textsOf } from './FilesToBring.tsx';

const FORMS = ['singapore', 'onet', 'json'] as const;

/** Brings job roles of a public framework, from which employers may begin, and says what was not taken. */
export function LoadRoles({ schemes }: { readonly schemes: readonly { readonly scheme: string }[] }) {
  const { t } = useLanguage();
  const [source, setSource] = useState('');
  const [from, setFrom] = useState<(typeof FORMS)[number]>('onet');
  const [version, setVersion] = useState('');
  const [scheme, setScheme] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const { busy, wrong, act } = useAct();
  const [said, setSaid] = useState('');
  const held = useQuery({ queryKey: ['job-roles', 'sources'], queryFn: () => api.get('/api/v1/job-roles/sources') });
  const bring = (): Promise<boolean> =>
    act(async () => {
      setSaid('');
      const body = { from, version: version.trim(), files: await textsOf(files), ...(scheme === '' ? {} : { scheme }) };
      const answer = await api.post('/api/v1/job-roles/sources/{source}/versions', { path: { source }, body });
      const left = Object.values(answer.left).reduce((sum, count) => sum + count, 0);
      setSaid(t('schemes.roles-brought', { roles: wholeNumber(answer.roles), skilled: wholeNumber(answer.withSkills), left }));
      await queries.invalidateQueries({ queryKey: ['job-roles'] });
    });
  return (
    <section className="sec" aria-labelledby="load-roles">
      <header>
        <h2 className="h2" id="load-roles">
          {t('schemes.roles')}
        </h2>
        <p className="small muted">{t('schemes.roles-lead')}</p>
      </header>
      <ul className="dots">
        {held.data?.items.map((one) => (
          <li key={one.source}>
            {t('schemes.roles-held', { name: one.name, version: one.version, count: wholeNumber(one.roles) })}
          </li>
        ))}
      </ul>
      <form
        className="author"
        onSubmit={(event) => {
          event.preventDefault();
          void bring();
        }}
      >
        <div className="pair">
          <div className="field">
            <label htmlFor="roles-source">{t('schemes.roles-source')}</label>
            <input
              id="roles-source"
              className="input"
              required
              pattern="[a-z][a-z0-9\-]{0,39}"
              value={source}
              onChange={(event) => setSource(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor="roles-version">{t('schemes.load-version')}</label>
            <input
              id="roles-version"
              className="input"
              required
              maxLength={60}
              value={version}
              onChange={(event) => setVersion(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor="roles-from">{t('schemes.load-from')}</label>
            <select
              id="roles-from"
              className="input"
              value={from}
              onChange={(event) => setFrom(FORMS.find((one) => one === event.target.value) ?? 'onet')}
            >
              {FORMS.map((one) => (
                <option key={one} value={one}>
                  {t(`schemes.roles-form.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="roles-scheme">{t('schemes.roles-scheme')}</label>
            <select id="roles-scheme" className="input" value={scheme} onChange={(event) => setScheme(event.target.value)}>
              <option value="">{t('schemes.roles-no-scheme')}</option>
              {schemes.map((one) => (
                <option key={one.scheme} value={one.scheme}>
                  {one.scheme}
                </option>
              ))}
            </select>
          </div>
        </div>
        <FilesToBring
          id="roles-files"
          ready={source !== '' && version.trim() !== ''}
          busy={busy}
          files={files}
          onFiles={setFiles}
        >
          <span role="status">{said}</span>
        </FilesToBring>
      </form>
      <Wrong words={wrong} />
    </section>
  );
}
