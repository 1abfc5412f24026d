import { TAUGHT_IN, type TaughtIn } from '@recognition/recognition';
import { useLanguage } from '../language/context.tsx';

/** Languages to tick, in the order in which they are listed everywhere. */
export function Languages({
  label,
  hint,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly chosen: readonly TaughtIn[];
  readonly onChange: (chosen: readonly TaughtIn[]) => void;
}) {
  const { t } = useLanguage();
  return (
    <fieldset className="facet">
      <legend>{label}</legend>
      <p className="hint muted">{hint}</p>
      {TAUGHT_IN.map((one) => (
        <label key={one} className="plain">
          <input
            className="choice"
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={() => onChange(TAUGHT_IN.filter((other) => (other === one) !== chosen.includes(other)))}
          />
          <span>{t(`shop.language.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
