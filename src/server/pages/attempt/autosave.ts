import { z } from 'zod';
import type { Posted } from '../../../answers/kind.ts';
import {
  FinishedError,
  OvertakenError,
  ownAttempt,
  rulesOf,
  sameResponse,
  saveResponses,
} from '../../../grading/index.ts';
import { selectLatestSteps } from '../../../storage/index.ts';
import { type Handler, parseAddress, parseForm } from '../../http/page.ts';
import { readAnswer } from '../../questions/answer-fields.ts';
import { readSheet } from '../../questions/posted-sheet.ts';
import type { Server } from '../../server.ts';
import { clockOf } from '../../wording/clock.ts';
import { timeOf } from '../../wording/dates.ts';
import { Address } from './address.ts';
import { overtakenQuestions } from './overtaken.ts';
import { sheetOf } from './sheet.ts';

const Key = z.object({ key: z.string().min(8).max(100) });

/**
 * The script's own way to save: some questions, of any exercise; the reply says how those that are stored were read. 409
 * where others were changed elsewhere too, or are finished: those are not among them.
 */
export const autosave =
  (server: Server, saving: (personId: string) => Promise<void>): Handler =>
  async ({ who, params, body, now, language }) => {
    await saving(who.id);
    const { attempt: id } = parseAddress(Address, params);
    const { storage, views } = server;
    const attempt = await ownAttempt(storage.read, id, who.id);
    const sheet = await sheetOf(server, attempt);
    const questions = sheet.quiz.exercises.flatMap((exercise) => exercise.questions);
    const { key } = parseForm(Key, body);
    const { responses, certainties, seen } = readSheet(questions, attempt.secret, body);
    const speak = language(sheet.course.language);
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
    if (saved instanceof FinishedError) {
      return { status: 409, json: { ...json, problem: speak.say(saved.says) } };
    }
    return { json };
  };
