import type { SkillSuggestion } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { api, queries, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { closestQuery, labelIn } from '../../parts/SkillPicker.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import type { Content } from './draft.ts';

const refusedKey = (outcome: string) => ['skills', 'refused', outcome] as const;

/** What the text suggests as it is written, best first, each with why; taken or refused, and the answer is kept. */
export function SkillSuggestions({
  outcome,
  said,
  scheme,
  skills,
  onTake,
}: {
  readonly outcome: string;
  /** What the definition says so far. */
  readonly said: string;
  readonly scheme: string;
  readonly skills: Content['skills'];
  readonly onTake: (skill: SkillSuggestion) => void;
}) {
  const { t, language } = useLanguage();
  const settled = useSettled(said, 600);
  const { data: session } = useQuery(sessionQuery);
  const answers = session?.actor === 'developer';
  const { data } = useQuery({ ...closestQuery(settled, 20, scheme), placeholderData: (before) => before });
  const { data: refused, isPending } = useQuery({
    queryKey: refusedKey(outcome),
    queryFn: () => api.get('/api/v1/skills/answers', { query: { outcome } }),
    enabled: answers,
  });
  const gone = new Set([...skills.map(({ uri }) => uri), ...(refused?.refused ?? [])]);
  const items = (data?.items ?? []).filter(({ uri }) => !gone.has(uri)).slice(0, 5);
  const answer = async (skill: SkillSuggestion, place: number, word: 'accepted' | 'refused'): Promise<void> => {
    if (!answers) return;
    const { uri, matcher } = skill;
    if (word === 'refused') queries.setQueryData(refusedKey(outcome), { refused: [...(refused?.refused ?? []), uri] });
    try {
      await api.post('/api/v1/skills/answers', { body: { outcome, uri, matcher, answer: word, place } });
    } catch {
      // The draft is what matters; an answer that was not kept is asked for again another time.
      if (word === 'refused') await queries.invalidateQueries({ queryKey: refusedKey(outcome) });
    }
  };
  // What was refused before is not shown for the moment until that is known.
  if (items.length === 0 || session === undefined || (answers && isPending)) return null;
  return (
    <div className="suggested">
      <span id="suggested">{t('author.suggested')}</span>
      <ul aria-labelledby="suggested">
        {items.map((skill, at) => {
          const name = labelIn(skill, language);
          const near = nearOf(name, skills);
          return (
            <li key={skill.uri}>
              <button
                type="button"
                className="btn second slim"
                onClick={() => {
                  onTake(skill);
                  void answer(skill, at + 1, 'accepted');
                }}
              >
                + {name}
              </button>
              <small className="muted">
                {[
                  skill.scheme,
                  skill.why.words.length > 0
                    ? t('schemes.why-words', { words: skill.why.words.join(', ') })
                    : t(`schemes.why-${skill.why.by}`),
                  skill.why.other ? t('schemes.why-other', { label: skill.why.label }) : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
                {near === null ? null : <b> {t('schemes.near', { label: near })}</b>}
              </small>
              {answers ? (
                <button
                  type="button"
                  className="link"
                  aria-label={t('schemes.refuse-of', { skill: name })}
                  onClick={() => void answer(skill, at + 1, 'refused')}
                >
                  {t('schemes.refuse')}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** A skill that is named already and says nearly the same: most of its telling words are in both. */
function nearOf(name: string, skills: Content['skills']): string | null {
  const words = (text: string): ReadonlySet<string> =>
    new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 6)));
  const own = words(name);
  const near = skills.find(({ label }) => {
    const other = words(label);
    const shared = [...own].filter((word) => other.has(word)).length;
    return shared > 0 && (2 * shared) / (own.size + other.size) >= 0.66;
  });
  return near?.label ?? null;
}
