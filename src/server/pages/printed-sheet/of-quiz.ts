import { solutionOf } from '../../../grading/index.ts';
import { instructedQuiz } from '../../http/access/course-access.ts';
import { type Handler, parseForm } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { NO_SUCH_VARIANT, Seed, seededVariant, variantPaging } from '../../questions/seeded-variant.ts';
import type { Server } from '../../server.ts';
import { print, Query, questionsIn, type Sheet } from './print.ts';

/** Any variant of a quiz can be printed. */
const VariantQuery = Query.extend({ seed: Seed });

export const quizSheet =
  (server: Server): Handler =>
  async (request) => {
    const { course, row, href } = await instructedQuiz(server, request);
    const { seed, solutions: asked } = parseForm(VariantQuery, request.query);
    const published = await server.quizOf(row.id, row.version);
    const quiz = seededVariant(published, seed, server.variants);
    if (quiz === null) throw new NotFound(NO_SUCH_VARIANT);
    const solutions = new Map(
      questionsIn(quiz).map((question) => [question.id, solutionOf(question, undefined)]),
    );
    const addressOf = (search: string) => `${href}/sheet${search}`;
    const sheet: Sheet = {
      ...{ course, row, quiz, href, secret: row.version, solutions, withheld: null },
      address: addressOf(seed === undefined ? '' : `?seed=${seed}`),
      solved: addressOf(seed === undefined ? '?solutions=yes' : `?seed=${seed}&solutions=yes`),
      variant: variantPaging(published, seed, addressOf),
    };
    return print(server, sheet, asked !== undefined, request.language(course.language));
  };
