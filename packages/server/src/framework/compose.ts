import { DecisionError, explainError } from '@recognition/recognition';
import {
  bundle,
  checkDefinition,
  claimable,
  oneMore,
  packageOf,
  rebundle,
  type RecognitionFramework,
  unbundle,
} from '@recognition/recognition/frameworks';
import type { z } from 'zod';
import { problem } from '../http/problem.ts';
import { definitionsOr422 } from './assess.ts';
import type { composeBody, compositionView } from './schemas.ts';

type Answer = z.input<typeof compositionView>;

/** Composes what a request brings; nothing is kept. What cannot be composed is an answer with its reason, not a failure. */
export function compose(framework: RecognitionFramework, body: z.infer<typeof composeBody>): Answer {
  const definitions = definitionsOr422(body.definitions);
  switch (body.do) {
    case 'unbundle': {
      const parts = definitions.flatMap((one) => unbundle(one));
      return { do: body.do, ok: true, parts: parts.map((part) => ({ ...part })) };
    }
    case 'bundle':
    case 'rebundle': {
      const header = { ...body.header, level: null, sector: null, electives: 0, reviewYears: null, withdrawn: null, listing: {} };
      const made =
        body.do === 'bundle'
          ? bundle(
              header,
              definitions.map(({ parts }) => parts),
            )
          : rebundle(header, definitions, () => true, body.sources);
      if (!made.ok) return { do: body.do, ok: false, refused: { code: made.code, ref: made.ref, message: made.message } };
      return {
        do: body.do,
        ok: true,
        parts: made.definition.parts.map((part) => ({ ...part })),
        minutes: made.definition.minutes,
        once: [...made.once],
      };
    }
    case 'package': {
      const made = packageOf(framework, definitions, body);
      if (!made.ok) return { do: body.do, ok: false, refused: { code: made.code, ref: made.ref, message: made.message } };
      const { ok: _, ...whole } = made;
      return {
        do: body.do,
        ok: true,
        minutes: made.minutes,
        package: { ...whole, courses: [...whole.courses], free: [...whole.free], certificates: [...whole.certificates] },
      };
    }
    case 'claimable': {
      const standings = claimable(framework, definitions, new Map(Object.entries(body.held)));
      return {
        do: body.do,
        ok: true,
        standings: standings.map((one) => ({ ...one, missing: [...one.missing] })),
        oneMore: [...oneMore(standings)].map(([ref, completes]) => ({ ref, completes: [...completes] })),
      };
    }
    case 'check': {
      const others = [...definitions, ...(body.others === undefined ? [] : definitionsOr422(body.others))];
      const { asOf, version } = body;
      try {
        const findings = definitions.flatMap((definition) =>
          checkDefinition(framework, definition, {
            others,
            ...(asOf === undefined ? {} : { asOf }),
            ...(version === undefined ? {} : { version }),
          }).map(({ check, path, source, text }) => ({ definition: definition.id, check, path, source, text })),
        );
        return { do: body.do, ok: findings.length === 0, findings };
      } catch (error) {
        if (error instanceof DecisionError) throw problem(error.code, 422, explainError(error.code, 'en'));
        throw error;
      }
    }
  }
}
