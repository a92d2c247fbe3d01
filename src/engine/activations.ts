import {
  type Activation,
  type LayerFunctionName,
  type ScalarFunction,
  scalarFunctions,
} from '../numbers/functions/index.ts';
import { AttributeReader, type Attributes } from './attributes.ts';

export type { Activation } from '../numbers/functions/index.ts';
export type ActivationName = LayerFunctionName;

/** A scalar function made from the attributes of its operation. */
export type Family = (attributes: AttributeReader) => Activation;

/** Those of the functions that can be applied to tensors, by the name of their operation. */
export const familiesOf = (functions: readonly ScalarFunction[]): ReadonlyMap<string, Family> =>
  new Map(functions.flatMap(({ name, layer }): [string, Family][] => (layer ? [[name, layer]] : [])));

const families = familiesOf(scalarFunctions);

export const activationNames: readonly ActivationName[] = scalarFunctions.flatMap((known) =>
  'layer' in known ? [known.name] : [],
);

export function isActivationName(name: string): name is ActivationName {
  return families.has(name);
}

/** The scalar function `name`, with its derivative and kinks; `attributes` such as `negative_slope` are optional. */
export function activation(name: ActivationName, attributes: Attributes = {}): Activation {
  return families.get(name)!(new AttributeReader(attributes, `The activation ${name}`));
}

/** A function of the list without attributes; undefined where the engine does not apply it. */
export const activationOf = ({ name, layer }: ScalarFunction): Activation | undefined =>
  layer?.(new AttributeReader({}, `The activation ${name}`));
