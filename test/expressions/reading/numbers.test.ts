import { describe, expect, test } from 'vitest';
import { readMatrix, readNumber, readShape } from '../../../src/expressions/index.ts';
import { english } from '../../language/english.ts';

const exact = (text: string, decimalComma = false): string => {
  const read = readNumber(text, { decimalComma });
  if (!read.ok) return `${english(english(read.error.message))}\n${read.error.caret}`;
  return read.exact === null ? `about ${read.value}` : `${read.exact.numerator}/${read.exact.denominator}`;
};

describe('a number', () => {
  test.each([
    ['2^10', '1024/1'],
    ['1.6e9', '1600000000/1'],
    ['1.6·10⁹', '1600000000/1'],
    ['1/3 + 1/6', '1/2'],
    ['-3/-6', '1/2'],
    ['2^-2', '1/4'],
    ['0.1', '1/10'],
    ['sqrt(9/4)', '3/2'],
    ['max(1, 2) - |3 - 5|', '0/1'],
    ['1920 x 1080 x 3', '6220800/1'],
    ['0^0', '1/1'],
    ['(-1)^(10^9)', '1/1'],
    ['sqrt(2)', 'about 1.4142135623730951'],
    ['pi', 'about 3.141592653589793'],
    ['123456789012345678901234567890', '123456789012345678901234567890/1'],
  ])('%s is %s', (text, value) => {
    expect(exact(text)).toBe(value);
  });

  test('has the nearest float64 beside its exact value', () => {
    for (const [text, value] of [
      ['1/3', 1 / 3],
      ['10^300/10^310', 1e-10],
      ['2^1000/3^600', 2 ** 1000 / 3 ** 600],
      ['9007199254740993', 9007199254740992],
      ['1e-320 + 0', 1e-320],
    ] as const) {
      const read = readNumber(text);
      expect(read.ok && read.value, text).toBe(value);
    }
  });

  test('cannot hold a name', () => {
    expect(exact('2*n')).toContain('‘n’ is not a name in this question.\n2*n\n  ^');
  });
});

describe('35: thousands and decimals', () => {
  test.each([
    ["1'592'527'626", false, '1592527626/1'],
    ['1’592’527’626', false, '1592527626/1'],
    ['1,592,527,626', false, '1592527626/1'],
    ['1.592.527.626', false, '1592527626/1'],
    ['1 592 527 626', false, '1592527626/1'],
    ['1\u202f592\u202f527\u202f626', false, '1592527626/1'],
    ['1\u2009592\u2009527\u2009626', false, '1592527626/1'],
    ['1\\,592\\,527\\,626', false, '1592527626/1'],
    ['1{,}592{,}527{,}626', false, '1592527626/1'],
    ['1_592_527_626', false, '1592527626/1'],
    ['１５９２', false, '1592/1'],
    ['−1592', false, '-1592/1'],
    ['1,592', false, '1592/1'],
    ['1,592', true, '199/125'],
    ['1,5', true, '3/2'],
    ['1.592,5', true, '3185/2'],
    ['1.592.527,5', true, '3185055/2'],
    ['1.592', true, '199/125'],
    ['1,592.5', true, '3185/2'],
    ['≈ 1.6e9', false, '1600000000/1'],
    ['1,592.5', false, '3185/2'],
    ['1{,}5', false, '3/2'],
  ])('35: %s with decimal comma %s is %s', (text, decimalComma, value) => {
    expect(exact(text, decimalComma)).toBe(value);
  });

  test.each([
    ['1,5', 'A comma cannot be read here. Write decimals with a point'],
    ['1592,527', 'A comma cannot be read here.'],
    ['1,59,2', 'A comma cannot be read here.'],
    ['12 34', 'There are two numbers in a row here'],
    ["1'59", 'A prime can only come right after the name of a function'],
  ])('35: %s is refused', (text, message) => {
    expect(exact(text)).toContain(message);
  });
});

describe('a shape', () => {
  const sizes = (text: string) => {
    const read = readShape(text);
    return read.ok ? read.sizes : `${english(english(read.error.message))}\n${read.error.caret}`;
  };

  test.each([
    ['961', [961]],
    ['(961,)', [961]],
    ['(64, 3, 4, 4)', [64, 3, 4, 4]],
    ["1'920 × 1'080", [1920, 1080]],
    ['1,920 x 1,080 x 3', [1920, 1080, 3]],
    ['961 by 541', [961, 541]],
    ['961 mal 541', [961, 541]],
    ['torch.Size([961, 541])', [961, 541]],
    ['TensorShape([961, 541])', [961, 541]],
    ['shape = (961, 541)', [961, 541]],
    ['\\mathbb{R}^{961 \\times 541}', [961, 541]],
    ['$961 \\times 541$', [961, 541]],
    ['\\left(961, 541\\right)', [961, 541]],
    ['９６１×５４１', [961, 541]],
    ['0 x 1', [0, 1]],
  ])('%s', (text, shape) => {
    expect(sizes(text)).toEqual(shape);
  });

  test.each([
    ['', 'Nothing has been typed here.\n\n^'],
    ['()', 'Nothing has been typed here.\n()\n^^'],
    ['961 541', 'Write × or a comma between two sizes.\n961 541\n^^^^^^^'],
    ['961 x', 'A size is missing here.\n961 x\n     ^'],
    ['961,,541', 'A size is missing here.\n961,,541\n    ^'],
    ['-3 x 2', 'A size cannot be negative.\n-3 x 2\n^^^'],
    ['961.5 x 2', '‘961.5’ is not a size: write whole numbers, such as 28 × 28.\n961.5 x 2\n^^^^^^'],
    ['height, width', '‘height’ is not a size: write whole numbers, such as 28 × 28.\nheight, width\n^^^^^^'],
    ['99999999999999999999 x 1', 'This size is too large.\n99999999999999999999 x 1\n^^^^^^^^^^^^^^^^^^^^^'],
  ])('%s is refused', (text, message) => {
    expect(sizes(text)).toBe(message);
  });

  test('31: has a bounded number of axes', () => {
    expect(sizes(Array.from({ length: 17 }, () => '2').join('x'))).toContain('At most 16 sizes are read.');
  });
});

