import type { OutcomeWork, SkillView } from '@recognition/client';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { pathName } from './part-name.ts';
import { SkillPicker } from '../../parts/SkillPicker.tsx';

type Fixable = 'assessments' | 'theory' | 'practice' | 'skills';
const FIXABLE: readonly Fixable[] = ['skills', 'assessments', 'theory', 'practice'];

/** Mends the first thing that a legacy outcome lacks in one field, where it stands; whole, it is handed in from here. */
export function QuickFix({ work }: { readonly work: OutcomeWork }) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const { outcome } = work;
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const lacks = FIXABLE.find((part) => work.lacks.includes(part));
  const errors = work.findings.some(({ severity }) => severity === 'error');
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    setSending(true);
    setFailure(null);
    try {
      await act();
      setText('');
      await queries.invalidateQueries({ queryKey: ['outcomes'] });
    } catch (error) {
      setFailure(error);
    }
    setSending(false);
  };
  const mend = (parts: object): Promise<void> =>
    run(() => api.patch('/api/v1/outcomes/{id}', { path: { id: outcome.id }, body: { parts, revision: work.revision } }));
  const pick = (skill: SkillView): void =>
    void mend({
      skills: [
        ...outcome.skills,
        { uri: skill.uri, scheme: skill.scheme, label: skill.en, relation: 'competent', proficiency: null },
      ],
    });
  const label = lacks === undefined ? '' : t('quick.add', { part: pathName(lacks, t).toLowerCase(), name: outcome.code });
  return (
    <div className="quick">
      {lacks === 'skills' ? <SkillPicker label={label} onPick={pick} /> : null}
      {lacks === undefined || lacks === 'skills' ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') void mend({ [lacks]: [{ text: text.trim().normalize('NFC'), lang: language }] });
          }}
        >
          <label htmlFor={`quick-${outcome.id}`} className="label">
            {label}
          </label>
          <div className="picker-field">
            <input
              id={`quick-${outcome.id}`}
              className="input"
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <button className="btn slim" type="submit" disabled={sending || text.trim() === ''}>
              {t('quick.save')}
            </button>
          </div>
        </form>
      )}
      {errors || lacks !== undefined ? null : (
        <button
          className="btn slim"
          type="button"
          disabled={sending}
          onClick={() => void run(() => api.post('/api/v1/outcomes/{id}/submission', { path: { id: outcome.id }, body: {} }))}
        >
          {t('author.hand-in')}
          <span className="unseen"> {outcome.code}</span>
        </button>
      )}
      {failure === null ? null : (
        <p className="say wrong" role="alert">
          {trouble(failure)}
        </p>
      )}
    </div>
  );
}
