import type { Words } from '../../language/index.ts';
import type { Witness } from '../../values/witness.ts';
import type { Path } from '../format/yaml.ts';
import type { Question } from '../quiz.ts';

/**
 * How far a key is known to be right: evaluation decided it; a seeded experiment with a control agrees; a person
 * vouches for it; or it is wrong, or something else in the question is.
 */
export type Status = 'proven' | 'supported' | 'asserted' | 'refuted';

/** Something that checking found. `path` is relative to the question's place in the file. */
export interface Finding {
  readonly path: Path;
  readonly says: Words;
  /** Another place that it is about, relative like `path`. */
  readonly also?: Path;
  /** What the author may see and a log may not: the key, or what the engine would have expected. */
  readonly reveals?: Words;
  readonly witness?: Witness;
  /** Which variant it was found in: what was drawn, and a seed that draws it. */
  readonly variant?: Words;
}

export interface Proof {
  readonly question: Question;
  readonly path: Path;
  readonly status: Status;
  /** Why it is refuted; empty otherwise. */
  readonly findings: readonly Finding[];
  /** Facts worth knowing: how many settings are right, how many mistakes are named; of all variants alike. */
  readonly facts: readonly Words[];
  /** `12 of 12 variants`, for a question that varies. */
  readonly variants?: string;
}
