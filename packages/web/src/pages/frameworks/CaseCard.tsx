import { readCases, type RecognitionFramework, runCase, type WorkedCase } from '@recognition/recognition/frameworks';
import { useId, useState } from 'react';
import { useLanguage } from '../../language/context.tsx';

interface Props {
  readonly framework: RecognitionFramework;
  readonly given: WorkedCase;
}

type Ran = { readonly ok: true } | { readonly ok: false; readonly lines: readonly string[] };

/** One case: its rule, what it asks and what must come out; and, when opened, the case itself to change and run again. */
export function CaseCard({ framework, given }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const { name, rule, reading, do: what } = given;
  const [text, setText] = useState<string | null>(null);
  const [ran, setRan] = useState<Ran | null>(null);
  const whole = text ?? JSON.stringify(given, null, 2);
  return (
    <li>
      <h2 className="h3" lang="en">
        {name}
      </h2>
      <p className="muted" lang="en">
        {rule}
        {reading === undefined ? '' : ` (${t('frameworks.reading')})`}
      </p>
      <details>
        <summary>{t('frameworks.case-open', { what })}</summary>
        <label className="field top-1" htmlFor={id}>
          <span>{t('frameworks.case-text')}</span>
        </label>
        <textarea
          id={id}
          className="input json"
          rows={14}
          spellCheck={false}
          lang="en"
          value={whole}
          onChange={(event) => {
            setText(event.target.value);
            setRan(null);
          }}
        />
        <div className="acts">
          <button className="btn second slim" type="button" onClick={() => setRan(run(framework, whole))}>
            {t('frameworks.case-run')}
          </button>
          {text === null ? null : (
            <button
              className="link"
              type="button"
              onClick={() => {
                setText(null);
                setRan(null);
              }}
            >
              {t('frameworks.case-reset')}
            </button>
          )}
        </div>
        <div role="status">
          {ran === null ? null : ran.ok ? (
            <p className="say">{t('frameworks.case-agrees')}</p>
          ) : (
            <div className="say wrong">
              <p>{t('frameworks.case-differs')}</p>
              <ul lang="en">
                {ran.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </details>
    </li>
  );
}

/** Runs a case as somebody changed it: what differs, or why it cannot be read. */
function run(framework: RecognitionFramework, text: string): Ran {
  try {
    const json: unknown = JSON.parse(text);
    const [one] = readCases({ framework: framework.id, invented: true, cases: [json] }).cases;
    const lines = one === undefined ? [] : runCase(framework, one);
    return lines.length === 0 ? { ok: true } : { ok: false, lines };
  } catch (error) {
    return { ok: false, lines: [error instanceof Error ? error.message.slice(0, 1000) : String(error)] };
  }
}
