import { type Activation as Applied, activationOf, type Operations, operationsOf } from '../engine/index.ts';
import { type FunctionTable, functionTable } from '../expressions/index.ts';
import { type ModelActivation, type ScalarFunction, scalarFunctions } from '../numbers/functions/index.ts';

/** A function that model files may use, with its value, slope and kinks. */
export interface Activation extends ModelActivation, Applied {
  readonly name: string;
  /** It changes nothing, so a layer that has it is a layer without an activation. */
  readonly isIdentity: boolean;
}

/** What networks and the formulas about them are made of. */
export interface Parts {
  readonly activations: ReadonlyMap<string, Activation>;
  readonly operations: Operations;
  readonly formulas: FunctionTable;
}

export const partsOf = (functions: readonly ScalarFunction[]): Parts => ({
  activations: new Map(
    functions.flatMap((one): [string, Activation][] => {
      const applied = one.model && activationOf(one);
      if (!one.model || !applied) return [];
      const isIdentity = one.model.learns === 'affine';
      return [[one.name, { ...one.model, ...applied, name: one.name, isIdentity }]];
    }),
  ),
  operations: operationsOf(functions),
  formulas: functionTable(functions),
});

export const standardParts = partsOf(scalarFunctions);

/** As people write it: `ReLU`. */
export const activationLabel = (name: string): string => standardParts.activations.get(name)?.label ?? name;
