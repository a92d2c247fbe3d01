export { drawActivations } from './activations.ts';
export { drawNetwork } from './network.ts';
export type { NetworkDrawing } from './network-drawing.ts';
export { drawPlot } from './plot.ts';
export { type Drawing, FigureError } from './svg.ts';
