import {
  type Attempt,
  type Queries,
  type Role,
  selectOptionalAttempt,
  selectOptionalRole,
} from '../../storage/index.ts';
import { GradingError } from '../errors.ts';

/**
 * An attempt for somebody who may see it: its student, and the instructors of its course, as they are enrolled
 * now. For anybody else it is absent.
 */
export async function attemptFor(
  db: Queries,
  attemptId: string,
  personId: string,
): Promise<{ readonly attempt: Attempt; readonly role: Role }> {
  const attempt = await selectOptionalAttempt(db, attemptId);
  const role = attempt ? await selectOptionalRole(db, attempt.courseId, personId) : null;
  if (!attempt || role === null || (role === 'student' && attempt.personId !== personId)) {
    throw new GradingError('absent');
  }
  return { attempt, role };
}

/** An attempt for the one person who may answer it. */
export async function ownAttempt(db: Queries, attemptId: string, personId: string): Promise<Attempt> {
  const { attempt } = await attemptFor(db, attemptId, personId);
  if (attempt.personId !== personId) throw new GradingError('absent');
  return attempt;
}
