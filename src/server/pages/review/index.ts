import { z } from 'zod';
import { attemptFor, type Grade, isLate, recordOf, review, rulesOf } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { selectCourse, selectFlags, selectPerson } from '../../../storage/index.ts';
import { type PageRequest, parseAddress, type Reply, type Route, view } from '../../http/page.ts';
import { Conflict } from '../../http/page-errors.ts';
import { drawFigure, type FigurePart } from '../../questions/evidence.ts';
import { type ReviewedQuestion, reviewedQuestion } from '../../questions/reviewed-question.ts';
import type { Server } from '../../server.ts';
import { type ChangePart, changesInWords } from '../../wording/review-rules.ts';
import { VERDICTS, type VerdictLook } from '../../wording/verdicts.ts';

const Address = z.object({ attempt: z.string() });

interface ReviewView {
  readonly href: string;
  readonly number: number;
  readonly quiz: { readonly title: string; readonly href: string };
  /** Whose attempt it is, for somebody else. */
  readonly student: string | null;
  readonly pending: boolean;
  readonly abandoned: boolean;
  readonly late: boolean;
  readonly grade: Grade | null;
  readonly receipt: { readonly at: number; readonly hash: string } | null;
  /** What is right or wrong is shown. */
  readonly judged: boolean;
  readonly verdicts: readonly (VerdictLook & {
    readonly id: string;
    readonly label: string;
    readonly flagged: boolean;
  })[];
  readonly ahead: readonly ChangePart[];
  readonly exercises: readonly {
    readonly number: number;
    readonly title: string;
    readonly text: string;
    readonly figure: FigurePart | null;
    readonly questions: readonly (ReviewedQuestion & { readonly flagged: boolean })[];
  }[];
}

const reviewView = view<ReviewView>('review');

/** An attempt that was handed in: what was entered, what it came to and why, and the solution when it is due. */
export function reviewPage(server: Server): Route[] {
  const { storage, quizOf, views } = server;

  async function show({ who, params, now, language }: PageRequest): Promise<Reply> {
    const { attempt, role } = await attemptFor(storage.read, parseAddress(Address, params).attempt, who.id);
    const href = `/attempts/${attempt.id}`;
    if (attempt.state === 'open') {
      throw new Conflict(
        say('This attempt has not been handed in yet.'),
        say('The result will be here once it has been.'),
        {
          href,
          text: say('Keep working'),
        },
      );
    }
    const mine = attempt.personId === who.id;
    const [record, quiz, course, rules, student, flags] = await Promise.all([
      recordOf(storage.read, attempt),
      quizOf(attempt.quizId, attempt.quizVersion),
      selectCourse(storage.read, attempt.courseId),
      rulesOf(storage.read, attempt),
      selectPerson(storage.read, attempt.personId),
      mine ? selectFlags(storage.read, attempt.id) : new Set<string>(),
    ]);
    const { state, may, ahead, grade, receipt, questions } = review(record, quiz, rules, now, role);
    const reviews = new Map(questions.map((each) => [each.id, each]));
    const speak = language(course.language);
    const show = (question: Question) => {
      const reviewed = reviews.get(question.id);
      return reviewed === undefined
        ? []
        : [
            {
              ...reviewedQuestion(views, question, reviewed, { secret: attempt.secret, language: speak }),
              flagged: flags.has(question.id),
            },
          ];
    };
    return reviewView(
      {
        href,
        number: attempt.number,
        quiz: { title: quiz.title, href: `/courses/${course.id}/quizzes/${rules.id}` },
        student: mine ? null : student.name,
        pending: state === 'submitted',
        abandoned: state === 'abandoned',
        late: isLate(rules, attempt),
        grade,
        receipt,
        judged: may.has('right'),
        // Nothing where not even the verdicts may be shown.
        verdicts: questions.flatMap(({ id, label, judgement }) =>
          judgement === null ? [] : [{ id, label, flagged: flags.has(id), ...VERDICTS[judgement.result] }],
        ),
        ahead: changesInWords(ahead),
        exercises: quiz.exercises.map(({ number, title, text, figure, questions }) => ({
          number,
          title,
          text,
          figure: drawFigure(figure, `exercise-${number}`, speak),
          questions: questions.flatMap(show),
        })),
      },
      { course },
    );
  }

  return [{ path: '/attempts/:attempt/review', get: show }];
}
