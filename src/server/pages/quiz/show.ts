import {
  changesAhead,
  GradingError,
  gradedAttemptsOf,
  handedInAt,
  isLate,
  mayShow,
  nextStart,
  practiceOf,
  rulesOf,
  type ShownAttempt,
  whyNotStart,
  withShownGrades,
} from '../../../grading/index.ts';
import type { Message, Words } from '../../../language/index.ts';
import { givesParts, ruleWarnings } from '../../../quizzes/index.ts';
import type { QuizRow } from '../../../storage/index.ts';
import { enrolledQuiz } from '../../http/access/course-access.ts';
import { type Handler, view } from '../../http/page.ts';
import { activityIn, type QuizActivity } from '../../pending-marking.ts';
import type { Server } from '../../server.ts';
import { behaviourInWords, type CertaintyLine, certaintyTable } from '../../wording/behaviours.ts';
import { gradeInWords, quizGradeWords } from '../../wording/grades.ts';
import { type DatesPart, datesFor } from '../../wording/quiz-dates.ts';
import { type ChangePart, changesInWords, itemsInWords } from '../../wording/review-rules.ts';
import { type RulesPart, rulesToTell } from '../../wording/rules-to-tell.ts';

interface QuizView extends DatesPart {
  readonly course: { readonly title: string; readonly href: string };
  readonly quiz: {
    readonly title: string;
    readonly text: string;
    readonly href: string;
    /** How many there are, and their marks together. */
    readonly exercises: number;
    readonly questions: number;
    readonly maximum: number;
  };
  readonly behaviour: readonly Message[];
  /** Some questions give a part of their marks. */
  readonly inPart: boolean;
  readonly examBrowser: boolean;
  readonly certainty: readonly CertaintyLine[] | null;
  readonly rules: RulesPart;
  /** What is shown right after handing in, and what later. */
  readonly shown: Message | null;
  readonly ahead: readonly ChangePart[];
  readonly instructor: boolean;
  readonly activity: QuizActivity | null;
  readonly warnings: readonly { readonly field: string; readonly message: Words }[];
  /** `from`: until then it cannot be practised; null: it can. */
  readonly practice: { readonly from: number | null } | null;
  readonly attempts: readonly AttemptLine[];
  /** What of them counts. */
  readonly counting: Message | null;
  readonly running: { readonly href: string; readonly number: number } | null;
  readonly mayStart: boolean;
  readonly whyNot: Words | null;
  /** When another attempt may start, where that is all that stands against it. */
  readonly again: number | null;
}

interface AttemptLine {
  readonly href: string;
  readonly number: number;
  readonly startedAt: number;
  readonly submittedAt: number | null;
  readonly late: boolean;
  readonly marks: Message;
}

const quizView = view<QuizView>('quiz');

export const showQuiz =
  (server: Server): Handler =>
  async (request) => {
    const { course, role, row, href } = await enrolledQuiz(server, request);
    const { who, now } = request;
    const { read } = server.storage;
    const of = { courseId: course.id, quizId: row.id, personId: who.id };
    const [rules, quiz, all] = await Promise.all([
      rulesOf(read, of),
      server.quizOf(row.id, row.version),
      gradedAttemptsOf(read, { courseId: course.id, personId: who.id }),
    ]);
    const practice = await practiceOf(read, of, quiz.source, now);
    const attempts = withShownGrades(
      all.filter(({ quizId }) => quizId === row.id),
      { rules, role, now },
    );
    const attempt = { state: 'submitted' as const, endedAt: now };
    const siblings = [...attempts.filter(({ state }) => state !== 'open'), attempt];
    const handedInNow = { rules, role: 'student' as const, attempt, siblings, now };
    const running = attempts.find(({ state }) => state === 'open');
    const why = whyNotStart(rules, attempts, now);
    const staff = role === 'instructor';
    return quizView(
      {
        course: { title: course.title, href: `/courses/${course.id}` },
        quiz: {
          title: row.title,
          text: quiz.text,
          href,
          exercises: quiz.exercises.length,
          questions: quiz.questions,
          maximum: quiz.maximum,
        },
        behaviour: behaviourInWords(quiz.behaviour),
        inPart: givesParts(quiz),
        examBrowser: quiz.source['safe-exam-browser'] !== undefined,
        certainty: certaintyTable(quiz.behaviour),
        ...datesFor(rules, now),
        rules: rulesToTell(rules),
        shown: itemsInWords([...mayShow(handedInNow)]),
        ahead: changesInWords(changesAhead(handedInNow)),
        instructor: staff,
        activity: staff ? (await activityIn(server, course.id))(row.id) : null,
        warnings: staff ? ruleWarnings(quiz, row) : [],
        practice: practice === null ? null : { from: practice.open || staff ? null : practice.from },
        attempts: attempts.map((attempt) => line(rules, attempt)),
        counting: attempts.length > 1 ? quizGradeWords(rules, attempts) : null,
        running: running ? { href: `/attempts/${running.id}`, number: running.number } : null,
        mayStart: why === null,
        whyNot: why === null ? null : new GradingError(why).says,
        again: why === 'too-soon' ? nextStart(rules, attempts) : null,
      },
      { course },
    );
  };

const line = (rules: QuizRow, attempt: ShownAttempt): AttemptLine => ({
  href: `/attempts/${attempt.id}`,
  number: attempt.number,
  startedAt: attempt.startedAt,
  submittedAt: handedInAt(attempt),
  late: isLate(rules, attempt),
  marks: gradeInWords(attempt),
});
