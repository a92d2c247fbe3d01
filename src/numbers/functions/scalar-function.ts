import type { Activation } from './activation.ts';

/**
 * All that the program knows of a function of one number. The engine's operations, the functions of formulas, the
 * activations of model files and what claims say of them are built from one list of these (`scalarFunctions`).
 */
export interface ScalarFunction {
  /** The name of the engine's operation. Formulas read it in any case, with or without the underscores. */
  readonly name: string;
  /** Other names in formulas, read likewise. */
  readonly spellings?: readonly string[];
  /** As the engine applies it to tensors; absent for what only formulas know. */
  readonly layer?: (parameters: Parameters) => Activation;
  /** In formulas; absent for what only the engine knows. */
  readonly formula?: OwnFormula | WrittenOut;
  /** The derivative `f'` in formulas, where it has a name of its own. */
  readonly prime?: OwnFormula | WrittenOut;
  /** As an activation of model files and figures. */
  readonly model?: ModelActivation;
}

/** Attributes of the operation, such as `negative_slope`; an error names an attribute of the wrong type. */
interface Parameters {
  number(name: string, fallback?: number): number;
  word<Word extends string>(name: string, words: readonly Word[], fallback?: Word): Word;
}

/** Replaced by other functions as soon as it is read. */
export interface WrittenOut {
  /** A formula in `x`, and in `a` where there may be a second argument. */
  readonly is: string;
  /** The second argument where there is none. */
  readonly a?: string;
  /** The formula in `x` where there is none, if it is another. */
  readonly alone?: string;
}

/** A function that stays in the tree of a formula. Formulas here are in `x` and may use every function of the list. */
export interface OwnFormula {
  /** NaN outside the domain. */
  readonly value: (x: number) => number;
  /** The derivative as a formula. */
  readonly derivative: string;
  /** Arguments at which the branch or the domain changes. */
  readonly edges?: readonly number[];
  /** A bound of |f′| for functions that are not monotone. */
  readonly slope?: number;
  /** Undefined on an interval. */
  readonly partial?: true;
  /** What it selects below 0, at 0 and above, without any rounding. */
  readonly bySign?: readonly [below: Piece, at: 0, above: Piece];
  /** With 256 bits: one of the functions that these can be computed with, or a formula of them. Absent: not known. */
  readonly precise?: PreciseFunction | { readonly formula: string };
  /** What it is in other functions, for proofs; absent: an unknown function with this symmetry. */
  readonly proof?: { readonly formula: string } | { readonly symmetry: Symmetry };
  /** As LaTeX sets it before its argument in brackets; by default its name, upright. */
  readonly latex?: string;
  /** LaTeX of the function applied, where that is another notation. */
  readonly latexOf?: (argument: string) => string;
}

/** ±x, or a constant. */
export type Piece = 'x' | '-x' | -1 | 0 | 1;

export type PreciseFunction = 'exp' | 'log' | 'sqrt' | 'sin' | 'cos';

/** f(−x) is f(x), −f(x) or 1/f(x). */
type Symmetry = 'even' | 'odd' | 'reciprocal';

export interface ModelActivation {
  /** As people write it: `ReLU`. */
  readonly label: string;
  /** What networks with one hidden layer of it can learn. */
  readonly learns: CurveShape;
}

/** What can be seen of a curve. */
export type CurveShape = 'affine' | 'piecewise linear' | 'smooth';

export const isWrittenOut = (formula: OwnFormula | WrittenOut): formula is WrittenOut => 'is' in formula;
