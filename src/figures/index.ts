export { drawActivations } from './activations.ts';
export { drawNetwork } from './network.ts';
export type { NetworkDrawing } from './network-drawing.ts';
export { drawPanels } from './panels.ts';
export { drawPlot } from './plot.ts';
export { type Drawing, FigureError } from './svg.ts';
