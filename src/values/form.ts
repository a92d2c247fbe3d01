import type { Words } from '../language/index.ts';

/** A matrix to fill: its name in the data (`W1`), as mathematics, and what each row and column stands for. */
export interface MatrixForm {
  readonly name: string;
  readonly latex: string;
  /** What a sentence calls it; without it, its name. */
  readonly plain?: Words;
  /** What each row feeds ("to n1") and each column comes from ("from A"), as Markdown; their counts are the size. */
  readonly rows: readonly Words[];
  readonly columns: readonly Words[];
  /** The size is part of the answer: the grid offers more cells than rows × columns, and the filled rectangle counts. */
  readonly free: boolean;
}

/** A table whose first columns are given and whose others are to be filled, row by row. */
export interface TableForm {
  readonly given: readonly string[];
  readonly asked: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Each item is to be matched with one of the choices; labels are Markdown. */
export interface MatchingForm {
  readonly items: readonly Choice[];
  readonly choices: readonly Choice[];
}

/** What a claim asks for, by the type of value: answer kinds lay out their fields from it. */
export interface Form {
  readonly weights?: readonly MatrixForm[];
  /** One matrix whose cells are expressions. */
  readonly matrix?: MatrixForm;
  /** The names that formulas may use, where the claim declares its own. */
  readonly names?: readonly string[];
  readonly table?: TableForm;
  readonly matching?: MatchingForm;
}
