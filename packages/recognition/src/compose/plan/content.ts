import type { LocalDate, RecordId } from '../../record/portable-record.ts';

/** What the catalogue says of a course of a package: an outcome, as it stands on the day of asking. */
export interface CourseFacts {
  readonly id: RecordId;
  readonly name: string;
  /** Whole minutes of learning; null where the catalogue has no size. */
  readonly minutes: number | null;
  /** One of the 17 fields; free fields of a tariff are looked up by it. */
  readonly field: string | null;
  /** The last day on which it may be assessed; null while none is set. */
  readonly lastAssessment: LocalDate | null;
  /** It may not be taught any more, whatever its last day says. */
  readonly withdrawn: boolean;
  /** Whether the provider has consent to assess it. */
  readonly consented: boolean;
}

/** One course as the provider planned it. Its place in the list is its place in the package. */
export interface PlannedCourse {
  readonly course: RecordId;
  /** Courses of the package that come before this one. */
  readonly after: readonly RecordId[];
  /** The days on which it is taught. */
  readonly dates: readonly LocalDate[];
  /** What one participant pays, in hundredths, by group in the order of the groups; null: by the tariff of the framework. */
  readonly prices: readonly (number | null)[];
}

/** People who pay alike, such as a tariff's target group. */
export interface PayingGroup {
  readonly name: string;
  readonly people: number;
}

/** A package as its provider wrote it. */
export interface PackageContent {
  readonly groups: readonly PayingGroup[];
  readonly courses: readonly PlannedCourse[];
}
