export { drawNetwork } from './networks/draw-network.ts';
export type { NetworkDrawing } from './networks/drawing.ts';
export { drawActivations, graphOf } from './plots/draw-activations.ts';
export { drawPanels } from './plots/draw-panels.ts';
export { drawPlot } from './plots/draw-plot.ts';
export { type Drawing, FigureError } from './svg.ts';
