import { parseArgs } from 'node:util';
import { packageContent } from '@recognition/server/course-package/schemas.ts';
import { openForRequest, openForRole, saveDraft } from '@recognition/server/course-package/write.ts';
import { seeCoursePackage } from '@recognition/server/course-package/see.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readJsonFile } from '../json-file.ts';
import { withServices } from '../open.ts';
import { partyNamed, readId } from './party.ts';

const OPEN = `Usage: nzrr package open --organisation ID --as MAIL (--request ID | --employer ID --title TEXT [--skill URI]...)

Opens a package of courses, as somebody of a provider: for what an employer asked, which has one package at a time, or for a job role of an
employer that did not ask. Writes its number.

Exit: 0; 2 when it was refused, with the reason, or the options are off.

Example: npx nzrr package open --organisation demo-harakeke --as ngaio@example.test --request 3
`;

export const packageOpen: Command = {
  help: OPEN,
  run: guarded(OPEN, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        organisation: { type: 'string' },
        as: { type: 'string' },
        request: { type: 'string' },
        employer: { type: 'string' },
        title: { type: 'string' },
        skill: { type: 'string', multiple: true, default: [] },
      },
    });
    const { organisation, as: mail, employer, title, skill: skills } = values;
    const request = readId(values.request);
    if (
      organisation === undefined ||
      mail === undefined ||
      (request === null) === (employer === undefined || title === undefined)
    ) {
      io.err(OPEN);
      return 2;
    }
    return withServices(io, async (services) => {
      const by = await partyNamed(services, organisation, mail);
      const { id } =
        request === null
          ? await openForRole(services, by, { employer: employer ?? '', title: title ?? '', skills })
          : await openForRequest(services, by, request);
      io.out(`${id}\n`);
      return 0;
    });
  }),
};

const WRITE = `Usage: nzrr package write <package> <content.json> --organisation ID --as MAIL

Keeps what a provider writes of a package, in place of what stood in its draft: the courses in order, what each comes after, their days,
prices by group. The file has the form of CoursePackageContent in the API. Nothing of it has to be finished; "nzrr package propose" checks it.

Exit: 0; 2 when it was refused, with the reason, or the file cannot be used.

Example: npx nzrr package write 3 content.json --organisation demo-harakeke --as ngaio@example.test
`;

export const packageWrite: Command = {
  help: WRITE,
  run: guarded(WRITE, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { organisation: { type: 'string' }, as: { type: 'string' } },
    });
    const [text, file, ...more] = positionals;
    const id = readId(text);
    const { organisation, as: mail } = values;
    if (id === null || file === undefined || more.length > 0 || organisation === undefined || mail === undefined) {
      io.err(WRITE);
      return 2;
    }
    const read = await readJsonFile(file, io);
    const content = packageContent.safeParse(read.ok ? read.value : null);
    if (!read.ok || !content.success) {
      const why = read.ok
        ? content.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
        : read.message;
      io.err(`${file}: ${why ?? ''}\n`);
      return 2;
    }
    return withServices(io, async (services) => {
      const by = await partyNamed(services, organisation, mail);
      const { draft } = await seeCoursePackage(services, by, id);
      const kept = await saveDraft(services, by, id, { content: content.data, revision: draft?.revision ?? 0 });
      io.out(`Package ${id}: ${kept.draft?.content.courses.length ?? 0} courses are kept.\n`);
      return 0;
    });
  }),
};
