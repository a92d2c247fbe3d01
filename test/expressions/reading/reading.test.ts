import { describe, expect, test } from 'vitest';
import { parse, toLatex, toText } from '../../../src/expressions/index.ts';
import { english } from '../../language/english.ts';

const names = [
  ...[
    'out',
    'y',
    'yhat',
    'n1',
    'n2',
    'z',
    'z1',
    'z2',
    'A',
    'B',
    'p',
    'eta',
    'lambda',
    'b1_2',
    'x_i',
    'learning_rate',
  ],
  ...['W1_11', 'W1_12', 'W2_11', 'W2_12'],
];
const read = (text: string, options: { sigma?: string; decimalComma?: boolean } = {}): string => {
  const parsed = parse(text, { names, sigma: 'relu', ...options });
  return parsed.ok ? toText(parsed.tree) : `${english(english(parsed.error.message))}\n${parsed.error.caret}`;
};

/** Every row: what is read, and the ways to type it. The table is the documentation of the reader. */
const readings: Readonly<Record<string, readonly string[]>> = {
  '2*(out - y)*n1': [
    ...[
      '2*(out-y)*n1',
      '2(out - y) n_1',
      '2 (out−y)·n₁',
      '2∗(out − y)∗n₁',
      '2×(out–y)×n₁',
      '2(out - y) \\cdot n_1',
    ],
    ...['$2(\\mathrm{out}-y)\\cdot n_{1}$', '2\\left(out-y\\right)n_1', '2\\,(\\operatorname{out}-y)\\,n_1'],
    ...[
      '２（ｏｕｔ－ｙ）ｎ１',
      '2[out-y]n1',
      '2{out-y}n1',
      '2(out-y)\u200bn1',
      '2\u2062(out-y)\u2062n1',
      '\\(2(out-y)n_1\\)',
    ],
    ...[
      '2 \\times \\bigl(\\text{out} - y\\bigr) \\times n_1',
      '`2(out-y)n_1`',
      '2(out-y)n_(1)',
      '2 xx (out-y) xx n_1',
      '2(text(out)-y)n_1',
      '2("out"-y)n_1',
      '2 (out - y) N_1.',
    ],
  ],
  W1_12: [
    ...['W1_1_2', 'W_1_12', 'W_{1}_{1}_{2}'],
    ...[
      'W1_12',
      'W_{12}^{(1)}',
      'W^{(1)}_{12}',
      'W⁽¹⁾₁₂',
      'W₁₂⁽¹⁾',
      'w^{[1]}_{1,2}',
      'W_12^(1)',
      'W^(1)_12',
      'W1_{12}',
    ],
    ...[
      'W_{12}^1',
      'W^1_{12}',
      'W_{1 2}^{(1)}',
      '\\mathbf{W}^{(1)}_{1,2}',
      'W_(12)^((1))',
      'W^[1]_12',
      '𝑊₁₂⁽¹⁾',
      '{W}_{12}^{(1)}',
      '{\\bf W}^{(1)}_{12}',
      '\\mathbf W_{12}^{(1)}',
    ],
  ],
  'W1_12^2': ['W1_12^2', '(W_{12}^{(1)})^2', '{W_{12}^{(1)}}^2', 'W1_12²', 'W_{12}^{(1)}^2'],
  'W2_12*lambda': ['\\mathbf{W}^{(2)}_{1 2}\\lambda', 'W_{12}^{(2)}λ', 'W₁₂⁽²⁾λ'],
  b1_2: ['b1_2', 'b_2^{(1)}', 'b^{(1)}_2', 'b₂⁽¹⁾'],
  z1: ['z1', 'z_1', 'z^{(1)}', 'z⁽¹⁾', 'z_{1}'],
  'z^2': ['z^2', 'z²', 'z**2', 'z^{2}', 'z^{ 2 }'],
  'A^2': ['A^(2)', 'A^{(2)}', 'A⁽²⁾'],
  'yhat - y': [
    'yhat - y',
    '\\hat{y} - y',
    'ŷ − y',
    'y\u0302 - y',
    '\\hat y - y',
    'y_hat-y',
    'hat(y) - y',
    '\\widehat{y}-y',
    'hat y - y',
  ],
  x_i: ['x_i', 'xᵢ', 'x_{i}'],
  learning_rate: ['learning_rate', 'learning_{rate}'],
  'eta*lambda': ['\\eta\\lambda', 'ηλ', 'η·λ', 'eta lambda'],
  'relu(z)': [
    ...[
      'relu(z)',
      'ReLU(z)',
      '\\mathrm{ReLU}(z)',
      '\\operatorname{ReLU}(z)',
      'σ(z)',
      '\\sigma(z)',
      'sigma(z)',
      'RELU z',
      'torch.relu(z)',
      'F.relu(z)',
      'torch.nn.functional.relu(z)',
      'tf.nn.relu(z)',
    ],
    ...['\\sigma\\left(z\\right)', 'relu[z]', '\\text{relu}\\{z\\}', 'relu\u2061(z)', '𝜎(𝑧)'],
  ],
  "relu'(z)": [
    "relu'(z)",
    "σ'(z)",
    'σ′(z)',
    'σ’(z)',
    "\\sigma'(z)",
    '\\sigma^{\\prime}(z)',
    '\\sigma^\\prime(z)',
    "sigma' z",
    "{\\sigma}'(z)",
    "\\mathrm{ReLU}'(z)",
  ],
  "relu'(z)^2": ["σ'(z)^2", "σ'^2(z)", "\\sigma'^{2}(z)", "\\sigma'(z)^{2}", '(σ′(z))²'],
  'sigmoid(z)*(1 - sigmoid(z))': [
    'sigmoid(z)(1-sigmoid(z))',
    'logistic(z)·(1−expit(z))',
    '\\operatorname{sigmoid}(z)\\bigl(1-\\operatorname{sigmoid}(z)\\bigr)',
  ],
  'max(0, z)': [
    'max(0,z)',
    '\\max(0, z)',
    '\\max\\{0, z\\}',
    'max{0,z}',
    'max(0; z)',
    '\\max\\left(0,z\\right)',
    'maximum(0, z)',
    '\\mathrm{max}(0,z)',
  ],
  'max(0, min(1, z))': ['max(0,min(1,z))', '\\max(0,\\min(1,z))'],
  'min(max(z, 0), 1)': ['clip(z, 0, 1)'],
  'abs(z)': ['abs(z)', '|z|', '\\left|z\\right|', '\\lvert z\\rvert', '∣z∣', '\\vert z \\vert', '｜z｜'],
  '2*abs(z)*abs(A)': ['2|z||A|', '2|z|·|A|', '2\\left|z\\right|\\left|A\\right|'],
  'abs(abs(z) - 1)': ['||z|-1|', '|(|z|-1)|', '\\left|\\left|z\\right|-1\\right|'],
  '[z > 0]': [
    '[z>0]',
    '(z>0)',
    '1_{z>0}',
    '\\mathbf{1}_{z>0}',
    '𝟙_{z>0}',
    '\\mathbb{1}_{\\{z>0\\}}',
    '1_{z \\gt 0}',
    'z > 0',
    '\\mathbb{1}[z>0]',
    '\\mathbf{1}\\{z>0\\}',
    '𝟙(z>0)',
    '\\mathbb{1}\\left[z>0\\right]',
  ],
  '1*[z > 0]': ['1[z>0]'],
  '2*[z > 0]': ['2𝟙[z>0]', '2\\,\\mathbb{1}[z>0]', '2 1_{z>0}', '2\\mathbf{1}_{z>0}', '2 I(z>0)'],
  'A*z': ['A @ z', 'np.dot(A, z)', 'np.multiply(A, z)', 'A*z;'],
  'log(A)': ['math.log(A)', 'np.log(A)', 'tf.math.log(A)', 'jnp.log(A)'],
  'A^3': ['A**3', 'np.power(A, 3)', 'pow(A, 3)'],
  'if([z > 0], 1, if([z < 0], 0, 1/2))': ['np.heaviside(z, 1/2)'],
  'step(z)': ['step(z)', 'heaviside(z)', 'Heaviside(z)'],
  '[0 <= z]*[z < 1]': ['[0<=z<1]', '[0 ≤ z < 1]', '[0 \\le z < 1]'],
  'if([z > 0], z, 0)': [
    ...[
      'if(z>0, z, 0)',
      'where(z > 0, z, 0)',
      'z if z > 0 else 0',
      'z if z>0, 0 otherwise',
      '(z if z>0 else 0)',
      'z > 0 ? z : 0',
      'np.where(z > 0, z, 0)',
      'wenn(z>0; z; 0)',
      'z wenn z>0, 0 sonst',
    ],
    '\\begin{cases} z & z > 0 \\\\ 0 & \\text{otherwise} \\end{cases}',
    '\\begin{cases}z & \\text{if } z>0,\\\\ 0 & \\text{otherwise}.\\end{cases}',
    '\\left\\{\\begin{array}{ll} z & z>0 \\\\ 0 & \\text{otherwise} \\end{array}\\right.',
    '\\begin{cases} z, & \\text{for } z > 0 \\\\ 0, & \\text{else} \\\\ \\end{cases}',
  ],
  'if([z > 0], 1, if([z <= 0], 0))': ['\\begin{cases} 1 & z > 0 \\\\ 0 & z \\leq 0 \\end{cases}'],
  'tanh(2*z)': ['tanh(2z)', '\\tanh 2z', 'tanh 2z', '\\tanh(2z)', '\\tanh{2z}'],
  'tanh(2)*z': ['tanh(2) z', 'tanh 2 * z'],
  'tanh(z)^2': ['tanh^2(z)', '\\tanh^2 z', '\\tanh^{2}(z)', 'tanh²(z)', 'tanh(z)^2'],
  'sin(A)*cos(B)': ['\\sin A \\cos B', 'sin A cos B', 'sin(A)cos(B)'],
  'log(p/(1 - p))': [
    '\\log\\frac{p}{1-p}',
    'ln(p/(1-p))',
    '\\ln\\left(\\frac{p}{1-p}\\right)',
    'log frac{p}{1-p}',
  ],
  'log(z)': ['log z', '\\ln z', '\\log_e z', '\\log_{e}(z)'],
  'log(z)/log(2)': ['log2(z)', 'log_2(z)', '\\log_2 z', '\\log_{2}(z)'],
  'exp(-z)': [
    'exp(-z)',
    'e^(-z)',
    'e^{-z}',
    'e^-z',
    'exp -z',
    '\\exp(-z)',
    '\\mathrm{e}^{-z}',
    'e⁻ᶻ',
    '\\exp{-z}',
  ],
  '(1 + exp(-z))^-1': ['(1+e^(−z))⁻¹', '(1+e^{-z})^{-1}'],
  '1/(1 + exp(-z))': [
    '\\dfrac{1}{1+e^{-z}}',
    '\\frac1{1+e^{-z}}',
    '1/(1+exp(-z))',
    'frac{1}{1+e^(-z)}',
    '\\tfrac 1 {1+e^{-z}}',
  ],
  'sqrt(A^2 + B^2)': ['√(A²+B²)', '\\sqrt{A^2+B^2}', 'sqrt(A^2+B^2)', 'sqrt{A^2 + B^2}'],
  'sqrt(A)*B': ['√A B', '√A·B', '\\sqrt A B', '\\sqrt{A}B'],
  '1/2*(y - out)^2': ['½(y-out)²', '\\frac12 (y-out)^2', '1/2 (y-out)^2', '\\tfrac{1}{2}(y-out)^{2}'],
  '1/2*z': ['1/2z', '1/2 z', '1/2*z'],
  'A/B*z': ['A/B z', 'A/B*z', 'A÷B·z'],
  'A*B': ['AB', 'A B', 'A⊙B', 'A\\odot B', 'A\\,B', 'A~B', 'A\\quad B'],
  'A*exp(-z)': ['Ae^{-z}', 'A e^{-z}', 'A exp(-z)', 'Aexp(-z)', 'A\\mathrm{e}^{-z}'],
  '-A^2': ['-A^2', '−A²', '-(A^2)'],
  '2^3^z': ['2^3^z', '2^(3^z)', '2^{3^z}'],
  '2^-z^2': ['2^-z^2', '2^{-z^2}'],
  'A - -B': ['A--B', 'A-(-B)', 'A−−B'],
  '10^-3*z': ['10^{-3} z', '10^-3 z', '10⁻³z'],
  'pi*z': ['pi*z', 'πz', '\\pi z'],
  'z*2': ['z 2', 'z·2'],
  '1000*z': [
    '1000z',
    "1'000z",
    '1 000 z',
    '1\u202f000 z',
    '1\u2009000·z',
    '1\\,000 z',
    '1_000 z',
    '1,000 z',
    '1’000 z',
  ],
  '1000000*z': [
    '1,000,000 z',
    '1.000.000 z',
    "1'000'000z",
    '1 000 000 z',
    '１，０００，０００ z',
    '1000000z',
  ],
  '1.5*z': ['1.5z', '1{,}5 z', '１．５z', '1.5 z'],
  '0.5*z': ['.5z', '0.5z'],
  '1e-3*z': ['1e-3z', '1E-3 z'],
  '2*1.6e9': ['2*1.6e+9', '2·1.6e9'],
};

