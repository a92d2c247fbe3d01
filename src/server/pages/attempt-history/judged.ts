import { verdictOf } from '../../../grading/index.ts';
import type { Marking } from '../../../storage/index.ts';
import { STAFF_VERDICTS } from '../../wording/verdicts.ts';

/** A marking as instructors see it: verdict, mark, notes, evidence, and the reason where a person decides. */
export function judged(marking: Marking) {
  const { outcome, mark, maximum, comment } = marking;
  return {
    ...STAFF_VERDICTS[verdictOf(marking)],
    mark,
    maximum,
    comment,
    notes: outcome.state === 'marked' ? outcome.notes : [],
    witness: outcome.state === 'marked' ? outcome.witness : undefined,
    reason: outcome.state === 'undecided' || outcome.state === 'broken' ? outcome.reason : null,
    byPerson: marking.reason === 'human',
  };
}
