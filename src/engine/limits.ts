import { say, type Words } from '../language/index.ts';
import { LimitError } from './errors.ts';

/** What one evaluation may use. Shapes and counts have no such limit: they allocate nothing. */
export const limits = {
  /** Numbers held at once: values, gradients and working space (256 MB). */
  elements: 2 ** 25,
  /** Multiply-accumulates of one forward pass: some seconds. */
  macs: 10n ** 10n,
  /** Nodes after layers such as `lstm` are unrolled. */
  nodes: 20_000,
} as const;

/** Throws a LimitError if `elements` numbers are more than one evaluation may hold. */
export function checkElements(elements: number, what: Words): void {
  if (elements <= limits.elements) return;
  throw new LimitError(
    say(
      '{what} needs {elements} numbers, more than the {most} that can be computed here. Make the tensors smaller; shapes and parameter counts have no such limit.',
      { what, elements, most: limits.elements },
    ),
  );
}

/** Throws a LimitError if a network has too many nodes. */
export function checkNodes(nodes: number): void {
  if (nodes <= limits.nodes) return;
  throw new LimitError(
    `The network unrolls into more than ${limits.nodes.toLocaleString('en')} layers. Make its sequences shorter.`,
  );
}
