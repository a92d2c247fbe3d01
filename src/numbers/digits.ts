/** Keeps groups of digits apart without letting a line break between them. */
const NARROW_SPACE = '\u202f';

/**
 * Groups of three before the decimal point, in numbers with at least `fewest` digits there: `1592527.5` is
 * `1 592 527.5`.
 */
export const grouped = (digits: string, separator = NARROW_SPACE, fewest = 4): string => {
  const [whole = '', ...decimals] = digits.split('.');
  if (whole.replace(/\D/g, '').length < fewest) return digits;
  return [whole.replace(/\B(?=(\d{3})+$)/g, separator), ...decimals].join('.');
};

/** Hyphens as true minus signs. */
export const withMinus = (digits: string): string => digits.replaceAll('-', '−');

/** A whole number in groups of three: `−1 592 527`. */
export const groupedInteger = (value: bigint): string => withMinus(grouped(String(value)));
