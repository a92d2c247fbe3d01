import { type Grade, quizGradeOf, type ShownAttempt } from '../../grading/index.ts';
import { type Message, say } from '../../language/index.ts';
import type { QuizRow } from '../../storage/index.ts';

/** `7.5 of 12`, with what a person still has to mark. */
function showGrade({ mark, maximum, undecided }: Grade): Message {
  const marks = say('{mark} of {maximum}', { mark, maximum });
  return undecided === 0 ? marks : say('{marks}, {n} to be marked by hand', { marks, n: undecided });
}

/** How far an attempt is: its grade, if it has one that may be shown. */
export function gradeInWords({
  grade,
  state,
  withheld,
}: Pick<ShownAttempt, 'grade' | 'state' | 'withheld'>): Message {
  if (grade !== null) return showGrade(grade);
  if (state === 'open') return say('in progress');
  if (state === 'abandoned') return say('time ran out');
  return withheld ? say('handed in') : say('being marked');
}

/** What counts of these attempts: `7.5 of 12, late`; null if none was handed in that has a grade to show. */
export function quizGradeWords(rules: QuizRow, attempts: readonly ShownAttempt[]): Message | null {
  const { grade = null, late = false } = quizGradeOf(rules, attempts) ?? {};
  if (grade === null) return null;
  return late ? say('{marks}, late', { marks: showGrade(grade) }) : showGrade(grade);
}
