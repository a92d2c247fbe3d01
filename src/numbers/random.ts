/** Reproducible random numbers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** In [low, high), with 53 random bits. */
  uniform(low?: number, high?: number): number;
  normal(mean?: number, deviation?: number): number;
  /** A whole number from 0 to `below` - 1. */
  integer(below: number): number;
  /** A shuffled copy. */
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** A generator from a number or any text, seeded by 128 bits of xmur3-style hashing. */
export function random(seed: number | string): Random {
  const word = hash(String(seed));
  const next = sfc32(word(), word(), word());
  const unit = (): number => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  const integer = (below: number): number => Math.floor(unit() * below);
  return {
    uniform: (low = 0, high = 1) => low + (high - low) * unit(),
    normal: (mean = 0, deviation = 1) => {
      // Box and Muller; 1 - u keeps the logarithm finite.
      const radius = Math.sqrt(-2 * Math.log(1 - unit()));
      return mean + deviation * radius * Math.cos(2 * Math.PI * unit());
    },
    integer,
    shuffle: (items) => {
      const copy = items.map((item) => ({ item }));
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        const [last, picked] = [copy[i], copy[j]];
        if (last && picked) [copy[i], copy[j]] = [picked, last];
      }
      return copy.map(({ item }) => item);
    },
  };
}

/**
 * The points at which answers are compared: numbers in [0, 1) with 32 bits, from a text hashed by FNV-1a. A sequence of
 * its own, since other points could give a stored answer another mark.
 */
export function samplePoints(seed: string): () => number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  const next = sfc32(hash, hash ^ 0x9e3779b9, hash ^ 0x243f6a88);
  return () => next() / 2 ** 32;
}

/** Endless 32-bit words (PractRand's sfc32). */
function sfc32(first: number, second: number, third: number): () => number {
  let [a, b, c, counter] = [first, second, third, 1];
  const next = (): number => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** Endless 32-bit words from text. */
function hash(text: string): () => number {
  let state = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = Math.imul(state ^ (state >>> 16), 2246822507);
    state = Math.imul(state ^ (state >>> 13), 3266489909);
    state ^= state >>> 16;
    return state;
  };
}
