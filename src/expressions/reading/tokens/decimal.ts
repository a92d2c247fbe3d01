const ZERO = 48;
const NINE = 57;
/** Characters that may belong to a number after its first digits. */
const more = new Uint8Array(128);
for (const character of ".eE'_ \\") more[character.charCodeAt(0)] = 1;
const grouped = /\d{1,3}(['_ ]|\\,)\d{3}(?!\d)(?:\1\d{3}(?!\d))*/y;
const dotted = /\d{1,3}(?:\.\d{3}(?!\d)){2,}/y;
const decimals = /\.\d*/y;
const exponent = /[eE][+-]?\d+/y;

const match = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** Where the digits end that begin at `at`. */
const digitsFrom = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
};

/**
 * The number that begins at `at`, as plain digits, and where it ends. It has at most one point and an exponent;
 * groups of three digits may be set apart by ' or _ or a space, or by points where there are two or more of them.
 */
export const scanDecimal = (text: string, at: number): { digits: string; end: number } => {
  const first = digitsFrom(text, at);
  // The commonest number by far: digits and nothing that may belong to them.
  if (first > at && (first === text.length || more[text.charCodeAt(first)] !== 1)) {
    return { digits: text.slice(at, first), end: first };
  }
  const groups = match(grouped, text, at) || match(dotted, text, at);
  const whole = groups || text.slice(at, first);
  let end = at + whole.length;
  const fraction = match(decimals, text, end);
  end += fraction.length;
  const power = match(exponent, text, end);
  end += power.length;
  const plain = groups === '' ? whole : groups.replace(/\D/g, '');
  const point = fraction === '' ? '' : fraction === '.' ? '.0' : fraction;
  return { digits: `${plain || '0'}${point}${power.toLowerCase().replace('+', '')}`, end };
};