describe('a reader of mathematics', () => {
  for (const [meaning, texts] of Object.entries(readings)) {
    test.each(texts)(`reads ${meaning} from %s`, (text) => {
      expect(read(text)).toBe(meaning);
    });
  }

  test('lets the declared names decide what letters and digits mean', () => {
    const asText = (text: string, declared: readonly string[]) => {
      const parsed = parse(text, { names: declared });
      return parsed.ok ? toText(parsed.tree) : english(english(parsed.error.message));
    };
    expect(asText('out', ['out'])).toBe('out');
    expect(asText('out', ['o', 'u', 't'])).toBe('o*u*t');
    expect(asText('n_1(out)', ['n1', 'out'])).toBe('n1*out');
    expect(asText('e^e', ['e'])).toBe('e^e');
    expect(asText('sigma(2)', ['sigma'])).toBe('sigma*2');
    expect(asText('y^{(2)}', ['y'])).toBe('y^2');
    expect(asText('y^{(2)}', ['y', 'y2'])).toBe('y2');
    expect(asText('a A', ['a', 'A'])).toBe('a*A');
    expect(asText('a', ['A'])).toContain('Did you mean ‘A’?');
    expect(asText('x 2', ['x'])).toBe('x*2');
    expect(asText('W_{10,2}', ['W_10_2'])).toBe('W_10_2');
  });

  test('reads functions of other letters as they are declared', () => {
    const parsed = parse("φ'(z) + \\psi(z)", { names: ['z'], functions: { phi: 'tanh', psi: 'leaky_relu' } });
    expect(parsed.ok && toText(parsed.tree)).toBe("tanh'(z) + if([z > 0], z, 0.01*z)");
    expect(() => parse('z', { functions: { phi: 'nothing' } })).toThrow(RangeError);
  });

  test('reads derivatives of the usual activation functions', () => {
    expect(read("tanh'(z)")).toBe("tanh'(z)");
    expect(read("softplus'(z)")).toBe('sigmoid(z)');
    expect(read("exp'(2z)")).toBe('exp(2*z)');
    expect(read("leaky_relu'(z, 0.1)")).toBe('if([z > 0], 1, 0.1)');
  });
});

