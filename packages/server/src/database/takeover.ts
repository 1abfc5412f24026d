import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseError } from './database-error.ts';

const OURS = 'started-by';
const PATIENCE_MS = 20_000;

/** Notes beside the cluster which process runs it, so that a later start can tell an orphan from a neighbour. */
export function noteParent(data: string): void {
  writeFileSync(join(data, OURS), `${process.pid} ${startOf(process.pid)}`);
}

/**
 * Makes way for a start in this folder: removes what a machine that went down left behind, and ends a PostgreSQL whose parent was
 * killed. Throws `database-in-use` when the parent lives.
 */
export async function makeWay(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  if (!isPostgres(pid)) {
    // The number went to another program, or to nobody: PostgreSQL itself would be wary of the first.
    rmSync(lock, { force: true });
    return;
  }
  const parent = parentOf(data);
  if (parent !== null) {
    throw new DatabaseError(
      'database-in-use',
      `Process ${parent} already runs on ${data}: stop it, or give this one a folder of its own with RECOGNITION_DATA.`,
    );
  }
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It ended meanwhile, or belongs to somebody else; the wait below tells which.
  }
  const until = performance.now() + PATIENCE_MS;
  while (isPostgres(pid)) {
    if (performance.now() > until)
      throw new DatabaseError(
        'database-in-use',
        `PostgreSQL (process ${pid}) still runs on ${data} and does not end: end it, then start again.`,
      );
    await new Promise((next) => setTimeout(next, 50));
  }
}

function parentOf(data: string): number | null {
  const note = join(data, OURS);
  if (!existsSync(note)) return null;
  const [pid = '', start = ''] = readFileSync(note, 'utf8').split(' ');
  return alive(Number(pid)) && startOf(Number(pid)) === start ? Number(pid) : null;
}

function isPostgres(pid: number): boolean {
  if (!alive(pid)) return false;
  const command = `/proc/${pid}/comm`;
  if (!existsSync('/proc/self/comm')) return true;
  try {
    return (
      readFileSync(command, 'utf8').startsWith('postgres') && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    );
  } catch {
    return false;
  }
}

function alive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began, so that a number used again is not taken for it; empty where the system does not say. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
