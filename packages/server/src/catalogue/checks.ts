import type { OutcomeDocument } from './document.ts';

/** One thing that a check says of a definition; `error` stands between it and being published. */
export interface Finding {
  readonly check: string;
  readonly severity: 'error' | 'advice';
  /** Where in the definition, such as `skills[0].uri`. */
  readonly path: string;
  /** The rule that the check comes from. */
  readonly source: string;
  readonly text: { readonly en: string; readonly mi: string };
}

const SOURCE = 'R2, S1: a definition is not published without its six parts and its skills';

const PARTS = {
  name: { en: 'It needs a name.', mi: 'Me whai ingoa.' },
  credits: { en: 'It needs a credit value.', mi: 'Me whai uara whiwhinga.' },
  level: { en: 'It needs a level.', mi: 'Me whai kaupae.' },
  assessments: { en: 'Say how it is assessed.', mi: 'Kōrerohia me pēhea te aromatawai.' },
  theory: { en: 'Say what theory it holds.', mi: 'Kōrerohia ngā ariā kei roto.' },
  practice: { en: 'Say what practice it holds.', mi: 'Kōrerohia ngā mahi ā-ringa kei roto.' },
  skills: {
    en: 'Name at least one skill that a learner earns, becomes competent in or showcases.',
    mi: 'Tuhia kia kotahi neke atu te pūkenga ka whiwhi, ka matatau, ka whakaatu rānei te ākonga.',
  },
} as const;

export type Part = keyof typeof PARTS;

const ORDER: readonly Part[] = ['name', 'credits', 'level', 'assessments', 'theory', 'practice', 'skills'];

/** The parts of a definition that are still missing, in the order in which a form asks for them. */
export function missingParts(outcome: Pick<OutcomeDocument, Part>): readonly Part[] {
  return ORDER.filter((part) => {
    const value = outcome[part];
    return value === null || (typeof value === 'object' ? value.length === 0 : value === '');
  });
}

/** Every listing check on a definition, the same for every developer (N4). */
export function checkDefinition(outcome: OutcomeDocument): readonly Finding[] {
  return missingParts(outcome).map((part) => ({
    check: `missing-${part}`,
    severity: 'error',
    path: part,
    source: SOURCE,
    text: PARTS[part],
  }));
}
