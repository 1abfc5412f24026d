import { COLUMNS } from '@recognition/recognition/results';
import { Temporal } from 'temporal-polyfill';
import { PERSONAS } from './personas.ts';

/** One result of a persona: which outcome, when, where, and what differs from a plain confirmed "achieved". */
interface Told {
  readonly outcome: string;
  readonly date: string;
  readonly provider: string;
  readonly result?: 'achieved' | 'merit' | 'excellence';
  readonly mode?: 'rpl' | 'crt';
  readonly originalDate?: string;
  readonly originalProvider?: string;
  readonly status?: 'provisional';
}

const CARE = 'demo-harakeke';
const BUSINESS = 'demo-rata';
const INSTITUTE = 'demo-ti-kouka';
const WANANGA = 'demo-te-whare-ako';
const WORKPLACE = 'demo-toetoe';
const TRADES = 'demo-kahikatea';
const CLOSED = 'demo-lancewood';

/** Each persona's results, told relative to the day on which the demonstration is made, so that their states stay telling. */
export function personaResults(today: string): Readonly<Record<string, readonly Told[]>> {
  const day = Temporal.PlainDate.from(today);
  const ago = (years: number, months: number, days = 0): string => day.subtract({ years, months, days }).toString();
  return {
    // Eligible, with Health and Business both attainable as a major.
    marama: [
      { outcome: 'SS01', date: ago(8, 8), provider: WORKPLACE },
      { outcome: 'SS02', date: ago(8, 4), provider: WORKPLACE },
      { outcome: 'HE01', date: ago(6, 9), provider: CARE },
      { outcome: 'HE02', date: ago(6, 2), provider: CARE },
      { outcome: 'CG01', date: ago(5, 8), provider: INSTITUTE },
      { outcome: 'HE03', date: ago(5, 1), provider: CARE, result: 'merit' },
      { outcome: 'MA02', date: ago(4, 6), provider: WANANGA },
      { outcome: 'HE04', date: ago(4, 0), provider: CARE },
      { outcome: 'CI05', date: ago(3, 5), provider: INSTITUTE },
      { outcome: 'BU01', date: ago(2, 7), provider: BUSINESS, result: 'merit' },
      { outcome: 'HE05', date: ago(2, 3), provider: CARE, result: 'excellence' },
      { outcome: 'BU05', date: ago(1, 9), provider: BUSINESS },
      { outcome: 'BU02', date: ago(1, 4), provider: BUSINESS },
      { outcome: 'BU04', date: ago(1, 0), provider: BUSINESS, result: 'merit' },
      { outcome: 'HE06', date: ago(0, 9), provider: CARE, result: 'merit' },
      { outcome: 'SS03', date: ago(0, 5), provider: WORKPLACE, mode: 'rpl' },
      { outcome: 'BU12', date: ago(0, 4), provider: BUSINESS },
      { outcome: 'BU03', date: ago(0, 3), provider: BUSINESS, status: 'provisional' },
    ],
    // 39 credits, of which six leave the window in seven weeks.
    hemi: [
      { outcome: 'PC02', date: ago(6, 10, 12), provider: TRADES },
      { outcome: 'PC04', date: ago(6, 3), provider: TRADES },
      { outcome: 'PC06', date: ago(5, 7), provider: TRADES },
      { outcome: 'PC08', date: ago(5, 0), provider: TRADES },
      { outcome: 'PC01', date: ago(4, 1), provider: TRADES, result: 'merit' },
      { outcome: 'CG09', date: ago(3, 6), provider: INSTITUTE },
      { outcome: 'PC03', date: ago(2, 8), provider: TRADES },
      { outcome: 'PC05', date: ago(1, 7), provider: TRADES },
      { outcome: 'CG01', date: ago(1, 1), provider: INSTITUTE },
      { outcome: 'CG03', date: ago(0, 6), provider: INSTITUTE },
    ],
    // Forty credits that an award has spent, and eleven that came later.
    rangi: [
      { outcome: 'MA03', date: ago(6, 0), provider: WANANGA },
      { outcome: 'MA01', date: ago(5, 6), provider: WANANGA, result: 'merit' },
      { outcome: 'MA02', date: ago(5, 1), provider: WANANGA },
      { outcome: 'MA05', date: ago(4, 4), provider: WANANGA, result: 'excellence' },
      { outcome: 'CG04', date: ago(4, 0), provider: INSTITUTE },
      { outcome: 'HU02', date: ago(3, 3), provider: WANANGA },
      { outcome: 'ED04', date: ago(2, 9), provider: WANANGA },
      { outcome: 'MA07', date: ago(2, 2), provider: WANANGA },
      { outcome: 'HU06', date: ago(1, 8), provider: WANANGA },
      { outcome: 'MA09', date: ago(1, 2), provider: WANANGA },
      { outcome: 'AC03', date: ago(0, 7), provider: WANANGA },
      { outcome: 'AC08', date: ago(0, 2), provider: WANANGA },
    ],
    // Forty credits under an award, one of which is withdrawn afterwards.
    nikau: [
      { outcome: 'EN03', date: ago(6, 1), provider: TRADES },
      { outcome: 'EN01', date: ago(5, 4), provider: TRADES },
      { outcome: 'EN02', date: ago(4, 9), provider: TRADES },
      { outcome: 'EN08', date: ago(4, 0), provider: TRADES },
      { outcome: 'EN05', date: ago(3, 1), provider: TRADES },
      { outcome: 'EN04', date: ago(2, 5), provider: TRADES, result: 'merit' },
      { outcome: 'MF06', date: ago(1, 6), provider: TRADES },
      { outcome: 'MF05', date: ago(0, 8), provider: TRADES },
    ],
    // The oldest counts until 28 February, seven years on.
    aroha: [
      { outcome: 'CS05', date: leapDayWithin(day), provider: 'demo-kanuka' },
      { outcome: 'CS03', date: ago(5, 2), provider: 'demo-kanuka' },
      { outcome: 'CS07', date: ago(4, 8), provider: INSTITUTE },
      { outcome: 'CS06', date: ago(4, 2), provider: INSTITUTE },
      { outcome: 'ED01', date: ago(3, 6), provider: WANANGA },
      { outcome: 'CS01', date: ago(2, 11), provider: 'demo-kanuka', result: 'merit' },
      { outcome: 'CS09', date: ago(2, 0), provider: INSTITUTE },
      { outcome: 'ED07', date: ago(1, 5), provider: WANANGA },
      { outcome: 'HE09', date: ago(1, 0), provider: CARE },
      { outcome: 'SO03', date: ago(0, 9), provider: INSTITUTE },
      { outcome: 'CG02', date: ago(0, 5), provider: INSTITUTE },
      { outcome: 'HE07', date: ago(0, 2), provider: CARE },
    ],
    ira: [
      { outcome: 'HE09', date: ago(1, 1), provider: CARE },
      { outcome: 'HE07', date: ago(0, 8), provider: CARE, result: 'merit' },
      { outcome: 'CG02', date: ago(0, 3), provider: INSTITUTE },
    ],
    hana: [
      { outcome: 'CG02', date: ago(0, 5), provider: INSTITUTE },
      { outcome: 'HE09', date: ago(0, 2), provider: CARE, result: 'merit' },
    ],
    // All of a listed micro-credential, and too little for an award of forty credits.
    kiri: [
      { outcome: 'HE01', date: ago(2, 4), provider: CARE },
      { outcome: 'HE02', date: ago(1, 11), provider: CARE, result: 'merit' },
      { outcome: 'HE03', date: ago(1, 2), provider: CARE },
      { outcome: 'HE08', date: ago(0, 3), provider: CARE },
    ],
    // Twenty-seven credits; what she learned at home would make them an award.
    huhana: [
      { outcome: 'CG01', date: ago(5, 6), provider: INSTITUTE },
      { outcome: 'CG09', date: ago(5, 1), provider: INSTITUTE },
      { outcome: 'CG04', date: ago(4, 3), provider: INSTITUTE },
      { outcome: 'CG03', date: ago(3, 8), provider: INSTITUTE },
      { outcome: 'CS05', date: ago(3, 1), provider: INSTITUTE },
      { outcome: 'CS03', date: ago(2, 6), provider: CARE },
      { outcome: 'CS01', date: ago(1, 9), provider: CARE, result: 'merit' },
      { outcome: 'CS06', date: ago(1, 1), provider: CARE },
      { outcome: 'HE07', date: ago(0, 7), provider: CARE },
    ],
    // Recognised from experience, and transferred from a provider that has closed: a transfer keeps its first date.
    wiremu: [
      { outcome: 'PC07', date: ago(1, 2), provider: TRADES, mode: 'rpl' },
      { outcome: 'AF08', date: ago(1, 2), provider: INSTITUTE, mode: 'rpl' },
      { outcome: 'MF07', date: ago(1, 1), provider: TRADES, mode: 'rpl' },
      { outcome: 'SS08', date: ago(1, 0), provider: INSTITUTE, mode: 'crt', originalDate: ago(5, 3), originalProvider: CLOSED },
      { outcome: 'SS09', date: ago(1, 0), provider: INSTITUTE, mode: 'crt', originalDate: ago(8, 1), originalProvider: CLOSED },
      { outcome: 'PC01', date: ago(0, 8), provider: TRADES },
      { outcome: 'CG09', date: ago(0, 7), provider: INSTITUTE },
    ],
  };
}

