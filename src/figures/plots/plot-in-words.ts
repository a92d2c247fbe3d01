import type { Language } from '../../language/index.ts';
import type { Plot, Series } from '../../values/witness.ts';

/** A plot in the words of its reader. */
export interface SaidPlot {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly SaidSeries[];
}

interface Axis {
  readonly label: string;
  readonly scale: 'linear' | 'log';
}

export interface SaidSeries extends Omit<Series, 'name'> {
  readonly name: string;
}

export const sayPlot = ({ title, x, y, series }: Plot, { say }: Language): SaidPlot => ({
  title: say(title),
  x: { ...x, label: say(x.label) },
  y: { ...y, label: say(y.label) },
  series: series.map((each) => ({ ...each, name: say(each.name) })),
});
