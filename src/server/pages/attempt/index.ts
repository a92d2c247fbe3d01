import { z } from 'zod';
import type { Posted } from '../../../answers/kind.ts';
import {
  checkResponse,
  FinishedError,
  flagQuestion,
  GradingError,
  OvertakenError,
  ownAttempt,
  rulesOf,
  type Save,
  sameResponse,
  saveResponses,
  stageAt,
  timetable,
} from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Exercise, Question } from '../../../quizzes/quiz.ts';
import { type Attempt, selectCourse, selectLatestSteps } from '../../../storage/index.ts';
import { inExamBrowser } from '../../http/access/exam-browser.ts';
import { quota } from '../../http/access/quota.ts';
import { chooseLanguage } from '../../http/language.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { answerFields, readAnswer, stateOf } from '../../questions/answer-fields.ts';
import { liveReading, readingQuota } from '../../questions/live-reading.ts';
import { readCertainties, readDecided, readResponses, readSeen } from '../../questions/posted-sheet.ts';
import type { Server } from '../../server.ts';
import { usesWords } from '../../wording/carried-forward.ts';
import { clockOf } from '../../wording/clock.ts';
import { timeOf } from '../../wording/dates.ts';
import { checkedQuestion, checkedState, Unchecked } from './checked.ts';
import { handwriting } from './handwriting.ts';
import { overtakenPage, overtakenQuestions } from './overtaken.ts';
import { headOf, partsOf, postedOf, type Sheet, sheetOf } from './sheet.ts';

const Address = z.object({ attempt: z.string() });
const ExerciseAddress = Address.extend({ exercise: z.coerce.number().int().positive() });

/** Where a button of the form leads: another exercise, the last look before handing in, or the check of a question. */
const Going = z.object({
  go: z.union([z.literal('hand-in'), z.coerce.number().int().positive()]).default(1),
  check: z.string().optional(),
  /** The question that files are added to. */
  add: z.string().optional(),
  flag: z.string().optional(),
  unflag: z.string().optional(),
  /** The language that the page goes on in. */
  language: z.string().optional(),
});
/** The script's own way to flag a question, or not to. */
const Flagging = z.object({ question: z.string(), flagged: z.enum(['yes', 'no']) });
const Key = z.object({ key: z.string().min(8).max(100) });

