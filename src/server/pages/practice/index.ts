import { z } from 'zod';
import type { Posted } from '../../../answers/kind.ts';
import { rulesOf, solutionOf } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import { practiceFrom } from '../../../quizzes/index.ts';
import { enrolledIn, quizIn } from '../../access.ts';
import { describeMoment } from '../../dates.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { readResponses } from '../../forms.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../page.ts';
import { quota } from '../../quota.ts';
import type { Server } from '../../server.ts';
import { triedQuestion } from '../../tried-question.ts';

const Address = z.object({ course: z.string(), quiz: z.string() });
const ExerciseAddress = Address.extend({ exercise: z.coerce.number().int().positive() });

/** The question whose button was pressed, and those whose answers were checked before; the rest are answers. */
const Tried = z.looseObject({
  check: z.string().optional(),
  checked: z.union([z.string(), z.array(z.string())]).default([]),
});

/** Makes the tokens of options; what is practised is nobody's attempt. */
const PRACTICE_SECRET = 'practice';

/**
 * A quiz to learn with, if its file says so: each answer is judged when its button is pressed, as often as one likes,
 * and everything is shown. What was entered is in the form alone: there is no attempt, so nothing can count it.
 */
export function practicePage(server: Server): Route[] {
  const { storage, quizOf, views } = server;
  const checking = quota(
    60,
    say('You check more often than a person can think. What you typed is in the form.'),
  );

  async function practised({ who, params, now, language }: Visit) {
    const address = parseAddress(Address, params);
    const { course, role } = await enrolledIn(server, who, address.course);
    const row = await quizIn(server, course.id, address.quiz, role);
    const [rules, quiz] = await Promise.all([
      rulesOf(storage.read, { courseId: course.id, quizId: row.id, personId: who.id }),
      quizOf(row.id, row.version),
    ]);
    const href = `/courses/${course.id}/quizzes/${row.id}`;
    const from = practiceFrom(quiz.source.practice, rules);
    if (from === null) throw new NotFound();
    if (now < from && role === 'student') {
      const { when, distance } = describeMoment(from, now, course.timezone, language(course.language));
      throw new Conflict(
        say('This quiz cannot be practised yet.'),
        say('It can be from {when} on, {distance}.', { when, distance }),
        {
          href,
          text: quiz.title,
        },
      );
    }
    return { course, quiz, href };
  }

  async function enter(visit: Visit): Promise<Reply> {
    return { goTo: `${(await practised(visit)).href}/practice/1` };
  }

  async function show(visit: Visit): Promise<Reply> {
    const { exercise: number } = parseAddress(ExerciseAddress, visit.params);
    const { course, quiz, href } = await practised(visit);
    const exercise = quiz.exercises[number - 1];
    if (exercise === undefined) throw new NotFound(say('This quiz has no exercise {number}.', { number }));
    const { check, checked, ...form } = parseForm(Tried, visit.body);
    if (check !== undefined) await checking(visit.who.id);
    const posted: Readonly<Record<string, Posted>> = readResponses(exercise.questions, PRACTICE_SECRET, form);
    const judged = new Set([check, checked].flat());
    const language = visit.language(course.language);
    return {
      view: 'practice',
      context: {
        quiz: { title: quiz.title, href },
        exercises: quiz.exercises.map(({ number, title }) => ({
          number,
          title,
          href: `${href}/practice/${number}`,
        })),
        current: number,
        address: `${href}/practice/${number}`,
        exercise: { ...exercise, figure: exercise.figure?.('exercise', language), questions: null },
        questions: exercise.questions.map((question) => {
          const tried = triedQuestion(views, question, posted[question.id], {
            secret: PRACTICE_SECRET,
            language,
            judged: judged.has(question.id),
          });
          const { judgement } = tried;
          return {
            ...tried,
            checked: judged.has(question.id),
            byPerson: judgement?.verdict === 'undecided' || judgement?.verdict === 'broken',
            hints: judgement?.hint === undefined ? [] : question.hints.slice(1),
            readable: judgement !== null && judgement.verdict !== 'invalid',
            solution: judgement && solutionOf(question, undefined),
          };
        }),
        timezone: course.timezone,
        language: course.language,
      },
    };
  }

  return [
    { path: '/courses/:course/quizzes/:quiz/practice', get: enter },
    { path: '/courses/:course/quizzes/:quiz/practice/:exercise', get: show, post: show },
  ];
}
