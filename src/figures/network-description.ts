import { type NetworkDrawing, shownUnits } from './network-drawing.ts';
import type { NetworkLayout } from './network-layout.ts';
import { labelText } from './text.ts';

/** The drawing in sentences, edge by edge and never as a matrix; what is not written in it is not said. */
export function describeNetwork(
  { columns }: NetworkDrawing,
  { units, edges }: NetworkLayout,
  differs: ReadonlySet<string>,
): string {
  const sentences = columns.map(({ title, units, activation }) => {
    const names = shownUnits(units).map((unit) => unit?.name ?? '…');
    return `${title}${activation === undefined ? '' : `, ${activation}`}: ${names.join(', ')}.`;
  });
  const list = (name: string, parts: readonly string[]): void => {
    if (parts.length > 0) sentences.push(`${name}: ${parts.join('; ')}.`);
  };
  list(
    'Weights',
    edges.flatMap(({ from, to, label }) =>
      label ? [`${from.name} to ${to.name}: ${labelText(label.text)}`] : [],
    ),
  );
  list(
    'Biases',
    units.flatMap(({ name, bias }) => (bias ? [`${name}: ${labelText(bias.text)}`] : [])),
  );
  list(
    'Values',
    units.flatMap(({ name, value }) =>
      value ? [`${name} = ${value.text}${differs.has(name) ? ' (not as expected)' : ''}`] : [],
    ),
  );
  return sentences.join(' ');
}
