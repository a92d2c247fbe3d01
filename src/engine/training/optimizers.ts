import type { Variable } from '../operation.ts';

/** How parameters follow their gradients g. `rate` is the learning rate, `weightDecay` adds that much of w to g. */
export type Optimizer =
  | {
      readonly method: 'sgd';
      readonly rate: number;
      readonly momentum?: number;
      readonly nesterov?: boolean;
      readonly weightDecay?: number;
    }
  | {
      readonly method: 'adam';
      readonly rate: number;
      readonly beta1?: number;
      readonly beta2?: number;
      readonly epsilon?: number;
      readonly weightDecay?: number;
    }
  | {
      readonly method: 'rmsprop';
      readonly rate: number;
      readonly decay?: number;
      readonly epsilon?: number;
      readonly momentum?: number;
      readonly weightDecay?: number;
    };

/** Changes one parameter number from its gradient; `state` are its two numbers of memory, `step` counts from 1. */
type Rule = (w: number, g: number, state: Float64Array, i: number, step: number) => number;

/** A function that moves all parameters one step along their gradients. */
export function stepper(optimizer: Optimizer, params: readonly Variable[]): () => void {
  const rule = ruleOf(optimizer);
  const decay = optimizer.weightDecay ?? 0;
  const states = params.map(({ data }) => new Float64Array(2 * data.length));
  let step = 0;
  return () => {
    step += 1;
    for (const [p, { data, grad }] of params.entries()) {
      const state = states[p]!;
      for (let i = 0; i < data.length; i++) {
        const w = data[i]!;
        data[i] = rule(w, grad[i]! + decay * w, state, 2 * i, step);
      }
    }
  };
}

function ruleOf(optimizer: Optimizer): Rule {
  const { rate } = optimizer;
  switch (optimizer.method) {
    case 'sgd': {
      const { momentum = 0, nesterov = false } = optimizer;
      if (momentum === 0) return (w, g) => w - rate * g;
      // v ← μv + g, and w ← w - ηv, or w - η(g + μv) with Nesterov's look ahead (Sutskever et al. 2013).
      return (w, g, state, i) => {
        const v = momentum * state[i]! + g;
        state[i] = v;
        return w - rate * (nesterov ? g + momentum * v : v);
      };
    }
    case 'adam': {
      // Kingma and Ba 2015, algorithm 1.
      const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = optimizer;
      return (w, g, state, i, step) => {
        const mean = beta1 * state[i]! + (1 - beta1) * g;
        const square = beta2 * state[i + 1]! + (1 - beta2) * g * g;
        state[i] = mean;
        state[i + 1] = square;
        const corrected = Math.sqrt(square / (1 - beta2 ** step)) + epsilon;
        return w - (rate * mean) / (1 - beta1 ** step) / corrected;
      };
    }
    case 'rmsprop': {
      // Tieleman and Hinton 2012: g over the root of its running mean square.
      const { decay = 0.99, epsilon = 1e-8, momentum = 0 } = optimizer;
      return (w, g, state, i) => {
        const square = decay * state[i]! + (1 - decay) * g * g;
        const v = momentum * state[i + 1]! + g / (Math.sqrt(square) + epsilon);
        state[i] = square;
        state[i + 1] = v;
        return w - rate * v;
      };
    }
  }
}
