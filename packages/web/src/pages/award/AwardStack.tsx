import type { AwardView } from '@recognition/client';
import { useId, useMemo } from 'react';
import { type Frame, frameFrom, RULE } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { fieldSums } from '../../parts/stack/layout-pile.ts';
import { StackKey } from '../../parts/stack/StackKey.tsx';
import { layoutStack } from '../../parts/stack/layout.ts';
import { stillStack } from '../../parts/stack/still.ts';
import type { StackItem } from '../../parts/stack/types.ts';
import { stackWords } from '../../parts/stack/words.ts';
import { useNarrow } from '../../parts/use-narrow.ts';

/** The picture of what an award stands on: it is settled, so it has no frame to move. */
export function AwardStack({ award }: { readonly award: AwardView }) {
  const { t, language, field } = useLanguage();
  const id = useId().replaceAll(/[^\w]/g, '');
  const narrow = useNarrow();
  const items = useMemo(
    () =>
      award.counted.map(
        (one): StackItem => ({
          id: one.achievement,
          name: one.outcome.name,
          field: one.outcome.field,
          credits: one.outcome.credits,
          date: one.date,
          standing: 'counted',
          leaves: null,
        }),
      ),
    [award],
  );
  const svg = useMemo(() => {
    const frame: Frame = frameFrom(award.from);
    const own = award.major === null ? 0 : (award.fieldCredits[award.major] ?? 0);
    return stillStack(
      layoutStack({
        items,
        window: frame,
        today: null,
        major: award.major,
        need: RULE.credits,
        share: RULE.share,
        size: narrow ? 'narrow' : 'still',
        words: stackWords(language, {
          total: award.credits,
          largest: award.major === null ? null : { credits: own, percent: Math.floor((100 * own) / award.credits) },
          frame,
          missing: 0,
          by: null,
        }),
      }),
      {
        id,
        title: t('stack.title'),
        description: `${t('stack.credits', { count: award.credits })}. ${award.major === null ? '' : `${field(award.major)} ${own}. `}${t('stack.see-table')}`,
      },
      { narrow },
    );
  }, [award, items, narrow, language, id, t, field]);
  // Between a phone and a desk the picture is wider than the window: a region that the keyboard can reach and scroll.
  return (
    <figure>
      <div
        className="picture scroll"
        role="region"
        aria-label={t('stack.award')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <StackKey sums={fieldSums(items, award.major, field)} />
    </figure>
  );
}
