import type { BasketContents } from '@recognition/client';
import type { FrameworkSum, Overlap } from '@recognition/recognition/frameworks';
import { useLanguage } from '../../language/context.tsx';
import { entry, fieldLabel } from '../../language/index.ts';
import { AddToBasket } from '../catalogue/Results.tsx';
import { awardSaid, missingSaid, sizeSaid } from './said.ts';
import type { SaidSum } from './sum.ts';

interface Summed {
  readonly sum: SaidSum;
  readonly contents: BasketContents;
}

/** What the basket adds up to: in New Zealand in full, then in each other framework; what overlaps; what one more part would complete. */
export function AddsUp({ sum, contents }: Summed) {
  const { t } = useLanguage();
  const [own, ...others] = sum.frameworks;
  return (
    <section className="sec" aria-labelledby="adds-up">
      <header>
        <h2 className="h2" id="adds-up">
          {t('basket.adds-up')}
        </h2>
      </header>
      {own === undefined ? null : <InFramework sum={sum} contents={contents} one={own} />}
      <Overlaps sum={sum} contents={contents} />
      <h3 className="h3 top-3">{t('basket.elsewhere')}</h3>
      <p className="measure muted">{t('basket.compared')}</p>
      {others.map((one) => (
        <details key={one.framework} className="elsewhere">
          <summary>
            <b>
              <FrameworkName sum={sum} one={one} />
            </b>{' '}
            <InSize sum={sum} one={one} />
          </summary>
          <InFramework sum={sum} contents={contents} one={one} />
        </details>
      ))}
    </section>
  );
}

function FrameworkName({ sum, one: { framework } }: { readonly sum: SaidSum; readonly one: FrameworkSum }) {
  const { language } = useLanguage();
  return entry(language, `shop.framework.${framework}`) ?? sum.names[framework]?.name[language] ?? framework;
}

function InSize({ sum, one }: { readonly sum: SaidSum; readonly one: FrameworkSum }) {
  const { t, language } = useLanguage();
  return (
    <span>
      {sizeSaid(sum, one, language)}
      {one.size.remainder === 0 ? '' : `, ${t('basket.rounded', { minutes: one.size.remainder })}`}
    </span>
  );
}

function InFramework({ sum, contents, one }: Summed & { readonly one: FrameworkSum }) {
  const { t, language } = useLanguage();
  const title = (id: string): string => sum.definitions.get(id)?.title ?? id;
  const parts = new Map(contents.definitions.flatMap((definition) => definition.parts.map((part) => [part.ref, part] as const)));
  const nameOf = (ref: string): string => parts.get(ref)?.name ?? ref;
  const whole = one.made.filter(({ claimable }) => claimable);
  const enough = one.sized.filter((award) => award.enough);
  // The nearest of those that are made by size: the farther ones say nothing that it does not.
  const [nearest] = one.sized.filter((award) => award.missing > 0).sort((a, b) => a.missing - b.missing);
  return (
    <ul className="sums">
      <li>
        <InSize sum={sum} one={one} />
        {sum.unsized.length === 0 ? null : `, ${t('basket.unsized', { count: sum.unsized.length })}`}
      </li>
      {enough.map(({ award, majors, before }) => (
        <li key={award} className="done">
          {t(before ? 'basket.enough-before' : one.compared ? 'basket.enough-compared' : 'basket.enough', {
            award: awardSaid(sum, one.framework, award, language),
          })}{' '}
          {majors.length === 0
            ? null
            : t('basket.majors', { fields: majors.map((field) => fieldLabel(field, language)).join(', ') })}
        </li>
      ))}
      {whole.map(({ definition, award, before }) => (
        <li key={definition} className="done">
          {t(before ? 'basket.whole-before' : 'basket.whole', {
            name: title(definition),
            award: awardSaid(sum, one.framework, award, language),
          })}
        </li>
      ))}
      {one.oneMore.map(({ ref, completes }) => {
        const outcome = parts.get(ref)?.outcome;
        return (
          <li key={ref} className="one-more">
            <span>{t('basket.one-more', { unit: nameOf(ref), names: completes.map(title).join(', ') })}</span>
            {outcome == null ? null : <AddToBasket id={outcome} name={nameOf(ref)} offering={null} />}
          </li>
        );
      })}
      {nearest === undefined ? null : (
        <li>
          {t('basket.missing', {
            size: missingSaid(sum, one.framework, nearest.missing, language),
            award: awardSaid(sum, one.framework, nearest.award, language),
          })}
        </li>
      )}
    </ul>
  );
}

function Overlaps({ sum, contents }: Summed) {
  const { t } = useLanguage();
  const names = new Map(contents.items.map(({ lineage, name }) => [lineage, name]));
  if (sum.overlaps.length === 0) return null;
  return (
    <>
      <h3 className="h3 top-3">{t('basket.overlaps')}</h3>
      <ul className="sums">
        {sum.overlaps.map((one) => (
          <li key={`${one.kind} ${one.lineage} ${otherOf(one)}`}>
            {t(`basket.overlap.${one.kind}`, {
              name: names.get(one.lineage) ?? one.lineage,
              other: names.get(otherOf(one)) ?? otherOf(one),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

const otherOf = (one: Overlap): string => (one.kind === 'excludes' ? one.other : '');
