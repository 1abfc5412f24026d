import { parseArgs } from 'node:util';
import { frameworkNamed, sizeInWords } from '@recognition/recognition/frameworks';
import type { CoursePackageView } from '@recognition/server/course-package/schemas.ts';
import { listCoursePackages, seeCoursePackage } from '@recognition/server/course-package/see.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { partyNamed, readId } from './party.ts';

const LIST = `Usage: nzrr package list --organisation ID [--json]

The packages of courses of an organisation, the newest first: those made for it as an employer, or by it as a provider.

  --json   one line of JSON for each, as GET /api/v1/packages answers it

Exit: 0; 1 when it has none; 2 when there is no such organisation, or the options are off.

Example: npx nzrr package list --organisation demo-lantern
`;

export const packageList: Command = {
  help: LIST,
  run: guarded(LIST, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { organisation: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const { organisation, json } = values;
    if (organisation === undefined) {
      io.err(LIST);
      return 2;
    }
    return withServices(io, async (services) => {
      const all = await listCoursePackages(services, await partyNamed(services, organisation, null));
      for (const one of all)
        io.out(
          json
            ? `${JSON.stringify(one)}\n`
            : `${one.id}  ${one.title}  ${one.status}${one.version === 0 ? '' : `, version ${one.version}`}  ${one.courses} courses  for ${one.employer.id} by ${one.provider.id}${one.withdrawn ? '  a course was withdrawn' : ''}\n`,
        );
      return all.length > 0 ? 0 : 1;
    });
  }),
};

const SHOW = `Usage: nzrr package show <package> --organisation ID [--json]

One package of courses as an organisation of it sees it: its courses in order with their days, days and price in sum, the certificates, one
for each course and none for the package, what either party did, and what stands in the way of agreeing.

  --json   as GET /api/v1/packages/{id} answers it

Exit: 0; 2 when the organisation has no such package, or the options are off.

Example: npx nzrr package show 1 --organisation demo-lantern
`;

export const packageShow: Command = {
  help: SHOW,
  run: guarded(SHOW, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { organisation: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [text, ...more] = positionals;
    const id = readId(text);
    const { organisation, json } = values;
    if (id === null || more.length > 0 || organisation === undefined) {
      io.err(SHOW);
      return 2;
    }
    return withServices(io, async (services) => {
      const one = await seeCoursePackage(services, await partyNamed(services, organisation, null), id);
      io.out(json ? `${JSON.stringify(one, null, 2)}\n` : `${linesOf(one).join('\n')}\n`);
      return 0;
    });
  }),
};

/** A package in lines: the version in force, else what its provider is writing. */
export function linesOf(one: CoursePackageView): readonly string[] {
  const version = one.versions.find((each) => each.version === one.version);
  const content = version?.content ?? one.draft?.content;
  const names = new Map(one.courses.map((course) => [course.id, course]));
  const unit = content === undefined ? undefined : frameworkNamed(content.framework)?.unit;
  const price = (cents: number | null): string => (cents === null ? 'no price' : (cents / 100).toFixed(2));
  const courses = (content?.courses ?? []).map(({ course, dates, after }) => {
    const known = names.get(course);
    const size = known?.minutes == null || unit === undefined ? '' : `, ${sizeInWords(known.minutes, unit, 'en')}`;
    return `  ${known?.code ?? course}  ${known?.name ?? ''}${size}${dates.length === 0 ? '' : `; ${dates.join(', ')}`}${after.length === 0 ? '' : `; after ${after.map((each) => names.get(each)?.code ?? each).join(', ')}`}${known?.withdrawn === true ? '; withdrawn' : ''}`;
  });
  const sums = version?.sums;
  return [
    `${one.title}: ${one.status}${version === undefined ? '' : `, version ${version.version}`}; for ${one.employer.name} by ${one.provider.name}`,
    ...courses,
    ...(sums === undefined
      ? []
      : [
          `In sum ${sums.days} days, ${sums.currency} ${price(sums.price)}${sums.first === null ? '' : `, from ${sums.first} to ${sums.last ?? ''}`}.`,
          ...sums.groups.map(
            ({ name, people, each, all }) => `  ${name}: ${people} people, ${price(each)} each, ${price(all)} in all`,
          ),
          `Certificates, one for each course: ${sums.certificates.map((course) => names.get(course)?.code ?? course).join(', ')}`,
        ]),
    ...one.findings.map(
      ({ severity, text, source }) => `${severity === 'error' ? 'In the way' : 'Advice'}: ${text.en} (${source})`,
    ),
    ...one.acts.map(
      ({ kind, side, version: of, words, at }) =>
        `${at.slice(0, 10)}  ${side}: ${kind}, version ${of}${words === '' ? '' : `. ${words}`}`,
    ),
  ];
}
