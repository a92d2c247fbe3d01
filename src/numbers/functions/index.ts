import { activations } from './activations.ts';
import { elementary } from './elementary.ts';
import { trigonometric } from './trigonometric.ts';

export type { Activation } from './activation.ts';
export type * from './scalar-function.ts';
export { isWrittenOut } from './scalar-function.ts';

/** Every function of one number that the program knows. */
export const scalarFunctions = [...elementary, ...trigonometric, ...activations] as const;

type Known = (typeof scalarFunctions)[number];

/** Names of those that the engine applies to tensors. */
export type LayerFunctionName = Extract<Known, { readonly layer: unknown }>['name'];

/** Names of those that stay in the trees of formulas; a prime names the derivative of the function before it. */
export type OwnFunctionName =
  | Extract<Known, { readonly formula: { readonly derivative: string } }>['name']
  | `${Extract<Known, { readonly prime: { readonly derivative: string } }>['name']}'`;