/** Writing: one exercise a page; everything is saved as typed, and only a check that the quiz allows says what is right. */
export function attemptPage(server: Server): Route[] {
  const { storage, quizOf, views } = server;
  const reading = readingQuota();
  const files = handwriting(server);
  // A page saves itself every two seconds at most while somebody types, and once for each box that is ticked.
  const saving = quota(120, say('You are saving too often, so this was not saved.'));
  const checking = quota(60, say('You are checking too fast, so this was not checked. It is saved.'));

  async function enter({ who, params }: Visit): Promise<Reply> {
    const attempt = await ownAttempt(storage.read, parseAddress(Address, params).attempt, who.id);
    return {
      goTo: attempt.state === 'open' ? `${hrefOf(attempt)}/exercises/1` : `${hrefOf(attempt)}/review`,
    };
  }

  async function show({ who, params, query, now, language }: Visit): Promise<Reply> {
    const { attempt: id, exercise: number } = parseAddress(ExerciseAddress, params);
    const attempt = await ownAttempt(storage.read, id, who.id);
    if (attempt.state !== 'open') return { goTo: `${hrefOf(attempt)}/review` };
    const sheet = await sheetOf(server, attempt);
    if (stageAt(timetable(sheet.rules, attempt.startedAt), now) !== 'answering') {
      return { goTo: `${hrefOf(attempt)}/confirm` };
    }
    const { title, text, figure, questions } = exerciseOf(sheet, number);
    const speak = language(sheet.course.language);
    const unchecked = parseForm(Unchecked, query);
    const tell = (question: Question, posted: Posted) => ({
      ...stateOf(question, posted),
      ...checkedState(sheet, question, now),
    });
    const parts = partsOf(sheet, tell).map((part) => ({ ...part, current: part.number === number }));
    return {
      view: 'attempt',
      context: {
        ...headOf(sheet, { now, language }),
        parts,
        exercise: { number, title, text, figure: figure?.('exercise', speak) },
        questions: questions.map((question) => {
          const checked = checkedQuestion(sheet, question, { ...unchecked, now, language: speak });
          return {
            id: question.id,
            label: question.label,
            maximum: question.maximum,
            paper: question.source.paper,
            text: question.source.text,
            uses: usesWords(question),
            figure: question.figure?.(question.id, speak),
            answer: answerFields(views, question, postedOf(sheet, question.id), {
              secret: attempt.secret,
              disabled: checked.finished,
              language: speak,
            }),
            seen: sheet.steps.get(question.id)?.sequence ?? 0,
            flagged: sheet.flags.has(question.id),
            ...checked,
          };
        }),
        next: number < parts.length ? number + 1 : null,
        savedAt: [...sheet.steps.values()].map(({ at }) => at).sort((a, b) => b - a)[0],
      },
    };
  }

  /** A button of the form: saves the exercise and goes where the button says. */
  async function saveAndGo(visit: Visit): Promise<Reply> {
    const { who, params, body, now } = visit;
    await saving(who.id);
    const { attempt: id, exercise } = parseAddress(ExerciseAddress, params);
    const attempt = await ownAttempt(storage.read, id, who.id);
    const sheet = await sheetOf(server, attempt);
    const { questions } = exerciseOf(sheet, exercise);
    const { go, check, add, flag, unflag, language } = parseForm(Going, body);
    const responses = readResponses(questions, attempt.secret, body);
    const certainties = readCertainties(questions, body);
    const of = { attemptId: id, personId: who.id, at: now };
    const seen = readSeen(questions, body);
    const flagging = flag ?? unflag;
    if (flagging !== undefined) {
      const flagged = flag !== undefined;
      await flagQuestion(server, { ...of, questionId: flagging, flagged });
    }
    const stays = [check, add, flagging, language].some((each) => each !== undefined);
    const save = async (what: Omit<Save, keyof typeof of | 'key'>, form: unknown): Promise<Reply | null> => {
      try {
        await saveResponses(server, { ...of, ...what, key: null });
        return null;
      } catch (error) {
        if (!(error instanceof OvertakenError)) throw error;
        const to = { exercise, go: stays ? exercise : go };
        return overtakenPage(error, sheet, questions, to, { ...visit, body: form });
      }
    };
    const asked = await save({ responses, certainties, seen }, body);
    if (asked !== null) return asked;
    // What was typed is saved by now; of an old page nothing was, and what came later stands.
    const latest = await selectLatestSteps(storage.read, id);
    if (add !== undefined) {
      const { posted: stored, sequence } = latest.get(add) ?? { posted: {}, sequence: 0 };
      const posted = await files.add(visit, id, questions, add, stored);
      // Photos take seconds, in which another tab may have saved.
      const withFiles = Object.entries(posted).map(([field, value]) => [`${add}.${field}`, value]);
      const asked = await save(
        { responses: { [add]: posted }, seen: { [add]: sequence } },
        Object.fromEntries(withFiles),
      );
      return asked ?? { goTo: `${hrefOf(attempt)}/exercises/${exercise}#${add}` };
    }
    if (language !== undefined) {
      return {
        ...(await chooseLanguage(server, who, language)),
        goTo: `${hrefOf(attempt)}/exercises/${exercise}`,
      };
    }
    if (flagging !== undefined) return { goTo: `${hrefOf(attempt)}/exercises/${exercise}#${flagging}` };
    if (check !== undefined) {
      await checking(who.id);
      const posted = responses[check];
      if (posted === undefined) throw new GradingError('unknown-question');
      const overtaken = !sameResponse(posted, latest.get(check)?.posted ?? {});
      const certainty = certainties[check] ?? null;
      const came = overtaken
        ? 'overtaken'
        : await checkResponse(server, { ...of, questionId: check, posted, certainty });
      const why = came === 'checked' ? '' : `?unchecked=${came}&of=${check}`;
      return { goTo: `${hrefOf(attempt)}/exercises/${exercise}${why}#${check}-said` };
    }
    // Of these the browser still keeps what counts no more, or is stored by now.
    const decided = readDecided(body).map((question) => `settled=${encodeURIComponent(question)}`);
    const settled = decided.length === 0 ? '' : `?${decided.join('&')}`;
    return { goTo: `${hrefOf(attempt)}/${go === 'hand-in' ? 'confirm' : `exercises/${go}`}${settled}` };
  }

  /**
   * The script's own way: some questions, of any exercise; the reply says how those that are stored were read. 409 where
   * others were changed elsewhere too, or are finished: those are not among them.
   */
  async function autosave({ who, params, body, now, language }: Visit): Promise<Reply> {
    await saving(who.id);
    const { attempt: id } = parseAddress(Address, params);
    const attempt = await ownAttempt(storage.read, id, who.id);
    const sheet = await sheetOf(server, attempt);
    const questions = sheet.quiz.exercises.flatMap((exercise) => exercise.questions);
    const { key } = parseForm(Key, body);
    const responses = readResponses(questions, attempt.secret, body);
    const certainties = readCertainties(questions, body);
    const speak = language(sheet.course.language);
    const seen = readSeen(questions, body);
    const save = { attemptId: id, personId: who.id, responses, certainties, seen, key, at: now };
    const saved = await saveResponses(server, save).catch((error: unknown) => {
      if (error instanceof OvertakenError || error instanceof FinishedError) return error;
      throw error;
    });
    const refused = 'refused' in saved ? saved.refused : [];
    const latest = await selectLatestSteps(storage.read, id);
    const seenOf = (question: string, posted: Posted) => {
      const step = latest.get(question);
      return step && sameResponse(step.posted, posted) ? step.sequence : undefined;
    };
    const read = questions.flatMap((question) => {
      const posted = responses[question.id];
      if (posted === undefined || refused.includes(question.id)) return [];
      const reading = readAnswer(views, question, posted, speak);
      return [[question.id, { ...reading, seen: seenOf(question.id, posted) }] as const];
    });
    // An extension may have been given while the page was open.
    const { timezone } = sheet.course;
    const clock = clockOf(await rulesOf(storage.read, attempt), attempt, { now, timezone, language: speak });
    const json = { saved: timeOf(now, timezone), clock, questions: Object.fromEntries(read) };
    if (saved instanceof OvertakenError) {
      return { status: 409, json: { ...json, overtaken: overtakenQuestions(views, saved, sheet, speak) } };
    }
    if (saved instanceof FinishedError)
      return { status: 409, json: { ...json, problem: speak.say(saved.says) } };
    return { json };
  }

  /** One answer as far as it is typed. */
  async function readAlong({ who, params, body, language }: Visit): Promise<Reply> {
    await reading(who.id);
    const attempt = await ownAttempt(storage.read, parseAddress(Address, params).attempt, who.id);
    if (attempt.state !== 'open') throw new GradingError('submitted');
    const [quiz, course] = await Promise.all([
      quizOf(attempt.quizId, attempt.quizVersion),
      selectCourse(storage.read, attempt.courseId),
    ]);
    const questions = quiz.exercises.flatMap((exercise) => exercise.questions);
    return liveReading(views, questions, {
      secret: attempt.secret,
      body,
      language: language(course.language),
    });
  }

  async function setFlag({ who, params, body }: Visit): Promise<Reply> {
    await saving(who.id);
    const { attempt: attemptId } = parseAddress(Address, params);
    const { question: questionId, flagged } = parseForm(Flagging, body);
    await flagQuestion(server, { attemptId, personId: who.id, questionId, flagged: flagged === 'yes' });
    return { json: {} };
  }

  /** Asked by an open page now and then: an extension may have been given, and sleep stops the clock of a browser. */
  async function clock({ who, params, now, language }: Visit): Promise<Reply> {
    const attempt = await ownAttempt(storage.read, parseAddress(Address, params).attempt, who.id);
    const [rules, course] = await Promise.all([
      rulesOf(storage.read, attempt),
      selectCourse(storage.read, attempt.courseId),
    ]);
    const reader = { now, timezone: course.timezone, language: language(course.language) };
    return { json: { open: attempt.state === 'open', clock: clockOf(rules, attempt, reader) } };
  }

  return inExamBrowser(server, [
    { path: '/attempts/:attempt', get: enter },
    { path: '/attempts/:attempt/clock', get: clock },
    { path: '/attempts/:attempt/exercises/:exercise', get: show, post: saveAndGo, takesFiles: true },
    { path: '/attempts/:attempt/flags', post: setFlag },
    { path: '/attempts/:attempt/files', post: files.addInPlace, takesFiles: true },
    { path: '/attempts/:attempt/save', post: autosave },
    { path: '/attempts/:attempt/read', post: readAlong },
  ]);
}

const hrefOf = ({ id }: Attempt) => `/attempts/${id}`;

function exerciseOf({ quiz }: Sheet, number: number): Exercise {
  const exercise = quiz.exercises[number - 1];
  if (exercise === undefined) throw new NotFound(say('This quiz has no exercise {number}.', { number }));
  return exercise;
}
