import { z } from 'zod';
import type { Posted } from '../../../answers/kind.ts';
import { SCAN_FIELDS, scansOf, withScans } from '../../../answers/text/scan.ts';
import { ownAttempt, storeUpload } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { quota } from '../../http/access/quota.ts';
import { type PageRequest, parseAddress, parseForm, type Reply } from '../../http/page.ts';
import { BadInput } from '../../http/page-errors.ts';
import { FILE_FIELD, readSheet } from '../../questions/posted-sheet.ts';
import { toScan } from '../../questions/scans.ts';
import type { Server } from '../../server.ts';
import { Address } from './address.ts';
import { sheetOf } from './sheet.ts';

/** The question that the files are for. */
const Adding = z.object({ add: z.string() });

const MOST = SCAN_FIELDS.length;

export type Handwriting = ReturnType<typeof handwriting>;

/** Adds photos and PDFs to the answer of a question. */
export function handwriting(server: Server) {
  const adding = quota(30, say('You are adding files too fast, so this one was not added.'));

  /** Keeps the files that came for a question, and gives its response with them. */
  async function add(
    { who, files, now }: PageRequest,
    attemptId: string,
    questions: readonly Question[],
    id: string,
    posted: Posted,
  ): Promise<Posted> {
    await adding(who.id);
    const question = questions.find((each) => each.id === id);
    if (!SCAN_FIELDS.every((field) => question?.answer.fields.includes(field))) {
      throw new BadInput(say('This question takes no files.'));
    }
    const mine = files.filter(({ field }) => field === `${FILE_FIELD}${id}`);
    const room = MOST - scansOf(posted).length;
    if (mine.length > room) {
      throw new BadInput(
        say('A question can have {most} files, and this one already has {n}, so none was added.', {
          most: MOST,
          n: MOST - room,
        }),
        say('Remove one first, or put several pages into one PDF.'),
      );
    }
    const added = [];
    for (const { name, content } of mine) {
      const { format, ...scan } = await toScan(content, name);
      const hash = await storeUpload(server, { ...scan, attemptId, personId: who.id, at: now });
      added.push({ hash, format, size: scan.content.length, name });
    }
    return withScans(posted, added) ?? posted;
  }

  /** The script's own way: the reply has the list of files of the question, which the next save names. */
  async function addInPlace(request: PageRequest): Promise<Reply> {
    const { who, params, body, language } = request;
    const { attempt: attemptId } = parseAddress(Address, params);
    const attempt = await ownAttempt(server.storage.read, attemptId, who.id);
    const sheet = await sheetOf(server, attempt);
    const questions = sheet.quiz.exercises.flatMap((exercise) => exercise.questions);
    const { add: id } = parseForm(Adding, body);
    const { responses } = readSheet(questions, attempt.secret, body);
    const posted = await add(request, attemptId, questions, id, responses[id] ?? {});
    const context = { name: id, view: { scans: scansOf(posted) }, disabled: false };
    const html = server.views('parts/scans', context, { language: language(sheet.course.language) });
    return { json: { html } };
  }

  return { add, addInPlace };
}
