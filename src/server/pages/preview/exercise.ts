import { z } from 'zod';
import { say, type Words } from '../../../language/index.ts';
import { type GuestRequest, type Handler, parseAddress, parseForm, view } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { drawFigure, type FigurePart } from '../../questions/evidence.ts';
import { readSheet } from '../../questions/posted-sheet.ts';
import { Seed, seededVariant, type VariantPaging, variantPaging } from '../../questions/seeded-variant.ts';
import type { Server } from '../../server.ts';
import { drawnInWords } from '../../wording/variants.ts';
import { type CheckedPart, checked } from './checked.ts';
import { Address, brokenFile, fileAt, headOf, type PreviewHead } from './file.ts';
import { type AuthorFiles, hrefOf } from './files.ts';
import { PREVIEW_SECRET, type PreviewedQuestion, previewedQuestion } from './question.ts';

const ExerciseAddress = Address.extend({ exercise: z.coerce.number().int().positive() });
/** Which variant; without a seed the first one, with all questions of pools. */
const Which = z.strictObject({ seed: Seed });

interface PreviewExerciseView extends PreviewHead {
  readonly address: string;
  /** The number of the exercise on the page. */
  readonly current: number;
  readonly paging: VariantPaging | null;
  /** The seed draws nothing that can be shown. */
  readonly undrawn: boolean;
  readonly exercise: {
    readonly number: number;
    readonly title: string;
    readonly text: string;
    readonly figure: FigurePart | null;
  };
  readonly questions: readonly (PreviewedQuestion & {
    readonly drawn: readonly Words[];
    readonly checked: CheckedPart | null;
  })[];
}

const previewExerciseView = view<PreviewExerciseView>('preview-exercise');

/** An exercise as students have it before them, with keys and proofs beside it; posted answers are tried. */
export const previewExercise =
  ({ views, variants }: Server, files: AuthorFiles): Handler<GuestRequest['who']> =>
  async ({ params, query, body, language }) => {
    const { exercise: number, ...address } = parseAddress(ExerciseAddress, params);
    const file = fileAt(files, address);
    if (file.loaded === null) return brokenFile(files, file);
    const { loaded, course } = file;
    const { seed } = parseForm(Which, query);
    const variant = seededVariant(loaded.quiz, seed, variants);
    const quiz = variant ?? loaded.quiz;
    const exercise = quiz.exercises[number - 1];
    if (exercise === undefined) throw new NotFound(say('This quiz has no exercise {number}.', { number }));
    const { title, text, figure, questions } = exercise;
    const speak = language(course?.language);
    const search = seed === undefined ? '' : `?seed=${seed}`;
    const head = headOf(files, file, loaded, search);
    const drawn = drawnInWords(quiz);
    const proofs = new Map((await files.prove(loaded)).map((proof) => [proof.question.id, proof]));
    const { responses: tried } = readSheet(questions, PREVIEW_SECRET, body);
    return previewExerciseView(
      {
        ...head,
        address: `${hrefOf(file)}/${number}${search}`,
        current: number,
        paging: variantPaging(loaded.quiz, seed, (other) => `${hrefOf(file)}/${number}${other}`),
        undrawn: variant === null,
        exercise: { number, title, text, figure: drawFigure(figure, 'exercise', speak) },
        questions: questions.map((question) => {
          const proof = proofs.get(question.id);
          return {
            ...previewedQuestion(views, question, tried, speak),
            drawn: drawn.get(question.id) ?? [],
            checked: proof ? checked(loaded, proof, speak) : null,
          };
        }),
      },
      { course },
    );
  };
