import { sql } from 'kysely';

// Conditions on `attempts` and `markings` that say what counts; every list, grade and statistic uses them.

/** The marking is the last of its question in its attempt. */
export const latestMarking = sql<boolean>`markings.sequence = (
  select max(later.sequence) from markings as later
  where later.attempt_id = markings.attempt_id and later.question_id = markings.question_id
)`;

/** The attempt is a student's; what staff try out is theirs alone. */
export const byStudent = sql<boolean>`exists (
  select 1 from enrolments
  where enrolments.course_id = attempts.course_id and enrolments.person_id = attempts.person_id
    and enrolments.role = 'student'
)`;