describe('35: signs, digits and spaces of other keyboards', () => {
  test('35: full-width, minus and invisible characters are read as meant', () => {
    expect(read('２\u00a0−\u200b\u200ez')).toBe('2 - z');
  });

  test('35: characters that turn the direction of writing are named', () => {
    expect(read('z\u202e+1')).toContain('an invisible character here that changes the direction of writing');
  });

  test('35: a decimal comma is read where the course writes it, and named elsewhere', () => {
    expect(read('1,5 z', { decimalComma: true })).toBe('1.5*z');
    expect(read('max(0,5; z)', { decimalComma: true })).toBe('max(0.5, z)');
    expect(read('max(0,5)', { decimalComma: true })).toBe('max(0, 5)');
    expect(read('max(0, 5)', { decimalComma: true })).toBe('max(0, 5)');
    expect(read('exp(0,5)', { decimalComma: true })).toBe('exp(0.5)');
    expect(read('1,592 z', { decimalComma: true })).toBe('1.592*z');
    expect(read('1,592 z')).toBe('1592*z');
    expect(read('1,5 z')).toContain('A comma cannot be read here. Write decimals with a point');
  });
});

describe('what cannot be read', () => {
  test.each([
    ['', 'Nothing has been typed here.', '^'],
    [
      "2(out-y)\\sigma(z)'",
      'A prime can only come right after the name of a function, as in σ′(z).',
      '                 ^',
    ],
    ['\\input{/etc/passwd}', 'The command ‘\\input’ cannot be used here.', '^^^^^^'],
    [
      '(out-y)2',
      'There are two numbers in a row here, or a number after a bracket: write * for a product or ^ for a power.',
      '       ^',
    ],
    [
      '2 3',
      'There are two numbers in a row here, or a number after a bracket: write * for a product or ^ for a power.',
      '  ^',
    ],
    ['y3', '‘y3’ is not a name in this question. For a product write y*3, for a power y^3.', '^^'],
    ['yhta', '‘yhta’ is not a name in this question. Did you mean ‘yhat’?', '^^^^'],
    ['2*sigmod(z)', '‘sigmod’ is not a name in this question. Did you mean ‘sigmoid’?', '  ^^^^^^'],
    ['W_{21}^{(1)}', '‘W1_21’ is not a name in this question. Did you mean ‘W1_11’?', '^^^^^^^^^^^^'],
    ['(z', 'This ‘(’ is never closed.', '^'],
    ['z)', 'This ‘)’ closes nothing that is open, or something is missing before it.', ' ^'],
    ['(z]', 'This ‘]’ closes nothing that is open, or something is missing before it.', '  ^'],
    ['2*', 'Something is missing at the end.', '  ^'],
    ['*z', '‘*’ cannot be read here.', '^'],
    ['L = z', 'There is an equals sign here: type only what is to its right.', '  ^'],
    ['z!', 'Factorials cannot be used here.', ' ^'],
    ['\\|z\\|', 'A norm ‖…‖ cannot be read; for an absolute value use a single bar.', '^^'],
    ['|z', 'This ‘|’ is never closed.', '^'],
    ['relu', '‘relu’ is a function: its argument is missing.', '^^^^'],
    ['relu * z', '‘relu’ is a function: its argument is missing.', '^^^^'],
    ['max z', '‘max’ needs its arguments in brackets.', '^^^'],
    ['max(z)', '‘max’ needs at least 2 arguments.', '^^^'],
    ['tanh(z, 1)', '‘,’ cannot be read here.', '      ^'],
    ["σ''(z)", 'A second derivative cannot be read: write it out.', '^^^'],
    [
      'tanh^{-1}(z)',
      'It is unclear whether this means the inverse function or 1/tanh: write one or the other out.',
      '^^^^^^^^^',
    ],
    ...[
      '\\partial L',
      '\\frac{\\partial L}{\\partial out}',
      '\\nabla L',
      '∂L/∂out',
      'dL/dout',
      '\\frac{dL}{d out}',
    ].map((text): [string, string, string] => [
      text,
      'A derivative such as ∂L/∂out cannot be read: write it out',
      '',
    ]),
    ...['z^T', 'z^\\top'].map((text): [string, string, string] => [
      text,
      'Every name here is one number',
      '',
    ]),
    ['(z>0).float()', 'A point can only be part of a number: write a function before its argument', '     ^'],
    ['w_11', '‘w11’ is not a name in this question. Similar names are W1_11, W2_11.', '^^^^'],
    ['W2[1, 1]', '‘W2’ is not a name in this question. Similar names are W2_11, W2_12.', '^^'],
    ['v_1', '‘v1’ is not a name in this question. Did you mean ‘n1’?', '^^^'],
    ['\\sum_i x_i', 'The command ‘\\sum’ cannot be used here.', '^^^^'],
    ['\\begin{matrix}1\\end{matrix}', 'Only the environment ‘cases’ can be used here.', '^^^^^^'],
    ['\\left. z\\right|', 'This bracket has no partner.', '^^^^^^'],
    ['z…', 'A point can only be part of a number', ' ^'],
    ['z_', '‘_’ cannot be read here.', ' ^'],
    ['z_{', '‘_’ cannot be read here.', ' ^'],
    ['z_{1', '‘_’ cannot be read here.', ' ^'],
    ['os.system(z)', '‘os’ is not a name in this question.', '^^'],
    ['z % 2', '‘%’ cannot be read here.', '  ^'],
    ['é', '‘é’ cannot be read here.', ''],
    ['z; A', '‘;’ cannot be read here.', ' ^'],
    ['1e999', 'This number is too large: it is not a finite number here.', '^^^^^'],
  ])('%s', (text, message, marks) => {
    const parsed = parse(text, { names, sigma: 'relu' });
    if (parsed.ok) throw new Error(`was read as ${toText(parsed.tree)}`);
    expect(english(parsed.error.message)).toContain(message);
    if (marks !== '') expect(parsed.error.caret).toBe(`${text}\n${marks}`);
  });

  test('unknown names do not keep the rest from being read; the first of them is told', () => {
    const parsed = parse('q A + B/qq', { names });
    if (parsed.ok) throw new Error('q is no name');
    const { partly, at } = parsed.error;
    expect(at).toEqual({ start: 0, end: 1 });
    expect(partly && toText(partly.tree)).toBe('q*A + B/qq');
    expect([...(partly?.unknown ?? [])]).toEqual(['q', 'qq']);
    const broken = parse('q A +', { names });
    expect(broken).toMatchObject({ ok: false, error: { at: { start: 0, end: 1 } } });
    expect(broken).not.toHaveProperty('error.partly');
  });

  test('σ means nothing where the question does not say what', () => {
    expect(parse('σ(z)', { names: ['z'] })).toMatchObject({ ok: false, error: { at: { start: 0, end: 1 } } });
  });

  test('a long line is cut around the place', () => {
    const parsed = parse(`${'z+'.repeat(100)}q${'+z'.repeat(100)}`, { names: ['z'] });
    if (parsed.ok) throw new Error('q is no name');
    const [line = '', marks = ''] = parsed.error.caret.split('\n');
    expect(line.length).toBeLessThan(100);
    expect(line[marks.indexOf('^')]).toBe('q');
  });
});

