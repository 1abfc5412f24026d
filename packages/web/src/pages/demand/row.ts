import type { SkillFigures } from '@recognition/client';

/** A skill's numbers in one place: what is anywhere counts there too. */
export function rowOf(one: SkillFigures, region: string | null) {
  const { uri, scheme, slug, en, mi, outcomes } = one;
  const at = ({ total, anywhere, byRegion }: SkillFigures['roles']): number =>
    region === null ? total : anywhere + (byRegion[region] ?? 0);
  return {
    uri,
    scheme,
    slug,
    en,
    mi,
    outcomes,
    roles: at(one.roles),
    offerings: at(one.offerings),
    people: region === null ? one.people.total : (one.people.byRegion[region] ?? null),
  };
}
export type DemandRow = ReturnType<typeof rowOf>;
