import { type Framework, nz } from '@recognition/recognition';
import { SERVICE_POLICY } from '../dispute/policy.ts';

export interface PolicyTable {
  readonly award: string;
  readonly title: { readonly en: string; readonly mi: string };
  readonly policy: string;
  /** The versions, oldest first. */
  readonly versions: readonly { readonly version: string; readonly from: string }[];
  /** Every parameter with its value in each version, in the order of the versions. */
  readonly parameters: readonly { readonly name: string; readonly values: readonly string[]; readonly differs: boolean }[];
}

/** The policy of every award of a country, its versions side by side. */
export function policyTables(framework: Framework = nz): readonly PolicyTable[] {
  return framework.awards.map(({ id, title, policy, versions }) => {
    const sorted = [...versions].sort((a, b) => (a.from < b.from ? -1 : 1));
    const names = Object.keys(sorted[0] ?? {}).filter((name) => name !== 'version' && name !== 'from');
    return {
      award: id,
      title,
      policy,
      versions: sorted.map(({ version, from }) => ({ version, from })),
      parameters: names.map((name) => {
        const values = sorted.map((one) => textOf(Reflect.get(one, name)));
        return { name, values, differs: new Set(values).size > 1 };
      }),
    };
  });
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}

/** The numbers of the service itself, each with its source. */
export function serviceParameters(): readonly {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly link: string | null;
}[] {
  return Object.entries(SERVICE_POLICY.parameters).map(([name, parameter]) => ({ name, ...parameter }));
}
