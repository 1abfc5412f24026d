import type { Finding } from '@recognition/recognition';
import { Findings } from './Findings.tsx';

/** One line of the form, with what the checks say of it. What a legacy outcome was listed with is shown and stays. */
export function TextInput({
  part,
  label,
  hint,
  value,
  type = 'text',
  inputMode,
  isFixed = false,
  findings,
  onChange,
}: {
  readonly part: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'numeric';
  readonly isFixed?: boolean;
  readonly findings: readonly Finding[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <div className="field part" id={`part-${part}`}>
      <label htmlFor={part}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`hint-${part}`}>
          {hint}
        </span>
      )}
      <input
        id={part}
        className="input"
        type={type}
        inputMode={inputMode}
        readOnly={isFixed}
        autoComplete="off"
        aria-invalid={findings.some(({ severity }) => severity === 'error')}
        aria-describedby={hint === undefined ? `findings-${part}` : `hint-${part} findings-${part}`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Findings id={`findings-${part}`} findings={findings} />
    </div>
  );
}
