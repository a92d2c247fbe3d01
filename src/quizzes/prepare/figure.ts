import type { Context } from '../../claims/claim.ts';
import {
  type Drawing,
  drawActivations,
  drawNetwork,
  drawPanels,
  graphOf,
  type NetworkDrawing,
} from '../../figures/index.ts';
import { SaidError, say, type Words } from '../../language/index.ts';
import { standardParts } from '../../models/activations.ts';
import { type Model, matrixOf } from '../../models/model.ts';
import { biasNames, nameLabel, weightNames } from '../../models/names.ts';
import type { NetworkValues } from '../../values/witness.ts';
import type { FigureSource } from '../format/schema.ts';
import type { Figure } from '../quiz.ts';

/** The figure that a source asks for, from the same model that the engine evaluates. Throws what the file lacks. */
export function figureOf(source: FigureSource | undefined, { model, fits }: Context): Figure | null {
  if (source === undefined) return null;
  if (source === 'model') {
    const drawing = model && networkDrawing(model);
    if (!drawing)
      throw new SaidError(
        say('The figure "model" needs a model with named inputs whose layers are all dense.'),
      );
    return (id, language) => drawNetwork(drawing, { id, language });
  }
  if (source === 'fits') {
    if (!fits)
      throw new SaidError(
        say('The figure "fits" needs fits: the data and the networks that are trained on it.'),
      );
    const letters = Object.keys(fits.networks);
    return (id, language) =>
      drawPanels(
        {
          title: say('Training data and learned functions'),
          x: { label: say('input'), scale: 'linear' },
          y: { label: say('output'), scale: 'linear' },
          series: [
            { name: say('training data'), kind: 'points', points: fits.data.map(([x, y]) => [x, y]) },
            ...letters.map((letter) => ({
              name: letter,
              kind: 'line' as const,
              points: thinned(fits.curves[letter] ?? []),
            })),
          ],
        },
        { id, language },
      );
  }
  const functions = source.activations.flatMap((name) => {
    const activation = standardParts.activations.get(name);
    return activation ? [graphOf(activation)] : [];
  });
  return (id, language) => drawActivations(functions, { id, language });
}

/** A figure is drawn once for each place that it stands in, and each language. */
export function remembered(figure: Figure | null): Figure | null {
  const drawn = new Map<string, Drawing>();
  return (
    figure &&
    ((id, language) => {
      const key = `${id} ${language.tag}`;
      const drawing = drawn.get(key) ?? figure(id, language);
      drawn.set(key, drawing);
      return drawing;
    })
  );
}

/** Enough points for a smooth line on any screen. */
const thinned = (points: readonly (readonly [number, number])[]): [number, number][] =>
  points.filter((_, i) => i % 8 === 0).map(([x, y]) => [x, y]);

/** The drawing of a network with named units; null for others. Weights that are not stated are drawn by name. */
function networkDrawing(model: Model): NetworkDrawing<Words> | null {
  const { dense } = model;
  if (!dense) return null;
  const unit = (name: string) => ({ name, label: nameLabel(name) });
  return {
    columns: [
      { title: say('inputs'), units: model.inputs.map(unit) },
      ...dense.map(({ units, activation }, i) => ({
        title:
          i === dense.length - 1
            ? say('output')
            : dense.length > 2
              ? say('hidden layer {number}', { number: i + 1 })
              : say('hidden layer'),
        units: units.map(unit),
        ...(!activation.isIdentity && { activation: activation.name }),
      })),
    ],
    edges: dense.flatMap((layer) => {
      const names = weightNames(layer);
      const drawn = model.params && matrixOf(model, layer.matrix);
      return layer.units.flatMap((to, i) =>
        layer.inputs.map((from, j) => ({
          from,
          to,
          weight: drawn?.[i]?.[j] ?? nameLabel(names[i]?.[j] ?? ''),
        })),
      );
    }),
    biases: dense.flatMap((layer) => {
      const drawn = layer.bias !== null && model.params ? matrixOf(model, layer.bias) : null;
      return biasNames(layer).map((name, i) => ({
        to: layer.units[i] ?? '',
        value: drawn?.[i]?.[0] ?? nameLabel(name),
      }));
    }),
  };
}

/** A witness's values on the drawing of the question's network. */
export function witnessFigure(model: Model, values: NetworkValues): Figure | null {
  const drawing = networkDrawing(model);
  return drawing && ((id, language) => drawNetwork(drawing, { id, values, language }));
}
