import { type Language, type Message, say } from '../../language/index.ts';
import { labelText } from '../text.ts';
import { type NetworkDrawing, shownUnits } from './drawing.ts';
import type { NetworkLayout } from './layout.ts';

/** The drawing in sentences, edge by edge and never as a matrix; what is not written in it is not said. */
export function describeNetwork(
  { columns }: NetworkDrawing,
  { units, edges }: NetworkLayout,
  { differs, mark }: { readonly differs: ReadonlySet<string>; readonly mark: string },
  language: Language,
): string {
  const sentences = columns.map(({ title, units, activation }) => {
    const names = shownUnits(units).map((unit) => unit?.name ?? '…');
    return `${title}${activation === undefined ? '' : `, ${activation}`}: ${names.join(', ')}.`;
  });
  const list = (name: Message, parts: readonly string[]): void => {
    if (parts.length > 0) sentences.push(`${language.say(name)}: ${parts.join('; ')}.`);
  };
  list(
    say('Weights'),
    edges.flatMap(({ from, to, label, marked }) => {
      if (!label) return [];
      const weight = `${labelText(label.text)}${marked ? ` (${mark})` : ''}`;
      return [language.say(say('{from} to {to}: {weight}', { from: from.name, to: to.name, weight }))];
    }),
  );
  list(
    say('Biases'),
    units.flatMap(({ name, bias }) => (bias ? [`${name}: ${labelText(bias.text)}`] : [])),
  );
  list(
    say('Values'),
    units.flatMap(({ name, value }) =>
      value ? [`${name} = ${value.text}${differs.has(name) ? ` (${mark})` : ''}`] : [],
    ),
  );
  return sentences.join(' ');
}
