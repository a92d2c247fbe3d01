import type { Answer } from '../answers/kind.ts';
import type { Claim, Context } from '../claims/claim.ts';
import type { Drawing } from '../figures/index.ts';
import type { Language } from '../language/index.ts';
import type { Environment, ReadingCache } from './environment.ts';
import type { Behaviour } from './format/behaviour.ts';
import type { ReviewRules } from './format/review-rules.ts';
import type { QuestionSource, QuizSource } from './format/schema.ts';
import type { QuizTemplate } from './template/template.ts';

/** When something happens, UTC milliseconds; null: never (or at once, for what opens). */
export interface Dates {
  readonly opens: number | null;
  /** Handing in later counts, and is called late. */
  readonly due: number | null;
  readonly closes: number | null;
  readonly solutions: number | null;
}

/** How long an attempt takes, when the next one may follow, and what counts of several; milliseconds. */
export interface Times {
  /** From the start of an attempt; null: none. */
  readonly timeLimit: number | null;
  /**
   * What happens at the end: what was saved is handed in; or it can be handed in, but not changed, for as long as
   * `grace`, and then what was saved is; or it must be handed in before, and is not marked otherwise.
   */
  readonly timeOut: 'submit' | 'grace' | 'abandon';
  readonly grace: number;
  /** Between the first attempt and the second, and between later ones. */
  readonly delayFirst: number;
  readonly delayLater: number;
  readonly gradeMethod: 'highest' | 'average' | 'first' | 'last';
  /** A new attempt begins with the responses of the last one. */
  readonly buildOnLast: boolean;
}

/** A question with its claim stated and its fields laid out: ready to be shown, read and marked. */
export interface Question {
  readonly id: string;
  /** As on the sheet: `1e`. */
  readonly label: string;
  /** Content hash of the question with everything that it uses. */
  readonly version: string;
  readonly source: QuestionSource;
  /** The most that it can bring. */
  readonly maximum: number;
  readonly behaviour: Behaviour;
  /** First to last; Markdown. */
  readonly hints: readonly string[];
  readonly context: Context;
  /** null: nothing can be evaluated; the key is asserted, or a human marks. */
  readonly claim: Claim | null;
  readonly answer: Answer;
  /** The earlier question whose answer is carried into this one. */
  readonly uses: Uses | null;
  readonly figure: Figure | null;
  /** What was understood of responses to it, among others. */
  readonly readings: ReadingCache;
}

/** An earlier question whose answer is carried into a later one. */
interface Uses {
  readonly question: Question;
  /** Share of its marks that an answer brings which is right for a wrong answer to that question alone. */
  readonly credit: number;
}

/** Draws a figure; `id` prefixes the ids inside the SVG, which must be unique on a page. */
export type Figure = (id: string, language: Language) => Drawing;

export interface Exercise {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly figure: Figure | null;
  readonly questions: readonly Question[];
}

/** One version of a quiz, prepared from its source; equal sources give equal versions. */
export interface Quiz {
  readonly id: string;
  readonly version: string;
  readonly source: QuizSource;
  /** What is published and stored, and what `version` is the hash of. */
  readonly snapshot: unknown;
  /** What it was prepared with; its variants are too. */
  readonly environment: Environment;
  /** Whether attempts differ; `source` and `exercises` are then those of the first variant, with all questions of pools. */
  readonly varied: boolean;
  /** What attempts are drawn from; null where nothing is drawn. */
  readonly template: QuizTemplate | null;
  /** How many questions an attempt has, and their marks together. */
  readonly questions: number;
  readonly maximum: number;
  readonly title: string;
  readonly text: string;
  /** Most attempts a student may make; null: any number. */
  readonly attempts: number | null;
  /** How its questions are marked, unless a person marks them. */
  readonly behaviour: Behaviour;
  readonly review: ReviewRules;
  readonly exercises: readonly Exercise[];
}
