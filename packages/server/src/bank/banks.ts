import {
  type Award,
  type CreditBank,
  FRAMEWORK_IDS,
  frameworks,
  type RecognitionFramework,
  versionInForce,
} from '@recognition/recognition/frameworks';
import { problem } from '../http/problem.ts';

/** A bank of credits: a framework whose file has an account of the rule `credit-bank`. Which countries have one is data. */
export interface Bank {
  readonly framework: RecognitionFramework;
  readonly rule: CreditBank;
}

export const BANKS: readonly Bank[] = FRAMEWORK_IDS.flatMap((id) =>
  frameworks[id].accounts.flatMap((rule) => (rule.rule === 'credit-bank' ? [{ framework: frameworks[id], rule }] : [])),
);

/** The bank with this framework and id; 404 `unknown-bank`. */
export function bankOr404(framework: string, id: string): Bank {
  const bank = BANKS.find((one) => one.framework.id === framework && one.rule.id === id);
  if (bank === undefined) throw problem('unknown-bank', 404, 'There is no such bank of credits.');
  return bank;
}

type Composed = Extract<Award, { rule: 'compose' }>;
type Version = Composed['versions'][number];

/** The awards for which a bank's credit may be debited on a day: those whose rule in force debits. */
export function debitingAwards({ framework }: Bank, on: string): readonly Composed[] {
  return inForce(framework, on).flatMap(([award, { use }]) => (use === 'debits' ? [award] : []));
}

/** The awards made of one part that was recognised from prior learning: by a portfolio of evidence. */
export function portfolioAwards({ framework }: Bank, on: string): readonly { readonly award: Composed; readonly role: string }[] {
  return inForce(framework, on).flatMap(([award, { composition, definition }]) => {
    if (composition.kind !== 'all-of' || definition?.parts?.most !== 1) return [];
    const [role] = composition.roles;
    return composition.modes?.includes('rpl') === true && role !== undefined ? [{ award, role }] : [];
  });
}

function inForce(framework: RecognitionFramework, on: string): readonly (readonly [Composed, Version])[] {
  return framework.awards.flatMap((award) => {
    if (award.rule !== 'compose') return [];
    const version = versionInForce(award, on);
    return version === null ? [] : [[award, version] as const];
  });
}

/** A course; and every kind of which some award of the framework counts no more than a share. */
export function creditKinds({ framework }: Bank): readonly string[] {
  const capped = framework.awards.flatMap((award) =>
    award.rule === 'compose'
      ? award.versions.flatMap(({ caps }) => caps.flatMap((cap) => (cap.on === 'kind' ? cap.kinds : [])))
      : [],
  );
  return [...new Set(['course', ...capped])];
}
