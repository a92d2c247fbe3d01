/** The commonest number by far: digits and nothing that may belong to them. */
const simple = /\d+(?![\d.eE'_ \\])/y;
const grouped = /\d{1,3}(['_ ]|\\,)\d{3}(?!\d)(?:\1\d{3}(?!\d))*/y;
const dotted = /\d{1,3}(?:\.\d{3}(?!\d)){2,}/y;
const digits = /\d*/y;
const decimals = /\.\d*/y;
const exponent = /[eE][+-]?\d+/y;

const match = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/**
 * The number that begins at `at`, as plain digits, and where it ends. It has at most one point and an exponent;
 * groups of three digits may be set apart by ' or _ or a space, or by points where there are two or more of them.
 */
export const scanDecimal = (text: string, at: number): { digits: string; end: number } => {
  const only = match(simple, text, at);
  if (only !== '') return { digits: only, end: at + only.length };
  const groups = match(grouped, text, at) || match(dotted, text, at);
  const whole = groups || match(digits, text, at);
  let end = at + whole.length;
  const fraction = match(decimals, text, end);
  end += fraction.length;
  const power = match(exponent, text, end);
  end += power.length;
  const plain = groups === '' ? whole : groups.replace(/\D/g, '');
  const point = fraction === '' ? '' : fraction === '.' ? '.0' : fraction;
  return { digits: `${plain || '0'}${point}${power.toLowerCase().replace('+', '')}`, end };
};
