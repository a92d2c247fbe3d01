import { z } from 'zod';
import { compile, type Network } from '../../src/engine/index.ts';
import { type Check, eachCase } from './case.ts';

const weights = z.union([z.array(z.number()), z.array(z.array(z.number()))]);

const schema = z.object({
  id: z.string(),
  net: z.string(),
  truthTable: z.array(z.int()),
  settings: z.int(),
  exact: z.int(),
  threshold05: z.int(),
  exactSolutions: z.array(z.record(z.string(), weights)).nullish(),
});

/** What all weight settings of a network compute: settings by truth table. */
interface Census {
  readonly settings: number;
  readonly exact: ReadonlyMap<string, readonly (readonly number[])[]>;
  readonly threshold: ReadonlyMap<string, number>;
}

/** `boolean-facts/1`: how many weight settings compute a Boolean function, by running every one of them. */
export const booleanFacts: Check = (file) => {
  const taken = new Map<string, Census>();
  const check = eachCase(schema, ({ net, truthTable, settings, exact, threshold05, exactSolutions }) => {
    const census = taken.get(net) ?? takeCensus(net);
    taken.set(net, census);
    const key = truthTable.join('');
    const solutions = census.exact.get(key) ?? [];
    const sorted = (list: readonly string[]): string => list.toSorted().join(' ');
    const listed = exactSolutions?.map((solution) => Object.values(solution).flat(2).join());
    const found = solutions.map((setting) => setting.join());
    return [
      ...same('settings', census.settings, settings),
      ...same('exact', solutions.length, exact),
      ...same('threshold05', census.threshold.get(key) ?? 0, threshold05),
      ...(listed ? same('solutions', sorted(found), sorted(listed)) : []),
    ];
  });
  return check(file);
};

function takeCensus(net: string): Census {
  const { network, hidden, bias, values } = described(net);
  const plan = compile(network, {
    inputs: { x: [4, 2] },
    params: { W1: [hidden, 2], W2: [1, hidden], ...(bias && { b1: [hidden], b2: [1] }) },
  });
  plan.values.get('x')?.data.set([0, 0, 0, 1, 1, 0, 1, 1]);
  const slots = ['W1', ...(bias ? ['b1'] : []), 'W2', ...(bias ? ['b2'] : [])].flatMap(
    (name) => plan.params.get(name)?.data ?? [],
  );
  const out = plan.values.get('out')?.data ?? new Float64Array();
  const exact = new Map<string, number[][]>();
  const threshold = new Map<string, number>();
  let settings = 0;
  for (const setting of tuples(
    values,
    slots.reduce((sum, { length }) => sum + length, 0),
  )) {
    let at = 0;
    for (const slot of slots) {
      slot.set(setting.slice(at, at + slot.length));
      at += slot.length;
    }
    plan.forward();
    settings++;
    if (out.every((y) => y === 0 || y === 1)) {
      const key = Array.from(out, Math.abs).join('');
      exact.set(key, [...(exact.get(key) ?? []), [...setting]]);
    }
    const key = Array.from(out, (y) => (y >= 0.5 ? 1 : 0)).join('');
    threshold.set(key, (threshold.get(key) ?? 0) + 1);
  }
  return { settings, exact, threshold };
}

/** Reads names such as relu-2-3-1-bias-wide; a perceptron is one identity unit before the output. */
function described(net: string): {
  network: Network;
  hidden: number;
  bias: boolean;
  values: readonly number[];
} {
  const [, unit = '', hidden = '1', bias, wide] =
    /^(relu|step|linear|perceptron)-2-(?:(\d+)-)?1-(bias|nobias)(-wide)?$/.exec(net) ?? [];
  const op = unit === 'relu' ? 'relu' : unit === 'step' ? 'step' : 'identity';
  if (unit === '') throw new Error(`The name ${net} says no network.`);
  const biased = bias === 'bias';
  const network: Network = {
    nodes: [
      { id: 'z', op: 'linear', in: ['x'], params: { weight: 'W1', ...(biased && { bias: 'b1' }) } },
      { id: 'v', op, in: ['z'] },
      { id: 'out', op: 'linear', in: ['v'], params: { weight: 'W2', ...(biased && { bias: 'b2' }) } },
    ],
  };
  return { network, hidden: Number(hidden), bias: biased, values: wide ? [-2, -1, 0, 1, 2] : [-1, 0, 1] };
}

/** All tuples of `length` values, the last place changing fastest; the same array each time. */
function* tuples(values: readonly number[], length: number): Generator<readonly number[]> {
  const places = Array.from({ length }, () => 0);
  const tuple = places.map(() => values[0] ?? 0);
  for (let place = length - 1; place >= 0; ) {
    yield tuple;
    for (place = length - 1; place >= 0; place--) {
      places[place] = ((places[place] ?? 0) + 1) % values.length;
      tuple[place] = values[places[place] ?? 0] ?? 0;
      if (places[place] !== 0) break;
    }
  }
}

function same(label: string, got: number | string, wanted: number | string): string[] {
  return got === wanted ? [] : [`${label} is ${got}, not ${wanted}`];
}
