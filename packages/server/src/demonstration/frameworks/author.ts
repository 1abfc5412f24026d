/** The short forms that the content of frameworks is written in. Minutes are whole. */

export const unit = (id: string, kind: string, title: string, hours: number | null, more: object = {}) => ({
  id,
  code: id.toUpperCase(),
  kind,
  title,
  minutes: hours === null ? null : hours * 60,
  ...more,
});
export type Unit = ReturnType<typeof unit>;

export const part = (role: string, ...refs: readonly string[]) => refs.map((ref) => ({ ref, role }));

/** Parts that are units, with their size. */
export const sized = (role: string, units: readonly Unit[], source?: string) =>
  units.map(({ id, minutes }) => ({ ref: id, role, minutes, ...(source === undefined ? {} : { source }) }));

export const INVENTED = 'Invented for the demonstration';

/**
 * A unit as an entry of the catalogue: an outcome of another country, without credit or level of New Zealand's and not accredited here.
 * Whether it bears credit is said in its own country's terms.
 */
export const outcomeOf = (levelLabel: string | null, { id, code, title, kind, minutes }: Unit, creditBearing = true) => ({
  id,
  code,
  version: null,
  name: title,
  credits: null,
  level: null,
  field: null,
  subfield: null,
  domain: null,
  lineage: id,
  accredited: false,
  excludes: [],
  group: null,
  lastAssessment: null,
  size: minutes === null ? null : { minutes, amount: String(minutes / 60), unit: 'hour' },
  kind,
  creditBearing,
  levelLabel,
  developer: null,
  assessments: [],
  theory: [],
  practice: [],
  skills: [],
  status: 'legacy',
  registered: null,
  replaces: null,
  gradesAvailable: [],
});