describe('a matrix', () => {
  const rows = (text: string, decimalComma = false) => {
    const read = readMatrix(text, { decimalComma });
    return read.ok ? read.rows : `${english(english(read.error.message))}\n${read.error.caret}`;
  };

  test.each([
    '[[1,0],[-1,1]]',
    '[[1, 0], [−1, 1]]',
    '1 0; -1 1',
    '[1 0; -1 1]',
    '1, 0; -1, 1',
    '1 0\n-1 1',
    '1\t0\n-1\t1\n',
    '1\t0\r\n-1\t1\r\n',
    '1,0\n-1,1',
    '((1,0),(-1,1))',
    '{{1,0},{-1,1}}',
    'np.array([[1, 0], [-1, 1]])',
    'torch.tensor([[1., 0.], [-1., 1.]])',
    '[[1, 0],\n [-1, 1]]',
    '[[1 0]\n [-1 1]]',
    '\\begin{pmatrix} 1 & 0 \\\\ -1 & 1 \\end{pmatrix}',
    '$$\\begin{bmatrix}1&0\\\\-1&1\\\\\\end{bmatrix}$$',
    '\\left(\\begin{array}{cc} 1 & 0 \\\\ -1 & 1 \\end{array}\\right)',
    '2/2 0; -(1) 1',
    '1;0\n-1;1',
    '[1,0],[-1,1]',
    '[[1 0] [-1 1]]',
    '[[ 1.  0.]\n [-1.  1.]]',
    'W1 = [[1, 0], [-1, 1]];',
    'W^{(1)} = \\begin{pmatrix} 1 & 0 \\\\ -1 & 1 \\end{pmatrix}',
    'np.array([[1, 0], [-1, 1]], dtype=np.float64)',
    'np.matrix("1 0; -1 1")',
    'tensor([[ 1.,  0.],\n        [-1.,  1.]], requires_grad=True)',
    'torch.tensor([[1, 0], [-1, 1]]).float()',
    'sp.Matrix([[1, 0], [-1, 1]])',
    '<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[ 1.,  0.],\n       [-1.,  1.]], dtype=float32)>',
    '⎡1   0⎤\n⎢     ⎥\n⎣-1  1⎦',
    '[[1, -1], [0, 1]].T',
    '\\begin{pmatrix} 1 & -1 \\\\ 0 & 1 \\end{pmatrix}^T',
  ])('%j', (text) => {
    expect(rows(text)).toEqual([
      [1, 0],
      [-1, 1],
    ]);
  });

  test('of one row, one column, one entry', () => {
    expect(rows('[1, 1]')).toEqual([[1, 1]]);
    expect(rows('(1 \\quad 1)')).toEqual([[1, 1]]);
    expect(rows('[[1], [1]]')).toEqual([[1], [1]]);
    expect(rows('1\n1')).toEqual([[1], [1]]);
    expect(rows('1; 1')).toEqual([[1], [1]]);
    expect(rows('5')).toEqual([[5]]);
    expect(rows('(1, 1)^T')).toEqual([[1], [1]]);
    expect(rows("[1 1]'")).toEqual([[1], [1]]);
  });

  test('with decimal commas sets entries apart by other signs', () => {
    expect(rows('0,5 1; 1,5 2', true)).toEqual([
      [0.5, 1],
      [1.5, 2],
    ]);
    expect(rows('0,5;1\n1,5;2', true)).toEqual([
      [0.5, 1],
      [1.5, 2],
    ]);
    expect(rows('0,5\t1\n1,5\t2', true)).toEqual([
      [0.5, 1],
      [1.5, 2],
    ]);
    expect(rows('[[1, 0], [-1, 1]]', true)).toEqual([
      [1, 0],
      [-1, 1],
    ]);
  });

  test.each([
    ['[[1,0],[-1]]', 'Row 2 has 1 entry, row 1 has 2.\n[[1,0],[-1]]\n        ^^'],
    ['1 0; -1 1 2', 'Row 2 has 3 entries, row 1 has 2.\n1 0; -1 1 2\n     ^^^^^^'],
    ['[[1,0],[]]', 'Row 2 is empty.\n[[1,0],[]]\n        ^'],
    ['1 0;; 1 1', 'Row 2 is empty.\n1 0;; 1 1\n    ^'],
    ['1,,0', 'Nothing is entered in row 1, column 2.\n1,,0\n  ^'],
    ['[[1, a], [0, 1]]', 'In row 1, column 2: ‘a’ is not a name in this question.\n[[1, a], [0, 1]]\n     ^'],
    [
      '[[1, 1/0], [0, 1]]',
      'In row 1, column 2: This is not a finite number: it is not defined, as in a division by 0.\n[[1, 1/0], [0, 1]]\n     ^^^',
    ],
    ['', 'Nothing has been typed here.\n\n^'],
    ['[]', 'Row 1 is empty.\n[]\n ^'],
  ])('34: %j is refused, and the row named', (text, message) => {
    expect(rows(text)).toBe(message);
  });
});
