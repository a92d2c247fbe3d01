export { drawNetwork, type NetworkOptions } from './network.ts';
export type { NetworkDrawing } from './network-drawing.ts';
export { type Drawing, FigureError } from './svg.ts';
