/** An unevaluated sum of two doubles: about 31 digits, for the few places where 16 cancel away. */
export type Double = readonly [high: number, low: number];

/** a + b exactly (Knuth). */
function sum(a: number, b: number): Double {
  const s = a + b;
  const part = s - a;
  return [s, a - (s - part) + (b - part)];
}

/** a·b exactly (Dekker). */
export function product(a: number, b: number): Double {
  const p = a * b;
  const [ah, al] = halves(a);
  const [bh, bl] = halves(b);
  return [p, ah * bh - p + ah * bl + al * bh + al * bl];
}

function halves(a: number): Double {
  const scaled = a * 134217729;
  const high = scaled - (scaled - a);
  return [high, a - high];
}

export function add([a, x]: Double, [b, y]: Double): Double {
  const [s, e] = sum(a, b);
  return sum(s, e + x + y);
}

export function multiply([a, x]: Double, [b, y]: Double): Double {
  const [p, e] = product(a, b);
  return sum(p, e + a * y + x * b);
}

/** eˣ for moderate x: the series of x/64, squared six times. */
export function exp(x: Double): Double {
  const small: Double = [x[0] / 64, x[1] / 64];
  let term: Double = [1, 0];
  let total: Double = [1, 0];
  for (let n = 1; n <= 16; n++) {
    term = multiply(term, divide(small, n));
    total = add(total, term);
  }
  for (let i = 0; i < 6; i++) total = multiply(total, total);
  return total;
}

/** x / n for a number n. */
export function divide([a, x]: Double, n: number): Double {
  const q = a / n;
  const [p, e] = product(q, n);
  return sum(q, (a - p - e + x) / n);
}
