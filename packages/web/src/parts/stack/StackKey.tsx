import { useLanguage } from '../../language/context.tsx';
import { Swatch } from '../Swatch.tsx';

/** Which colour is which field, and its credits: for phones, where the picture has no room to say so. Its table says the same. */
export function StackKey({ sums }: { readonly sums: readonly { readonly field: string | null; readonly credits: number }[] }) {
  const { field } = useLanguage();
  return (
    <ul className="key" aria-hidden="true">
      {sums.map((sum) => (
        <li key={sum.field}>
          <Swatch field={sum.field} width={28} height={18} />
          <b>{sum.credits}</b>
          <span>{field(sum.field)}</span>
        </li>
      ))}
    </ul>
  );
}
