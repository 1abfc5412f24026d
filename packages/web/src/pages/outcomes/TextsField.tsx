import type { Finding } from '@recognition/recognition';
import { useRef } from 'react';
import { useLanguage } from '../../language/context.tsx';
import type { Content } from './draft.ts';
import { Findings } from './Findings.tsx';

type Texts = Content['theory'];

/** A list of texts, each in its language; Enter in none of them adds or loses a line. */
export function TextsField({
  part,
  title,
  hint,
  texts,
  findings,
  onChange,
}: {
  readonly part: 'assessments' | 'theory' | 'practice';
  readonly title: string;
  readonly hint: string;
  readonly texts: Texts;
  readonly findings: readonly Finding[];
  readonly onChange: (texts: Texts) => void;
}) {
  const { t, language } = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const rows = texts.length === 0 ? [{ text: '', lang: language }] : texts;
  const write = (at: number, change: Partial<Texts[number]>): void =>
    onChange(rows.map((row, place) => (place === at ? { ...row, ...change } : row)));
  const add = (): void => {
    onChange([...rows, { text: '', lang: rows.at(-1)?.lang ?? language }]);
    window.setTimeout(() => list.current?.querySelector<HTMLTextAreaElement>('li:last-child textarea')?.focus());
  };
  return (
    <fieldset className="part" id={`part-${part}`}>
      <legend className="h3">{title}</legend>
      <p className="hint">{hint}</p>
      <ol ref={list} className="texts">
        {rows.map((row, at) => (
          // The place is the identity here: a text has no other, and moving focus while typing would lose it.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <textarea
              className="input"
              rows={2}
              lang={row.lang}
              aria-label={t('author.text-of', { part: title, n: at + 1 })}
              aria-describedby={`findings-${part}`}
              value={row.text}
              onChange={(event) => write(at, { text: event.target.value })}
            />
            <div className="text-tools">
              <label>
                <span className="unseen">{t('author.language-of', { n: at + 1 })}</span>
                <select className="input slim" value={row.lang} onChange={(event) => write(at, { lang: event.target.value })}>
                  <option value="en" lang="en">
                    English
                  </option>
                  <option value="mi" lang="mi">
                    Te reo Māori
                  </option>
                  {row.lang === 'en' || row.lang === 'mi' ? null : <option value={row.lang}>{row.lang}</option>}
                </select>
              </label>
              {texts.length < 2 ? null : (
                <button type="button" className="link" onClick={() => onChange(rows.filter((_, place) => place !== at))}>
                  {t('author.take-away')}
                  <span className="unseen"> {t('author.text-of', { part: title, n: at + 1 })}</span>
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <button type="button" className="link" onClick={add}>
        {t('author.add-text')}
        <span className="unseen">: {title}</span>
      </button>
      <Findings id={`findings-${part}`} findings={findings} />
    </fieldset>
  );
}
