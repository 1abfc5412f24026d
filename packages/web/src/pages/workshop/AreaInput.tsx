import type { Finding } from '@recognition/recognition';
import { Findings } from '../outcomes/Findings.tsx';

/** A text of the document, as long as it needs to be, with what the checks say of it. */
export function AreaInput({
  part,
  label,
  hint,
  lang,
  value,
  findings,
  onChange,
}: {
  readonly part: string;
  readonly label: string;
  readonly hint: string;
  readonly lang: string;
  readonly value: string;
  readonly findings: readonly Finding[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <div className="field part" id={`part-${part}`}>
      <label htmlFor={part}>{label}</label>
      <span className="hint" id={`hint-${part}`}>
        {hint}
      </span>
      <textarea
        id={part}
        className="input"
        rows={3}
        lang={lang}
        maxLength={4000}
        aria-invalid={findings.some(({ severity }) => severity === 'error')}
        aria-describedby={`hint-${part} findings-${part}`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Findings id={`findings-${part}`} findings={findings} />
    </div>
  );
}
