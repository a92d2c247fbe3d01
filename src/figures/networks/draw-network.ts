import { ENGLISH, type Language, numeral, say, type Words } from '../../language/index.ts';
import type { NetworkValues } from '../../values/witness.ts';
import { type Drawing, element, LINE, round, sheet } from '../svg.ts';
import { drawLabel, drawText, textWidth } from '../text.ts';
import { type Box, uncovered } from '../uncovered.ts';
import { describeNetwork } from './describe-network.ts';
import { type NetworkDrawing, type Strength, withMarks, withWeights } from './drawing.ts';
import { layoutNetwork, type NetworkLayout, type PlacedEdge, type PlacedUnit } from './layout.ts';
import { MARK, RADIUS } from './measure.ts';

export interface NetworkOptions {
  /** Begins every id in the drawing: unique on its page. */
  readonly id: string;
  /** The values that run through the network; units that are not as expected are marked. */
  readonly values?: NetworkValues;
  /** Of the words in it and of its text alternative. */
  readonly language?: Language;
}

/** A network from left to right: inputs, layers as columns, a circle a unit, weights on the edges, biases as squares. */
export function drawNetwork(
  asked: NetworkDrawing<Words>,
  { id, values, language = ENGLISH }: NetworkOptions,
): Drawing {
  const columns = asked.columns.map((column) => ({ ...column, title: language.say(column.title) }));
  const drawing = { ...asked, columns };
  const drawn = withMarks(
    values?.weights ? withWeights(drawing, values.weights) : drawing,
    values?.edges ?? [],
  );
  const mark = values?.mark ?? say('not as expected');
  const differs = new Set(values?.differs);
  const layout = said(layoutNetwork(drawn, values?.values, differs), language);
  const sizes = drawn.edges.map(({ weight }) => (typeof weight === 'number' ? Math.abs(weight) : 0));
  const texts = [
    ...layout.edges.map(({ label }) => label),
    ...layout.units.flatMap((u) => [u.value, u.bias]),
  ];
  const boxes = texts.flatMap((text) => (text ? [text.box] : []));
  const legend = drawLegend(
    layout.units.some(({ bias }) => bias),
    layout.units.some(({ name }) => differs.has(name)) || layout.edges.some(({ marked }) => marked)
      ? mark
      : null,
    layout.height,
    language,
  );
  const alt = describeNetwork(drawn, layout, { differs, mark: language.say(mark) }, language);
  const svg = sheet(
    {
      id,
      kind: 'network',
      title: language.say(say('Neural network')),
      alt,
      width: Math.max(layout.width, legend.width),
      height: legend.bottom,
    },
    ...layout.titles.flatMap(({ x, anchor, lines }) =>
      lines.map((line, i) => drawText(line, x, LINE * (i + 0.5), 'title', anchor)),
    ),
    ...layout.edges.map((edge) => drawEdge(edge, boxes, Math.max(0, ...sizes))),
    ...layout.units.map((unit) => drawUnit(unit, differs.has(unit.name))),
    ...layout.omissions.flatMap(({ x, y }) =>
      [-7, 0, 7].map((dy) => element('circle', { class: 'figure-omission', cx: x, cy: y + dy, r: 1.75 })),
    ),
    ...legend.parts,
  );
  return { svg, alt };
}

function sign(strength: Strength): 'symbol' | 'zero' | 'negative' | 'positive' {
  if (typeof strength === 'string') return 'symbol';
  return strength === 0 ? 'zero' : strength < 0 ? 'negative' : 'positive';
}

const DASHES = { negative: '5 4', positive: undefined, zero: undefined, symbol: undefined };

