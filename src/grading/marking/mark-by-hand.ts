import { say } from '../../language/index.ts';
import { insertMarkings, selectMarkings } from '../../storage/index.ts';
import { GradingError } from '../errors.ts';
import { attemptFor } from '../rules/attempt-access.ts';
import type { GradingServices } from '../services.ts';
import { ENGINE_VERSION } from './engine-version.ts';

interface HandMarking {
  readonly attemptId: string;
  readonly questionId: string;
  /** 0..maximum of the question. */
  readonly mark: number;
  /** For the student; null: none. */
  readonly comment: string | null;
  /** The instructor. */
  readonly by: string;
  /** The sequence of the marking that counted when the instructor decided. Without it, whichever counts is replaced. */
  readonly seen?: number;
}

/** `same`: the last marking is this one already; `overtaken`: it is one that was not seen, so this one is not stored. */
type Marked = 'marked' | 'same' | 'overtaken';

/** Appends a person's marking to a response that the program has marked or left to a person; it counts from now on. */
export function markByHand({ storage, now }: GradingServices, marking: HandMarking): Promise<Marked> {
  const { attemptId, questionId, mark, comment, by, seen } = marking;
  return storage.write(async (db) => {
    const { attempt, role } = await attemptFor(db, attemptId, by);
    if (role !== 'instructor') throw new GradingError('not-instructor');
    if (attempt.state !== 'marked') throw new GradingError('not-marked');
    const before = (await selectMarkings(db, attemptId)).findLast((m) => m.questionId === questionId);
    if (!before) throw new GradingError('unknown-question');
    if (!(mark >= 0 && mark <= before.maximum)) {
      throw new GradingError(
        'mark',
        say('A mark for this question must be a number from 0 to {maximum}.', { maximum: before.maximum }),
      );
    }
    if (before.by === by && before.mark === mark && before.comment === comment) return 'same';
    if (before.sequence !== (seen ?? before.sequence)) return 'overtaken';
    const fraction = mark / before.maximum;
    await insertMarkings(db, attemptId, [
      {
        courseId: attempt.courseId,
        questionId,
        step: before.step,
        carriedStep: null,
        questionVersion: before.questionVersion,
        engineVersion: ENGINE_VERSION,
        reason: 'human',
        at: now(),
        by,
        outcome: { state: 'marked', fraction, notes: [] },
        fraction,
        mark,
        maximum: before.maximum,
        comment,
      },
    ]);
    return 'marked';
  });
}
