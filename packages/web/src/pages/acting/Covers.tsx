import type { Session } from '@recognition/client';
import { useLanguage } from '../../language/context.tsx';
import { entry, type Language, type Say } from '../../language/index.ts';

type Act = NonNullable<Session['actsFor']>['acts'][number];

/** Every act that an authority may cover beside reading, in the order in which pages list them. */
export const ACTS: readonly Act[] = ['share', 'claim', 'dispute'];

/** The acts in words, one after the other. */
export function actsIn(t: Say, acts: readonly Act[]): string {
  return ACTS.filter((act) => acts.includes(act))
    .map((act) => t(`act.${act}`))
    .join('; ');
}

/** What an authority is called. */
export function authorityIn(language: Language, authority: string): string {
  return entry(language, `authority.${authority}`) ?? authority;
}

/** Check boxes for the acts; their names go into the form's data. */
export function ActBoxes({ legend }: { readonly legend: string }) {
  const { t } = useLanguage();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {ACTS.map((act) => (
        <label key={act}>
          <input className="choice" type="checkbox" name={act} />
          <span>{t(`act.${act}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
