import type { Tree } from '../expressions/index.ts';

/** A finite number that a person entered; `exact` is null where arithmetic left the rationals (roots, decimals of e). */
export interface NumberValue {
  readonly type: 'number';
  readonly value: number;
  readonly exact: { readonly numerator: bigint; readonly denominator: bigint } | null;
}

export interface ShapeValue {
  readonly type: 'shape';
  readonly sizes: readonly number[];
}

export type Matrix = readonly (readonly number[])[];

/** Named matrices, each as rows: `{ W1: [[1, 0], [-1, 1]], W2: [[1, 1]] }`. */
export interface WeightsValue {
  readonly type: 'weights';
  readonly matrices: Readonly<Record<string, Matrix>>;
}

export interface ExpressionValue {
  readonly type: 'expression';
  readonly tree: Tree;
}

/** A matrix or vector of expressions, row by row; numbers are expressions too. */
export interface MatrixValue {
  readonly type: 'matrix';
  readonly rows: readonly (readonly Tree[])[];
}

/** The filled cells of a table whose rows and columns the claim knows. */
interface TableValue {
  readonly type: 'table';
  readonly rows: Matrix;
}

export interface MatchingValue {
  readonly type: 'matching';
  readonly pairs: Readonly<Record<string, string>>;
}

/** An option that is only words ("XOR", "true"); the claim gives them their meaning. */
interface WordsValue {
  readonly type: 'words';
  readonly text: string;
}

/** Prose, for a human to mark. */
interface TextValue {
  readonly type: 'text';
  readonly text: string;
}

/** The types of value by their names. */
interface Values {
  readonly number: NumberValue;
  readonly shape: ShapeValue;
  readonly weights: WeightsValue;
  readonly expression: ExpressionValue;
  readonly matrix: MatrixValue;
  readonly table: TableValue;
  readonly matching: MatchingValue;
  readonly words: WordsValue;
  readonly text: TextValue;
}

export type ValueType = keyof Values;
export type ValueOf<T extends ValueType> = Values[T];
export type Value = Values[ValueType];
