import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { ProviderPicker } from '../../parts/ProviderPicker.tsx';
import { rolesQuery } from './queries.ts';

interface Draft {
  readonly provider: { readonly id: string; readonly name: string } | null;
  readonly title: string;
  readonly words: string;
  readonly people: string;
  readonly place: string;
  readonly beginsBy: string;
}

const EMPTY: Draft = { provider: null, title: '', words: '', people: '1', place: '', beginsBy: '' };

/** Asks a provider for teaching made for a need: for whom, how many, where, by when, and which skills. */
export function AskPage() {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const { role: chosen } = useSearch({ from: '/talent/packages/new' });
  const { data } = useQuery(rolesQuery);
  const role = data?.items.find(({ id }) => id === chosen);
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [key] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useTitle(t('talent.ask-title'));
  const write = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const { provider } = draft;
  const people = Number(draft.people);
  const ready =
    provider !== null && draft.title.trim() !== '' && draft.words.trim() !== '' && Number.isInteger(people) && people > 0;
  const send = async (): Promise<void> => {
    if (provider === null) return;
    setBusy(true);
    setError(null);
    try {
      await api.post('/api/v1/packages/requests', {
        key,
        body: {
          provider: provider.id,
          title: draft.title,
          words: draft.words,
          people,
          place: draft.place,
          beginsBy: draft.beginsBy === '' ? null : draft.beginsBy,
          skills: role?.skills.map(({ uri }) => uri) ?? [],
        },
      });
      await queries.invalidateQueries({ queryKey: ['packages'] });
      await navigate({ to: '/talent' });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <>
      <p className="eyebrow">
        <Link to="/talent">{t('talent.title')}</Link>
      </p>
      <h1 className="display">{t('talent.ask-title')}</h1>
      <p className="lead top-2">{t('talent.ask-lead')}</p>
      <form
        className="form top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ProviderPicker picked={draft.provider} onPick={(provider) => write({ provider })} />
        <TextField name="title" label={t('talent.need')} value={draft.title} most={200} onChange={(title) => write({ title })} />
        <div className="field">
          <label htmlFor="words">{t('talent.need-words')}</label>
          <span className="hint" id="words-hint">
            {t('talent.need-hint')}
          </span>
          <textarea
            id="words"
            aria-describedby="words-hint"
            className="input"
            required
            maxLength={4000}
            value={draft.words}
            onChange={(event) => write({ words: event.target.value })}
          />
        </div>
        {role === undefined ? null : (
          <div>
            <p>{t('talent.from-role', { title: role.title })}</p>
            <ul className="tags">
              {role.skills.map((skill) => (
                <li key={skill.uri}>{skill.en}</li>
              ))}
            </ul>
          </div>
        )}
        <div className="pair">
          <TextField
            name="people"
            label={t('talent.how-many')}
            value={draft.people}
            most={6}
            numeric
            onChange={(people) => write({ people })}
          />
          <TextField
            name="place"
            label={t('talent.place')}
            value={draft.place}
            most={200}
            onChange={(place) => write({ place })}
            optional
          />
          <div className="field">
            <label htmlFor="begins">{t('talent.begins-by')}</label>
            <input
              id="begins"
              className="input"
              type="date"
              value={draft.beginsBy}
              onChange={(event) => write({ beginsBy: event.target.value })}
            />
          </div>
        </div>
        {error === null ? null : (
          <p className="say wrong" role="alert">
            {trouble(error)}
          </p>
        )}
        <div className="acts">
          <button type="submit" className="btn" disabled={!ready || busy}>
            {t('talent.ask')}
          </button>
          <Link className="link" to="/talent">
            {t('talent.not-now')}
          </Link>
        </div>
      </form>
    </>
  );
}

function TextField({
  name,
  label,
  value,
  most,
  numeric = false,
  optional = false,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly numeric?: boolean;
  readonly optional?: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        className="input"
        value={value}
        maxLength={most}
        required={!optional}
        inputMode={numeric ? 'numeric' : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
