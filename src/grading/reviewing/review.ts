import type { Posted, Understood } from '../../answers/kind.ts';
import { isCarried } from '../../quizzes/carried-forward/carry-forward.ts';
import type { ReviewItem } from '../../quizzes/format/review-rules.ts';
import { readResponse } from '../../quizzes/marking/read-response.ts';
import type { Question, Quiz } from '../../quizzes/quiz.ts';
import type { Attempt, QuizRow, Role } from '../../storage/index.ts';
import { type Grade, gradeOf, latestMarkings } from '../grades/attempt-grade.ts';
import { resultOf } from '../marking/result.ts';
import { questionsOf } from '../questions.ts';
import { handedInAt } from '../rules/timetable.ts';
import { type AttemptRecord, responsesOf } from './attempt-record.ts';
import { type Judgement, judgementOf, type Solution, solutionOf } from './judgement.ts';
import { type Change, changesAhead, mayShow, type Situation } from './may-show.ts';

/** What may be shown of an attempt to somebody at some moment. */
export interface AttemptReview {
  readonly state: Attempt['state'];
  readonly may: ReadonlySet<ReviewItem>;
  readonly ahead: readonly Change[];
  readonly grade: Grade | null;
  /** When and what was handed in; null where nothing was. */
  readonly receipt: { readonly at: number; readonly hash: string } | null;
  readonly questions: readonly QuestionReview[];
}

export interface QuestionReview {
  readonly id: string;
  readonly label: string;
  readonly maximum: number;
  /** What was entered and what was understood of it, which says nothing of right or wrong. */
  readonly response: { readonly posted: Posted; readonly reading: Understood } | null;
  readonly judgement: Judgement | null;
  readonly solution: Solution | null;
}

/** An attempt with nothing in it but what may be shown now. */
export function review(
  record: AttemptRecord,
  quiz: Quiz,
  rules: QuizRow,
  now: number,
  role: Role,
): AttemptReview {
  const { attempt, siblings } = record;
  const situation: Situation = { rules, role, attempt, siblings, now };
  const may = mayShow(situation);
  const { state, receipt } = attempt;
  const at = handedInAt(attempt);
  const responses = responsesOf(record);
  const markings = latestMarkings(record);

  const reviewed = (question: Question): QuestionReview => {
    const { id, label, maximum } = question;
    const posted = responses.get(id) ?? {};
    const marking = state === 'submitted' ? undefined : markings.get(id);
    // What is right only for a wrong earlier answer tells nobody the solution.
    const right = marking !== undefined && resultOf(marking) === 'right' && !isCarried(marking.outcome);
    const solved = mayShow(situation, right).has('solution');
    const judged = record.steps.find(({ sequence }) => sequence === marking?.step);
    return {
      id,
      label,
      maximum,
      response: may.has('response') ? { posted, reading: readResponse(question, posted) } : null,
      judgement:
        marking && judged ? judgementOf(question, judged, marking, may, role === 'instructor') : null,
      solution: solved ? solutionOf(question, marking) : null,
    };
  };

  return {
    state,
    may,
    ahead: changesAhead(situation),
    grade: may.has('mark') ? gradeOf(record) : null,
    receipt: at === null || receipt === null ? null : { at, hash: receipt },
    questions: [...questionsOf(quiz).values()].map(reviewed),
  };
}
