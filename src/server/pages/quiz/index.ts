import { z } from 'zod';
import {
  changesAhead,
  GradingError,
  handedInAt,
  isLate,
  mayShow,
  nextStart,
  practiceOpens,
  rulesOf,
  startAttempt,
  timetable,
  whyNotStart,
  withShownGrades,
} from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import { givesParts, ruleWarnings } from '../../../quizzes/index.ts';
import { type QuizRow, selectAttempts, selectGradedAttemptsOf } from '../../../storage/index.ts';
import { enrolledIn, quizIn } from '../../http/access/course-access.ts';
import { requireExamBrowser } from '../../http/access/exam-browser.ts';
import { quota } from '../../http/access/quota.ts';
import { parseAddress, type Reply, type Route, type Visit } from '../../http/page.ts';
import { workIn } from '../../pending-marking.ts';
import type { Server } from '../../server.ts';
import { behaviourInWords, certaintyTable } from '../../wording/behaviours.ts';
import { countingWords, gradeInWords, type ShownAttempt } from '../../wording/grades.ts';
import { datesFor } from '../../wording/quiz-dates.ts';
import { changesInWords, itemsInWords } from '../../wording/review-rules.ts';
import { rulesToTell } from '../../wording/rules-to-tell.ts';

const Address = z.object({ course: z.string(), quiz: z.string() });

/** A quiz: when, how often, how it is marked, what you did so far; and the button that starts an attempt. */
export function quizPage(server: Server): Route[] {
  const { storage, quizOf } = server;
  const starting = quota(20, say('You are starting attempts too often; the ones you have are safe.'));

  async function show({ who, now, params }: Visit): Promise<Reply> {
    const address = parseAddress(Address, params);
    const { course, role } = await enrolledIn(server, who, address.course);
    const row = await quizIn(server, course.id, address.quiz, role);
    const of = { courseId: course.id, quizId: row.id, personId: who.id };
    const [rules, quiz, all] = await Promise.all([
      rulesOf(storage.read, of),
      quizOf(row.id, row.version),
      selectGradedAttemptsOf(storage.read, { courseId: course.id, personId: who.id }),
    ]);
    const practice = await practiceOpens(storage.read, of, quiz.source);
    const attempts = withShownGrades(
      all.filter(({ quizId }) => quizId === row.id),
      { rules, role, now },
    );
    const attempt = { state: 'submitted' as const, endedAt: now };
    const siblings = [...attempts.filter(({ state }) => state !== 'open'), attempt];
    const handedInNow = { rules, role: 'student' as const, attempt, siblings, now };
    const running = attempts.find(({ state }) => state === 'open');
    const why = whyNotStart(rules, attempts, now);
    const href = `/courses/${course.id}/quizzes/${row.id}`;
    return {
      view: 'quiz',
      context: {
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
        counting: attempts.length > 1 ? countingWords(rules, attempts) : null,
        shown: itemsInWords([...mayShow(handedInNow)]),
        ahead: changesInWords(changesAhead(handedInNow)),
        instructor: role === 'instructor',
        work: role === 'instructor' ? (await workIn(server, course.id))(row.id) : null,
        warnings: role === 'instructor' ? ruleWarnings(quiz, row) : [],
        practice: practice !== null && { from: now < practice && role === 'student' ? practice : null },
        attempts: attempts.map((attempt) => line(rules, attempt)),
        running: running && { href: `/attempts/${running.id}`, number: running.number },
        mayStart: why === null,
        whyNot: why === null ? null : new GradingError(why).says,
        again: why === 'too-soon' ? nextStart(rules, attempts) : null,
        timezone: course.timezone,
        language: course.language,
      },
    };
  }

  async function start(visit: Visit): Promise<Reply> {
    const { who, params } = visit;
    const address = parseAddress(Address, params);
    const { course, role } = await enrolledIn(server, who, address.course);
    const { id, version } = await quizIn(server, course.id, address.quiz, role);
    requireExamBrowser(await quizOf(id, version), visit);
    await starting(who.id);
    const attempt = await startAttempt(server, { courseId: course.id, quizId: id, personId: who.id });
    return { goTo: `/attempts/${attempt.id}` };
  }

  /** With a limit, the clock runs from the start, so that is asked first. */
  async function ask({ who, now, params }: Visit): Promise<Reply> {
    const address = parseAddress(Address, params);
    const { course, role } = await enrolledIn(server, who, address.course);
    const row = await quizIn(server, course.id, address.quiz, role);
    const of = { courseId: course.id, quizId: row.id, personId: who.id };
    const [rules, attempts] = await Promise.all([
      rulesOf(storage.read, of),
      selectAttempts(storage.read, of),
    ]);
    const href = `/courses/${course.id}/quizzes/${row.id}`;
    const running = attempts.find(({ state }) => state === 'open');
    if (running !== undefined) return { goTo: `/attempts/${running.id}` };
    if (whyNotStart(rules, attempts, now) !== null) return { goTo: href };
    const { ends } = timetable(rules, now);
    return {
      view: 'start',
      context: {
        quiz: { title: row.title, href },
        number: attempts.length + 1,
        rules: rulesToTell(rules),
        // Whoever starts shortly before it closes gets less than the limit.
        cut: rules.timeLimit !== null && ends !== null && ends < now + rules.timeLimit ? ends : null,
        left: rules.attempts === null ? null : rules.attempts - attempts.length,
        timezone: course.timezone,
      },
    };
  }

  return [
    { path: '/courses/:course/quizzes/:quiz', get: show },
    { path: '/courses/:course/quizzes/:quiz/start', get: ask, post: start },
  ];
}

const line = (rules: QuizRow, attempt: ShownAttempt) => ({
  href: `/attempts/${attempt.id}`,
  number: attempt.number,
  startedAt: attempt.startedAt,
  submittedAt: handedInAt(attempt),
  late: isLate(rules, attempt),
  marks: gradeInWords(attempt),
});