/** The oldest 29 February from which seven years have not yet run out. */
function leapDayWithin(today: Temporal.PlainDate): string {
  for (let year = today.year - 7; year <= today.year; year += 1) {
    const leap = Temporal.PlainDate.from({ year, month: 2, day: 29 }, { overflow: 'constrain' });
    if (leap.day === 29 && Temporal.PlainDate.compare(leap.add({ years: 7 }), today) > 0) return leap.toString();
  }
  throw new RangeError('no leap day lies within seven years');
}

/** Lines of a results file for every persona, header first. */
export function* personaRows(today: string): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  const results = personaResults(today);
  for (const persona of PERSONAS) {
    const who = persona.learner;
    if (who === undefined) continue;
    for (const [nth, told] of (results[persona.id] ?? []).entries()) {
      yield `record,${told.provider},${who.nsn},${who.familyName},${who.givenNames},${who.birthDate},${told.outcome},,${told.date},${told.result ?? 'achieved'},${told.mode ?? 'assessed'},${told.originalDate ?? ''},${told.originalProvider ?? ''},${told.status ?? 'confirmed'},demo-${persona.id}-${nth}\n`;
    }
  }
}

/** Nikau's provider withdraws a result that an award stands on. */
export function* withdrawalRows(today: string): Generator<string> {
  const who = PERSONAS.find((persona) => persona.id === 'nikau')?.learner;
  const results = personaResults(today)['nikau'] ?? [];
  const nth = results.findIndex((told) => told.outcome === 'EN04');
  const told = results[nth];
  if (who === undefined || told === undefined) throw new RangeError('the demonstration has no result to withdraw');
  yield 'action,provider,nsn,family_name,given_names,date_of_birth,outcome,date,result,reference\n';
  yield `withdraw,${told.provider},${who.nsn},${who.familyName},${who.givenNames},${who.birthDate},${told.outcome},${told.date},${told.result ?? 'achieved'},demo-nikau-${nth}\n`;
}
