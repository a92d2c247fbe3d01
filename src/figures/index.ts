export { type ActivationGraph, type ActivationOptions, drawActivations } from './activations.ts';
export { drawNetwork, type NetworkOptions } from './network.ts';
export type { NetworkDrawing } from './network-drawing.ts';
export { drawPlot, type PlotOptions } from './plot.ts';
export { type Drawing, FigureError } from './svg.ts';
