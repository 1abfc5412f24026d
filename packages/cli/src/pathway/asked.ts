/** The options of a command that plans, as its help says them. */
export const ASKED_HELP = `  --hours N      hours of study a week; 15 when it is left out
  --finish DATE  the last day by which all is done
  --dollars N    what there is to spend
  --town SLUG    where the learner lives, and --km N how far to travel
  --language TAG taught in this language, such as en, mi or nzs; several may be said`;

export const ASKED_OPTIONS = {
  major: { type: 'string' },
  definition: { type: 'string' },
  role: { type: 'string' },
  job: { type: 'string' },
  skill: { type: 'string', multiple: true },
  hours: { type: 'string' },
  finish: { type: 'string' },
  dollars: { type: 'string' },
  town: { type: 'string' },
  km: { type: 'string' },
  language: { type: 'string', multiple: true },
} as const;

interface Said {
  readonly major?: string | undefined;
  readonly definition?: string | undefined;
  readonly role?: string | undefined;
  readonly job?: string | undefined;
  readonly skill?: readonly string[] | undefined;
  readonly hours?: string | undefined;
  readonly finish?: string | undefined;
  readonly dollars?: string | undefined;
  readonly town?: string | undefined;
  readonly km?: string | undefined;
  readonly language?: readonly string[] | undefined;
}

/** What the options ask for, in the form that `askBody` reads. */
export function askedOf(values: Said, aims: readonly string[] | undefined): object {
  return {
    goal: goalOf(values),
    ...(values.hours === undefined ? {} : { hours: Number(values.hours) }),
    ...(values.finish === undefined ? {} : { finish: values.finish }),
    ...(values.dollars === undefined ? {} : { cents: Math.round(Number(values.dollars) * 100) }),
    ...(values.town === undefined ? {} : { town: values.town }),
    ...(values.km === undefined ? {} : { km: Number(values.km) }),
    ...(values.language === undefined ? {} : { languages: values.language }),
    ...(aims === undefined ? {} : { aims }),
  };
}

function goalOf({ major, definition, role, job, skill }: Said): object {
  if (skill !== undefined) return { kind: 'skills', skills: skill };
  const [framework, ...rest] = (definition ?? role ?? job ?? '').split('/');
  if (job !== undefined) return { kind: 'job', source: framework, code: rest.join('/') };
  if (definition !== undefined) return { kind: 'definition', framework, definition: rest.join('/') };
  if (role !== undefined) return { kind: 'role', framework, role: rest.join('/') };
  return { kind: 'alq', major: major ?? null };
}