describe('LaTeX', () => {
  test.each([
    [
      "2(out-y)*W2_11*sigma'(W1_11*A+W1_12*B)*B",
      "2 \\, \\left(\\mathrm{out} - y\\right) \\, W_{11}^{(2)} \\, \\sigma'\\left(W_{11}^{(1)} \\, A + W_{12}^{(1)} \\, B\\right) \\, B",
    ],
    ['yhat-y', '\\hat{y} - y'],
    ['1/(1+e^-z)', '\\frac{1}{1 + \\exp\\left(-z\\right)}'],
    ['lambda*learning_rate', '\\lambda \\, \\mathrm{learning}_{\\mathrm{rate}}'],
    ['1.6e9*z', '1.6 \\cdot 10^{9} \\, z'],
    ['2*3*z', '2 \\cdot 3 \\, z'],
    ['step(z)', '\\mathbf{1}\\left[z > 0\\right]'],
    ['if(z>0,z,0)', '\\begin{cases} z & \\text{if } z > 0 \\\\ 0 & \\text{otherwise} \\end{cases}'],
    ['1592527626', '1\\,592\\,527\\,626'],
    ['(-z)^2', '\\left(-z\\right)^{2}'],
    ['b1_2^2', '\\left(b_{2}^{(1)}\\right)^{2}'],
  ])('of %s', (text, latex) => {
    const parsed = parse(text, { names, sigma: 'relu' });
    expect(parsed.ok && toLatex(parsed.tree, { sigma: 'relu' })).toBe(latex);
  });
});
