import { z } from 'zod';
import type { Change, Solution } from '../../../grading/index.ts';
import type { Language, Message } from '../../../language/index.ts';
import type { Question, Quiz } from '../../../quizzes/quiz.ts';
import type { Course, QuizRow } from '../../../storage/index.ts';
import { type Reply, view } from '../../http/page.ts';
import { answerFields } from '../../questions/answer-fields.ts';
import { drawFigure, type FigurePart } from '../../questions/evidence.ts';
import type { VariantPaging } from '../../questions/seeded-variant.ts';
import type { Server } from '../../server.ts';
import { type ChangePart, changesInWords } from '../../wording/review-rules.ts';

/** Whatever `solutions` is, they are asked for. */
export const Query = z.strictObject({ solutions: z.string().max(100).optional() });

export interface Sheet {
  readonly course: Course;
  readonly row: QuizRow;
  readonly quiz: Quiz;
  /** Where the sheet belongs to, and the addresses of the sheet itself, without and with solutions. */
  readonly href: string;
  readonly address: string;
  readonly solved: string;
  /** Which variant of a quiz an instructor looks at, and its neighbours. */
  readonly variant: VariantPaging | null;
  /** Makes the tokens of options; nothing on paper is posted. */
  readonly secret: string;
  /** The solutions that may be printed, by question. */
  readonly solutions: ReadonlyMap<string, Solution>;
  /** What stands against solutions where there are none, and when they will be shown. */
  readonly withheld: { readonly why: Message; readonly ahead: readonly Change[] } | null;
}

interface PrintedSheetView {
  readonly course: { readonly title: string };
  readonly quiz: { readonly title: string; readonly text: string; readonly href: string };
  readonly address: string;
  readonly solved: string;
  readonly variant: VariantPaging | null;
  readonly withSolutions: boolean;
  readonly mayHaveSolutions: boolean;
  /** Why solutions that were asked for are not there. */
  readonly withheld: { readonly why: Message; readonly ahead: readonly ChangePart[] } | null;
  readonly opens: number | null;
  readonly closes: number | null;
  readonly maximum: number;
  readonly exercises: readonly {
    readonly number: number;
    readonly title: string;
    readonly text: string;
    readonly figure: FigurePart | null;
    readonly questions: readonly {
      readonly id: string;
      readonly label: string;
      readonly maximum: number;
      readonly paper: boolean;
      readonly text: string;
      readonly figure: FigurePart | null;
      readonly kind: string;
      /** Empty fields, as HTML. */
      readonly answer: string;
      readonly solution: Solution | null;
    }[];
  }[];
}

const printedSheetView = view<PrintedSheetView>('printed-sheet');

/** `asked`: with solutions, if they may be printed. */
export function print({ views }: Server, sheet: Sheet, asked: boolean, language: Language): Reply {
  const { course, row, quiz, href, address, solved, secret, solutions, withheld, variant } = sheet;
  const withSolutions = asked && withheld === null;
  return printedSheetView(
    {
      course: { title: course.title },
      quiz: { title: quiz.title, text: quiz.text, href },
      address,
      solved,
      variant,
      withSolutions,
      mayHaveSolutions: solutions.size > 0,
      withheld: asked && withheld ? { why: withheld.why, ahead: changesInWords(withheld.ahead) } : null,
      opens: row.opens,
      closes: row.closes,
      maximum: questionsIn(quiz).reduce((sum, { maximum }) => sum + maximum, 0),
      exercises: quiz.exercises.map(({ number, title, text, figure, questions }) => ({
        number,
        title,
        text,
        figure: drawFigure(figure, `exercise-${number}`, language),
        questions: questions.map((question) => ({
          id: question.id,
          label: question.label,
          maximum: question.maximum,
          paper: question.source.paper ?? false,
          text: question.source.text,
          figure: drawFigure(question.figure, question.id, language),
          kind: question.answer.kind,
          answer: answerFields(views, question, {}, { secret, language, disabled: true }),
          solution: withSolutions ? (solutions.get(question.id) ?? null) : null,
        })),
      })),
    },
    { course },
  );
}

export const questionsIn = ({ exercises }: Quiz): readonly Question[] =>
  exercises.flatMap(({ questions }) => questions);
