/** The values that a variable may take: all reals, above 0, or between 0 and 1. */
export type Domain = 'real' | 'positive' | 'unit';

/**
 * How a value is drawn. `readable`: small halves for a witness that people can check; `ordinary`: sign and scale
 * independent, 0.01 to 10; `wide`: 1e-6 to 1e6; `lattice`: few whole numbers, to land exactly on kinks and gaps.
 */
export type Style = 'readable' | 'ordinary' | 'wide' | 'lattice';

type Uniform = () => number;

const powers: Readonly<Record<'ordinary' | 'wide', readonly [from: number, to: number]>> = {
  ordinary: [-2, 1],
  wide: [-6, 6],
};
const lattice: Readonly<Record<Domain, readonly number[]>> = {
  real: [0, 1, -1, 2, -2],
  positive: [1, 2, 3, 0.5],
  unit: [0.5, 0.25, 0.75],
};

const round = (value: number): number => Number(value.toPrecision(4));

const draw = (uniform: Uniform, domain: Domain, style: Style): number => {
  if (style === 'lattice') return lattice[domain][Math.floor(uniform() * lattice[domain].length)] ?? 0;
  if (domain === 'unit') {
    if (style !== 'wide') return round(0.01 + 0.98 * uniform());
    const edge = 10 ** (-6 * uniform());
    return uniform() < 0.5 ? edge / 2 : 1 - edge / 2;
  }
  const sign = domain === 'real' && uniform() < 0.5 ? -1 : 1;
  if (style === 'readable') return (sign * Math.ceil(uniform() * 10)) / 2;
  const [from, to] = powers[style];
  return sign * round(10 ** (from + (to - from) * uniform()));
};

/** A point with every coordinate drawn on its own. */
export const drawPoint = (uniform: Uniform, domains: readonly Domain[], style: Style): Float64Array =>
  Float64Array.from(domains, (domain) => draw(uniform, domain, style));

/** The same point moved by about `size`, relative to each coordinate, inside the domain. */
export const jitter = (uniform: Uniform, point: Float64Array, size: number): Float64Array =>
  point.map((value) => (value === 0 ? size * (uniform() - 0.5) : value * (1 + size * (uniform() - 0.5))));

export const isWithin = (value: number, domain: Domain | undefined): boolean =>
  domain === 'positive' ? value > 0 : domain !== 'unit' || (value > 0 && value < 1);
