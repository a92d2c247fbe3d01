/** The values that a variable may take: all reals, above 0, or between 0 and 1. */
export type Domain = 'real' | 'positive' | 'unit';

/**
 * How a value is drawn. `readable`: small halves for a witness that people can check; `ordinary`: sign and scale
 * independent, 0.01 to 10; `wide`: 1e-6 to 1e6; `lattice`: few whole numbers, to land exactly on kinks and gaps.
 */
export type Style = 'readable' | 'ordinary' | 'wide' | 'lattice';

type Uniform = () => number;

/** Decades of the first digit: 0.01 to 10, and 1e-6 to 1e6. */
const decades: Readonly<Record<'ordinary' | 'wide', readonly [from: number, count: number]>> = {
  ordinary: [-2, 3],
  wide: [-6, 12],
};
const lattice: Readonly<Record<Domain, readonly number[]>> = {
  real: [0, 1, -1, 2, -2],
  positive: [1, 2, 3, 0.5],
  unit: [0.5, 0.25, 0.75],
};

/** Four digits in a decade, so that witnesses are short decimals. */
const decimal = (uniform: Uniform, decade: number): number => {
  const digits = 1000 + Math.floor(9000 * uniform());
  return decade > 3 ? digits * 10 ** (decade - 3) : digits / 10 ** (3 - decade);
};

const draw = (uniform: Uniform, domain: Domain, style: Style): number => {
  if (style === 'lattice') return lattice[domain][Math.floor(uniform() * lattice[domain].length)] ?? 0;
  if (domain === 'unit') {
    if (style !== 'wide') return (100 + Math.floor(9800 * uniform())) / 10_000;
    const edge = decimal(uniform, -1 - Math.floor(6 * uniform()));
    return uniform() < 0.5 ? edge : 1 - edge;
  }
  const sign = domain === 'real' && uniform() < 0.5 ? -1 : 1;
  if (style === 'readable') return (sign * Math.ceil(uniform() * 10)) / 2;
  const [from, count] = decades[style];
  return sign * decimal(uniform, from + Math.floor(count * uniform()));
};

/** A point with every coordinate drawn on its own. */
export const drawPoint = (uniform: Uniform, domains: readonly Domain[], style: Style): Float64Array =>
  Float64Array.from(domains, (domain) => draw(uniform, domain, style));

/** The same point moved by about `size`, relative to each coordinate, inside the domain. */
export const jitter = (uniform: Uniform, point: Float64Array, size: number): Float64Array =>
  point.map((value) => (value === 0 ? size * (uniform() - 0.5) : value * (1 + size * (uniform() - 0.5))));

export const isWithin = (value: number, domain: Domain | undefined): boolean =>
  domain === 'positive' ? value > 0 : domain !== 'unit' || (value > 0 && value < 1);
