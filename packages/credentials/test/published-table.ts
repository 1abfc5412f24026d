import { expectedOf } from './published-expected.ts';
import { examineFile, failures, type Found, FOLDERS, publishedFiles, unknowns } from './published-files.ts';

/** Whether what was found is what its publishers meant: a good file fails nowhere, a bad one at the check that it is bad at. */
export function agrees(found: Found): boolean {
  const { meant, at } = expectedOf(found.file);
  if (found.examined === null || found.file.includes('/ob20/')) return false;
  const failed = failures(found);
  return meant === 'good'
    ? failed.length === 0 && unknowns(found).length === 0
    : failed.some((one) => one.startsWith(`${at ?? 'format'}/`));
}

/** The page of every published file with what was found about it, written by `npm run published`. */
export async function publishedPage(): Promise<string> {
  const found: Found[] = [];
  for (const file of publishedFiles()) found.push(await examineFile(file));
  const count = found.filter(agrees).length;
  const sections = FOLDERS.map((folder) => {
    const rows = found.filter(({ file }) => file.startsWith(`${folder}/`)).map((one) => row(one, folder));
    return `## ${folder}\n\n| file | meant as | we say | because |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Published credentials, and what we say of them

Written by \`npm run published\` from files of 1EdTech, the Digital Credentials Consortium and W3C that lie beside the project, good ones and ones that
are bad on purpose. Of ${found.length} files ${count} are as their publishers meant them: a good one fails nowhere, a bad one fails at the check that it is bad at. For
each of the others the last column ends with why. Nobody here is on a list of trust, so \`inconclusive\` is the best that a stranger's file can be. Each
issuer is taken to publish the key that the file names.

${sections.join('\n')}`;
}

function row(found: Found, folder: string): string {
  const { meant, apart } = expectedOf(found.file);
  const said = found.examined === null ? 'unreadable' : found.examined.answer;
  const why = agrees(found) || apart === undefined ? '' : ` *${apart}*`;
  return `| ${found.file.slice(folder.length + 1)} | ${meant} | ${said} | ${reasons(found)}${why} |`;
}

/** What failed, else what is unknown besides the stranger: the check and its words, each once. */
function reasons(found: Found): string {
  const codes = failures(found).length > 0 ? failures(found) : unknowns(found);
  const words = codes.map((one) => {
    const [check = '', code = ''] = one.split('/');
    return `\`${check}\` ${sentence(found, check, code)}`;
  });
  return (
    [...new Set(words)].join('; ') ||
    (found.examined === null ? `\`${found.unreadable}\`` : 'every check that does not need trust passes')
  );
}

function sentence({ examined }: Found, check: string, code: string): string {
  const all =
    examined === null
      ? []
      : [examined, ...examined.credentials, ...examined.credentials.flatMap(({ credentials }) => credentials)];
  const one = all.flatMap(({ checks }) => checks).find((finding) => finding.check === check && finding.code === code);
  return one === undefined ? code : one.code === 'incomplete' ? `${one.detail} (${one.data['part'] ?? ''})` : one.detail;
}
