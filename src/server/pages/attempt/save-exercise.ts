import { z } from 'zod';
import {
  checkResponse,
  flagQuestion,
  GradingError,
  OvertakenError,
  ownAttempt,
  type Save,
  sameResponse,
  saveResponses,
} from '../../../grading/index.ts';
import { selectLatestSteps } from '../../../storage/index.ts';
import { chooseLanguage } from '../../http/language.ts';
import { type Handler, parseAddress, parseForm, type Reply } from '../../http/page.ts';
import { readSheet } from '../../questions/posted-sheet.ts';
import type { Server } from '../../server.ts';
import { ExerciseAddress, exerciseOf, hrefOf } from './address.ts';
import type { Handwriting } from './handwriting.ts';
import { overtakenPage } from './overtaken.ts';
import { sheetOf } from './sheet.ts';

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

interface Limits {
  readonly saving: (personId: string) => Promise<void>;
  readonly checking: (personId: string) => Promise<void>;
  readonly files: Handwriting;
}

/** A button of the form: saves the exercise and goes where the button says. */
export const saveExercise =
  (server: Server, { saving, checking, files }: Limits): Handler =>
  async (request) => {
    const { who, params, body, now } = request;
    await saving(who.id);
    const { attempt: id, exercise } = parseAddress(ExerciseAddress, params);
    const { read } = server.storage;
    const attempt = await ownAttempt(read, id, who.id);
    const page = `${hrefOf(attempt)}/exercises/${exercise}`;
    const sheet = await sheetOf(server, attempt);
    const { questions } = exerciseOf(sheet, exercise);
    const { go, check, add, flag, unflag, language } = parseForm(Going, body);
    const { responses, certainties, seen, settled } = readSheet(questions, attempt.secret, body);
    const of = { attemptId: id, personId: who.id, at: now };
    const flagging = flag ?? unflag;
    if (flagging !== undefined) {
      await flagQuestion(server, { ...of, questionId: flagging, flagged: flag !== undefined });
    }
    const stays = [check, add, flagging, language].some((each) => each !== undefined);
    const save = async (what: Omit<Save, keyof typeof of | 'key'>, form: unknown): Promise<Reply | null> => {
      try {
        await saveResponses(server, { ...of, ...what, key: null });
        return null;
      } catch (error) {
        if (!(error instanceof OvertakenError)) throw error;
        const to = { exercise, go: stays ? exercise : go };
        return overtakenPage(error, sheet, questions, to, { ...request, body: form });
      }
    };
    const asked = await save({ responses, certainties, seen }, body);
    if (asked !== null) return asked;
    // What was typed is saved by now; of an old page nothing was, and what came later stands.
    const latest = await selectLatestSteps(read, id);
    if (add !== undefined) {
      const { posted: stored, sequence } = latest.get(add) ?? { posted: {}, sequence: 0 };
      const posted = await files.add(request, id, questions, add, stored);
      // Photos take seconds, in which another tab may have saved.
      const withFiles = Object.entries(posted).map(([field, value]) => [`${add}.${field}`, value]);
      const asked = await save(
        { responses: { [add]: posted }, seen: { [add]: sequence } },
        Object.fromEntries(withFiles),
      );
      return asked ?? { goTo: `${page}#${add}` };
    }
    if (language !== undefined) return { ...(await chooseLanguage(server, who, language)), goTo: page };
    if (flagging !== undefined) return { goTo: `${page}#${flagging}` };
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
      return { goTo: `${page}${why}#${check}-said` };
    }
    // Of these the browser still keeps what counts no more, or is stored by now.
    const settledIn = settled.map((question) => `settled=${encodeURIComponent(question)}`);
    const search = settled.length === 0 ? '' : `?${settledIn.join('&')}`;
    return { goTo: `${hrefOf(attempt)}/${go === 'hand-in' ? 'confirm' : `exercises/${go}`}${search}` };
  };
