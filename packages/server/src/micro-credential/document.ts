import type { MicroCredentialContent } from '@recognition/recognition/micro-credential';

export type Status = 'draft' | 'in-review' | 'published' | 'discontinued';

/** One version of a micro-credential as the database keeps it. */
export interface KeptMicroCredential {
  /** The key of its row. */
  readonly key: number;
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly status: Status;
  readonly developerId: number;
  readonly developer: string;
  readonly developerName: string;
  readonly content: MicroCredentialContent;
  /** Moves with every change of what is written. */
  readonly revision: number;
  /** Since when it waits for a steward. */
  readonly submittedAt: Date | null;
  readonly listedOn: string | null;
  readonly discontinuedOn: string | null;
  readonly changedAt: Date;
}

/** What a use case answers: the id and where it stands now. */
export interface Moved {
  readonly id: string;
  readonly status: Status;
  readonly revision: number;
}
