import { useLanguage } from '../../language/context.tsx';
import { levelOf } from './words.ts';
import { Name } from '../../parts/Name.tsx';
import type { Wanted } from './wanted.ts';

interface Match {
  readonly outcome: string;
  readonly code: string;
  readonly name: string;
  readonly credits: number;
  readonly level: number | null;
  readonly why: readonly { readonly uri: string; readonly label: string; readonly sentence: string }[];
  readonly lacking: readonly { readonly uri: string; readonly label: string }[];
}

/** The outcomes that a story speaks for: why, what is lacking; each is asked for or not. What was chosen before stays in the list. */
export function Matches({
  found,
  wanted,
  onWant,
}: {
  readonly found: readonly Match[];
  readonly wanted: readonly Wanted[];
  readonly onWant: (wanted: readonly Wanted[]) => void;
}) {
  const { t } = useLanguage();
  const gone = wanted.filter(({ outcome }) => !found.some((one) => one.outcome === outcome));
  const all: readonly Match[] = [
    ...gone.map(({ outcome, name, credits }) => ({ outcome, code: '', name, credits, level: null, why: [], lacking: [] })),
    ...found,
  ];
  if (all.length === 0) return <p className="top-2">{t('rpl.no-match')}</p>;
  const toggle = ({ outcome, name, credits }: Match, on: boolean): void =>
    onWant(
      on ? [...wanted, { outcome, name, credits, words: '', evidence: [] }] : wanted.filter((one) => one.outcome !== outcome),
    );
  return (
    <ul className="matches">
      {all.map((one) => (
        <li key={one.outcome}>
          <label className="pick">
            <input
              className="choice"
              type="checkbox"
              aria-labelledby={`match-${one.outcome}`}
              checked={wanted.some(({ outcome }) => outcome === one.outcome)}
              onChange={(event) => toggle(one, event.target.checked)}
            />
            <span id={`match-${one.outcome}`}>
              <span className="strong">
                <Name>{one.name}</Name>
              </span>
              <small>
                {[one.code, t('rpl.credits', { count: one.credits }), levelOf(t, one.level)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </span>
          </label>
          {one.why.map(({ uri, label, sentence }) => (
            <p className="why" key={uri}>
              <b>{label}</b> {t('rpl.because', { sentence })}
            </p>
          ))}
          {one.lacking.length === 0 ? null : (
            <p className="why muted">{t('rpl.lacking', { skills: one.lacking.map(({ label }) => label).join(', ') })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
