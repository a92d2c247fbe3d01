import type { Message, Words } from '../language/index.ts';
import type { Model } from '../models/model.ts';
import type { TrainedCurves } from '../models/trained-curves.ts';
import type { Form } from '../values/form.ts';
import type { Notation } from '../values/notation.ts';
import type { Unit, Verdict } from '../values/outcome.ts';
import type { Value, ValueType } from '../values/value.ts';
import type { ExperimentCache } from './experiment-result.ts';

/** What a claim may look at besides its own fields. Nothing here changes while a question version lives. */
export interface Context {
  readonly model: Model | null;
  readonly fits: TrainedCurves | null;
  readonly notation: Notation;
  /** What was found before, so that no experiment runs twice. */
  readonly experiments: ExperimentCache;
  /** Seeds sample points: the question's version, so that equal answers always get equal marks. */
  readonly seed: string;
}

/** `proven`: evaluation decides what is right; `supported`: a seeded experiment does. */
export type Level = 'proven' | 'supported';

/** A named wrong answer: diagnoses responses, and is proven wrong by `markprop check`. */
export interface Misconception {
  readonly tag: string;
  readonly says: Words;
  readonly value: Value;
}

/** For finite sets of answers: how many there are, and how many of them are right. */
export interface Solutions {
  readonly settings: number;
  readonly right: number;
}

/** What must be true of the answers to one question: ready to judge them. */
export interface Claim {
  readonly name: string;
  readonly level: Level;
  readonly accepts: readonly ValueType[];
  readonly form: Form;
  readonly misconceptions: readonly Misconception[];
  /** Every tag that a wrong answer may be noted with. */
  readonly tags: readonly string[];
  readonly unit: Unit | null;
  readonly solutions: Solutions | null;
  /** Whether its answers can be carried into later questions. */
  readonly carries: boolean;
  /** Whether the right answer stands in the exercise itself: what was run with it gives nothing away. */
  readonly shownInExercise: boolean;
  /** Why the value may not be entered at all; null: it may. Never judges. */
  permits(value: Value): Message | null;
  judge(value: Value): Verdict;
  /** Whether two answers mean the same; null: that could not be decided. */
  same(a: Value, b: Value): boolean | null;
  /** The network of a later question with this answer in it; null where it does not fit. */
  carry(value: Value, later: Model): Model | null;
  /** A right answer; null where the claim works none out. */
  solve(): Value | null;
}

/** A claim as a question file states it, its fields parsed: what it is about is still to come. */
export interface BoundClaim {
  readonly name: string;
  /** The claim about this network, or what the question lacks for it, each a sentence that says how to mend it. */
  inContext(context: Context): ClaimInContext;
  /** As the file has it: this is what versions are hashes of. */
  toJSON(): unknown;
}

type ClaimInContext =
  | { readonly claim: Claim; readonly problems: readonly [] }
  | { readonly claim: null; readonly problems: readonly Message[] };