/** The line is interrupted wherever text stands, so that the drawing needs no ground of its own. */
function drawEdge(
  { from, to, weight, label, marked }: PlacedEdge,
  boxes: readonly Box[],
  strongest: number,
): string {
  const line = { x1: from.x + from.half - RADIUS, y1: from.y, x2: to.x - to.half + RADIUS, y2: to.y };
  const [dx, dy] = [line.x2 - line.x1, line.y2 - line.y1];
  const rim = RADIUS / Math.hypot(dx, dy);
  const point = (t: number): string => `${round(line.x1 + t * dx)} ${round(line.y1 + t * dy)}`;
  const kind = sign(weight);
  const share = typeof weight === 'number' && strongest > 0 ? Math.abs(weight) / strongest : 0.25;
  const [left = 0, middle = 0] = label ? [label.box.left, ...centre(label.box)] : [];
  return (
    element('path', {
      class: `figure-edge figure-edge--${marked ? 'marked' : kind}`,
      d: uncovered(line, [rim, 1 - rim], boxes)
        .map(([a, b]) => `M${point(a)}L${point(b)}`)
        .join(''),
      'stroke-width': label ? 1 + 2 * share : 0.5 + share,
      'stroke-dasharray': DASHES[kind],
    }) +
    (label && marked ? drawCross(left + MARK / 2 + 1, centre(label.box)[1]) : '') +
    (label
      ? drawLabel(
          label.text,
          marked ? middle + MARK / 2 : middle,
          centre(label.box)[1],
          `weight figure-weight--${kind}`,
        )
      : '')
  );
}

/** Numbers with the decimal sign of the language; all such signs are as wide. */
function said({ units, edges, ...rest }: NetworkLayout, language: Language): NetworkLayout {
  const inWords = <T extends { readonly text: string }>(label: T | undefined): T | undefined =>
    label && { ...label, text: language.say(numeral(label.text)) };
  return {
    ...rest,
    units: units.map((unit) => ({ ...unit, value: inWords(unit.value), bias: inWords(unit.bias) })),
    edges: edges.map((edge) => ({ ...edge, label: inWords(edge.label) })),
  };
}

function drawUnit({ label, x, y, half, value, bias }: PlacedUnit, differs: boolean): string {
  const ring = (grown: number) =>
    element('rect', {
      class: differs ? 'figure-unit figure-unit--differs' : 'figure-unit',
      x: x - half - grown,
      y: y - RADIUS - grown,
      width: 2 * (half + grown),
      height: 2 * (RADIUS + grown),
      rx: RADIUS + grown,
    });
  const parts = differs ? [ring(0), ring(3.5)] : [ring(0)];
  parts.push(drawLabel(label, x, y, 'name'));
  if (value) {
    const [middle, row] = centre(value.box);
    if (differs) parts.push(drawCross(value.box.left + MARK / 2, row));
    parts.push(drawText(value.text, differs ? middle + MARK / 2 : middle, row, 'value'));
  }
  if (bias) {
    parts.push(
      element('path', {
        class: 'figure-stem',
        d: `M${round(x)} ${round(y + RADIUS)}V${round(bias.box.top)}`,
      }),
      drawSquare(bias.box, sign(bias.strength)),
      drawLabel(bias.text, ...centre(bias.box), `weight figure-weight--${sign(bias.strength)}`),
    );
  }
  return parts.join('');
}

function drawSquare({ left, top, right, bottom }: Box, kind: keyof typeof DASHES): string {
  return element('rect', {
    class: `figure-bias figure-edge--${kind}`,
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    'stroke-dasharray': DASHES[kind],
  });
}

function drawCross(x: number, y: number): string {
  return element('path', {
    class: 'figure-cross',
    d: `M${round(x - 4)} ${round(y - 4)}l8 8m0 -8l-8 8`,
  });
}

function centre({ left, top, right, bottom }: Box): [number, number] {
  return [(left + right) / 2, (top + bottom) / 2];
}

/** What squares and crosses mean, under a drawing that has any. */
function drawLegend(biases: boolean, mark: Words | null, top: number, language: Language) {
  const parts: string[] = [];
  const y = top + LINE;
  let x = 1;
  const item = (sign: string, words: Words): void => {
    const meaning = language.say(words);
    parts.push(sign, drawText(meaning, x + 16, y, 'legend', 'start'));
    x += 16 + textWidth(meaning) + 16;
  };
  if (biases) item(drawSquare({ left: x, top: y - 5, right: x + 10, bottom: y + 5 }, 'symbol'), say('bias'));
  if (mark !== null) item(drawCross(x + 5, y), mark);
  return { parts, width: x - 16, bottom: parts.length === 0 ? top : y + LINE / 2 };
}
