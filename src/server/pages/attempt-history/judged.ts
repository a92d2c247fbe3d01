import { markingFacts } from '../../../grading/index.ts';
import type { Words } from '../../../language/index.ts';
import type { Marking } from '../../../storage/index.ts';
import type { Note } from '../../../values/outcome.ts';
import { type EvidencePart, evidencePart } from '../../questions/evidence.ts';
import { STAFF_VERDICTS, type VerdictLook } from '../../wording/verdicts.ts';

/** A marking as instructors see it: verdict, mark, notes, evidence, and the reason where a person decides. */
export interface JudgedMarking extends VerdictLook {
  readonly mark: number | null;
  readonly maximum: number;
  readonly comment: string | null;
  readonly notes: readonly Note[];
  readonly witness: { readonly says: Words; readonly table: EvidencePart | null } | null;
  readonly reason: Words | null;
  readonly byPerson: boolean;
}

export function judged(marking: Marking): JudgedMarking {
  const { result, witness, ...facts } = markingFacts(marking);
  return {
    ...STAFF_VERDICTS[result],
    ...facts,
    witness: witness && {
      says: witness.says,
      table: witness.table ? evidencePart(witness.table) : null,
    },
  };
}
