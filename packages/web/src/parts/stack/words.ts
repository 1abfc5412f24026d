import { type Frame, type Line } from '../../deciding/model.ts';
import { fieldLabel, type Language, longDate, sayer, shortDate } from '../../language/index.ts';
import { dateOf, dayOf, yearsOn } from './time.ts';
import type { StackItem, StackWords } from './types.ts';

interface Totals {
  readonly total: number;
  readonly largest: { readonly credits: number; readonly percent: number } | null;
  readonly frame: Frame;
  readonly missing: number;
  readonly by: string | null;
}

/** What is written in the picture. */
export function stackWords(language: Language, { total, largest, frame, missing, by }: Totals): StackWords {
  const t = sayer(language);
  return {
    total: total >= 40 ? t('stack.credits', { count: total }) : t('stack.of-40', { count: total }),
    today: t('stack.today'),
    byField: t('stack.by-field'),
    share: largest === null ? '' : t('stack.share', { percent: largest.percent, total }),
    gap:
      total >= 40
        ? null
        : [
            t('stack.gap', { count: missing > 0 ? missing : 40 - total }),
            by === null ? '' : t('stack.gap-by', { date: shortDate(by, language) }),
          ],
    frame: t('stack.frame-label', { from: shortDate(frame.from, language), to: shortDate(frame.to, language) }),
    field: (field) => fieldLabel(field, language),
    leaves: (date) => t('stack.leaves', { date: shortDate(date, language) }),
    below: (item) => belowWord(language, item, frame),
  };
}

function belowWord(language: Language, item: StackItem, frame: Frame): string {
  const t = sayer(language);
  if (item.standing === 'outside')
    return item.date < frame.from
      ? t('below.before', { date: shortDate(dateOf(dayOf(yearsOn(item.date, 7)) + 1), language) })
      : t('below.after');
  return item.standing === 'counted' ? '' : t(`below.${item.standing}`);
}

/** Why a line is not counted, in a plain sentence; the name of the provider stands in it where it matters. */
export function reasonSentence(language: Language, line: Line, standing: StackItem['standing'], frame: Frame): string {
  const t = sayer(language);
  if (line.reason !== null) return t(`reason.${line.reason}`, { provider: line.provider });
  if (line.credits === 0) return t('reason.group');
  if (standing === 'outside')
    return t(line.date < frame.from ? 'reason.before' : 'reason.after', {
      date: shortDate(line.date < frame.from ? dateOf(dayOf(line.lastDay) + 1) : line.date, language),
    });
  return t('reason.spare');
}

/** What a block says of itself in words: name, size, result, and whether it counts. */
export function describer(
  language: Language,
  lines: readonly Line[],
  today: string,
): (item: StackItem) => { title: string; lines: string[] } {
  const t = sayer(language);
  const byId = new Map(lines.map((line) => [line.id, line]));
  // Hundreds of blocks are described again at every move of the frame: each description is made once.
  const made = new Map<string, { title: string; lines: string[] }>();
  const make = (item: StackItem): { title: string; lines: string[] } => {
    const line = byId.get(item.id);
    if (line === undefined) return { title: item.name, lines: [] };
    const size = [
      t('stack.credits', { count: line.credits }),
      fieldLabel(line.field, language),
      line.level === null ? '' : t('outcome.level', { level: line.level }),
    ]
      .filter((part) => part !== '')
      .join(', ');
    const earned = t('line.earned', {
      result: t(`result.${line.result}`),
      date: longDate(line.date, language),
      provider: line.provider,
    });
    const counts =
      item.standing === 'counted'
        ? `${t('line.counts')} ${line.lastDay < today ? '' : t('line.stacks', { date: longDate(line.lastDay, language) })}`
        : item.standing === 'excluded' || item.standing === 'waiting'
          ? reasonSentence(language, line, item.standing, { from: '', to: '' })
          : t(item.standing === 'spare' ? 'reason.spare' : 'line.outside');
    return { title: line.name, lines: [`${size}.`, earned, counts.trim()] };
  };
  return (item) => {
    const key = `${item.id} ${item.standing}`;
    const known = made.get(key) ?? make(item);
    made.set(key, known);
    return known;
  };
}
