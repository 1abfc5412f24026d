import type { CoursePackage, CoursePackageContent, PackageCourse } from '@recognition/client';

export type Content = CoursePackageContent;
export type Planned = Content['courses'][number];
export type Group = Content['groups'][number];

const course = (content: Content, id: string, change: (one: Planned) => Planned): Content => ({
  ...content,
  courses: content.courses.map((one) => (one.course === id ? change(one) : one)),
});

/** The content with one more course at its end. One that stands there stays where it is. */
export function withCourse(content: Content, id: string): Content {
  if (content.courses.some((one) => one.course === id)) return content;
  return {
    ...content,
    courses: [...content.courses, { course: id, after: [], dates: [], prices: content.groups.map(() => null) }],
  };
}

/** The content without a course; nothing comes after it any more. */
export function withoutCourse(content: Content, id: string): Content {
  return {
    ...content,
    courses: content.courses
      .filter((one) => one.course !== id)
      .map((one) => ({ ...one, after: one.after.filter((before) => before !== id) })),
  };
}

export const withDates = (content: Content, id: string, dates: readonly string[]): Content =>
  course(content, id, (one) => ({ ...one, dates: [...new Set(dates)].sort() }));

export const withAfter = (content: Content, id: string, before: string, on: boolean): Content =>
  course(content, id, (one) => ({ ...one, after: on ? [...one.after, before] : one.after.filter((other) => other !== before) }));

export const withPrice = (content: Content, id: string, group: number, price: number | null): Content =>
  course(content, id, (one) => ({
    ...one,
    prices: content.groups.map((_, at) => (at === group ? price : (one.prices[at] ?? null))),
  }));

export const withGroup = (content: Content, group: Group): Content => ({
  ...content,
  groups: [...content.groups, group],
  courses: content.courses.map((one) => ({ ...one, prices: [...content.groups.map((_, at) => one.prices[at] ?? null), null] })),
});

/** The content without a group, and without what it pays. */
export const withoutGroup = (content: Content, at: number): Content => ({
  ...content,
  groups: content.groups.filter((_, nth) => nth !== at),
  courses: content.courses.map((one) => ({ ...one, prices: one.prices.filter((_, nth) => nth !== at) })),
});

/** Skills that were asked for, each with the names of the courses that give it. */
export function coverageOf(
  skills: CoursePackage['skills'],
  content: Content,
  courses: readonly PackageCourse[],
): readonly { readonly skill: CoursePackage['skills'][number]; readonly by: readonly string[] }[] {
  const inside = courses.filter(({ id }) => content.courses.some((one) => one.course === id));
  return skills.map((skill) => ({
    skill,
    by: inside.filter((one) => one.skills.some(({ uri }) => uri === skill.uri)).map(({ name }) => name),
  }));
}

/** Hundredths out of what somebody typed, such as 150 or 1,250.50; null for nothing, undefined for what is no price. */
export function centsOf(typed: string): number | null | undefined {
  const text = typed.replaceAll(/[\s,]/gu, '');
  if (text === '') return null;
  if (!/^\d{1,6}(\.\d{1,2})?$/u.test(text)) return undefined;
  const [whole = '0', part = ''] = text.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** What stands in a field for a price: 150 or 150.50. */
export const priceText = (cents: number | null): string =>
  cents === null ? '' : cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);

/** Money as it is shown: $1,250.00, or with the code of another country's currency. */
export function money(cents: number, currency: string): string {
  return new Intl.NumberFormat('en-NZ', { style: 'currency', currency }).format(cents / 100);
}
