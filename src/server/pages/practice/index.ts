import { z } from 'zod';
import type { Posted } from '../../../answers/kind.ts';
import { practiceOpens, solutionOf } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Quiz } from '../../../quizzes/index.ts';
import type { Person } from '../../../storage/index.ts';
import { enrolledIn, quizIn } from '../../http/access/course-access.ts';
import { quota } from '../../http/access/quota.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../http/page.ts';
import { Conflict, NotFound } from '../../http/page-errors.ts';
import { liveReading, readingQuota } from '../../questions/live-reading.ts';
import { readResponses } from '../../questions/posted-sheet.ts';
import { NO_SUCH_VARIANT, seededVariant, variantPaging } from '../../questions/seeded-variant.ts';
import { triedQuestion } from '../../questions/tried-question.ts';
import type { Server } from '../../server.ts';
import { describeMoment } from '../../wording/dates.ts';
import { drawnInWords } from '../../wording/variants.ts';
import { anotherName, isKept, namedVariant, Which } from './variant.ts';

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
 * A quiz to learn with, if its file says so, and for instructors to try out: each answer is judged when its button is
 * pressed, as often as one likes, and everything is shown. What was entered is in the form alone, and the variant in the
 * address: there is no attempt, so nothing can count it.
 */
export function practicePage(server: Server): Route[] {
  const { storage, quizOf, views, sessionSecret } = server;
  const reading = readingQuota();
  const checking = quota(60, say('You are checking too fast. What you typed is still in the form.'));
  const drawing = quota(30, say('You are drawing new variants too fast.'));

  async function practised({ who, params, now, language }: Visit) {
    const address = parseAddress(Address, params);
    const { course, role } = await enrolledIn(server, who, address.course);
    const row = await quizIn(server, course.id, address.quiz, role);
    const quiz = await quizOf(row.id, row.version);
    const of = { courseId: course.id, quizId: row.id, personId: who.id };
    const from = await practiceOpens(storage.read, of, quiz.source);
    const href = `/courses/${course.id}/quizzes/${row.id}`;
    const staff = role === 'instructor';
    if (from === null && !staff) throw new NotFound();
    if (from !== null && now < from && !staff) {
      const { when, distance } = describeMoment(from, now, course.timezone, language(course.language));
      throw new Conflict(
        say('This quiz cannot be practised yet.'),
        say('You can practise it from {when}, {distance}.', { when, distance }),
        { href, text: quiz.title },
      );
    }
    return { course, quiz, href, staff, forStudents: from !== null && now >= from };
  }

  /** Where a variant that is drawn now is practised; null: nothing is drawn. */
  async function drawAnew(visit: Visit, exercise: number): Promise<string | null> {
    const { quiz, href, staff } = await practised(visit);
    if (!quiz.varied || staff) return null;
    await drawing(visit.who.id);
    const { not } = parseForm(Which, visit.query);
    return `${href}/practice/${exercise}?variant=${anotherName(quiz, not, exercise, sessionSecret)}`;
  }

  async function enter(visit: Visit): Promise<Reply> {
    const goTo = await drawAnew(visit, 1);
    return { goTo: goTo ?? `${(await practised(visit)).href}/practice/1` };
  }

  async function open(visit: Visit): Promise<Reply> {
    const { exercise } = parseAddress(ExerciseAddress, visit.params);
    const { variant, seed } = parseForm(Which, visit.query);
    const goTo = variant === undefined && seed === undefined ? await drawAnew(visit, exercise) : null;
    return goTo === null ? show(visit) : { goTo };
  }

  /** The variant that the address means, and what stands in every address of it. Anybody can make up names of variants. */
  async function drawnFor(quiz: Quiz, { variant = '', seed }: Which, { id }: Person, staff: boolean) {
    if (!quiz.varied) return { drawn: quiz, query: '', another: null };
    if (!staff) {
      if (!isKept(quiz, variant)) await drawing(id);
      return {
        drawn: namedVariant(quiz, variant, sessionSecret),
        query: `?variant=${variant}`,
        another: `?not=${variant}`,
      };
    }
    const drawn = seededVariant(quiz, seed);
    if (drawn === null) throw new NotFound(NO_SUCH_VARIANT);
    return { drawn, query: seed === undefined ? '' : `?seed=${seed}`, another: null };
  }

  async function show(visit: Visit): Promise<Reply> {
    const { exercise: number } = parseAddress(ExerciseAddress, visit.params);
    const which = parseForm(Which, visit.query);
    const { course, quiz, href, staff, forStudents } = await practised(visit);
    const { drawn, query, another } = await drawnFor(quiz, which, visit.who, staff);
    const exercise = drawn.exercises[number - 1];
    if (exercise === undefined) throw new NotFound(say('This quiz has no exercise {number}.', { number }));
    const { check, checked, ...form } = parseForm(Tried, visit.body);
    if (check !== undefined || checked.length > 0) await checking(visit.who.id);
    const posted: Readonly<Record<string, Posted>> = readResponses(exercise.questions, PRACTICE_SECRET, form);
    const judged = new Set([check, checked].flat());
    const language = visit.language(course.language);
    const words = staff ? drawnInWords(drawn) : new Map<string, never>();
    const addressOf = (exercise: number, search: string) => `${href}/practice/${exercise}${search}`;
    return {
      view: 'practice',
      // What students may not see yet stays on no machine.
      ...(forStudents && { goBack: true }),
      context: {
        quiz: { title: quiz.title, href },
        exercises: drawn.exercises.map(({ number, title }) => ({
          number,
          title,
          href: addressOf(number, query),
        })),
        current: number,
        address: addressOf(number, query),
        reads: `${href}/practice/${number}/read${query}`,
        staff,
        forStudents,
        another: another && addressOf(number, another),
        paging: staff ? variantPaging(quiz, which.seed, (search) => addressOf(number, search)) : null,
        paper: staff ? `${href}/sheet${query}` : null,
        exercise: { ...exercise, figure: exercise.figure?.('exercise', language), questions: null },
        questions: exercise.questions.map((question) => {
          const tried = triedQuestion(views, question, posted, {
            secret: PRACTICE_SECRET,
            language,
            judged: judged.has(question.id),
          });
          const { judgement } = tried;
          return {
            ...tried,
            drawn: words.get(question.id),
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

  /** One answer as far as it is typed. */
  async function readAlong(visit: Visit): Promise<Reply> {
    await reading(visit.who.id);
    const { exercise: number } = parseAddress(ExerciseAddress, visit.params);
    const { course, quiz, staff } = await practised(visit);
    const { drawn } = await drawnFor(quiz, parseForm(Which, visit.query), visit.who, staff);
    return liveReading(views, drawn.exercises[number - 1]?.questions ?? [], {
      secret: PRACTICE_SECRET,
      body: visit.body,
      language: visit.language(course.language),
    });
  }

  return [
    { path: '/courses/:course/quizzes/:quiz/practice', get: enter },
    { path: '/courses/:course/quizzes/:quiz/practice/:exercise/read', post: readAlong },
    { path: '/courses/:course/quizzes/:quiz/practice/:exercise', get: open, post: show, again: show },
  ];
}
