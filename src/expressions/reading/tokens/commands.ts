/** Greek letters by name; the name is what the tree holds. */
export const greek: ReadonlyMap<string, string> = new Map([
  ...[
    'α alpha',
    'β beta',
    'γ gamma',
    'δ delta',
    'ε epsilon',
    'ζ zeta',
    'η eta',
    'θ theta',
    'ι iota',
    'κ kappa',
    'λ lambda',
    'μ mu',
    'ν nu',
    'ξ xi',
    'π pi',
    'ρ rho',
    'σ sigma',
    'ς sigma',
    'τ tau',
    'υ upsilon',
    'φ phi',
    'χ chi',
    'ψ psi',
    'ω omega',
    'Γ Gamma',
    'Δ Delta',
    'Θ Theta',
    'Λ Lambda',
    'Ξ Xi',
    'Π Pi',
    'Σ Sigma',
    'Φ Phi',
    'Ψ Psi',
    'Ω Omega',
  ].map((row): [string, string] => [row.slice(0, 1), row.slice(2)]),
]);

export const greekNames: ReadonlySet<string> = new Set(greek.values());

/** Other shapes of letters. */
export const letters: ReadonlyMap<string, string> = new Map([
  ['varepsilon', 'epsilon'],
  ['vartheta', 'theta'],
  ['varphi', 'phi'],
  ['varsigma', 'sigma'],
  ['ell', 'l'],
]);

const words = (text: string): string[] => text.split(' ');

/** LaTeX commands that are only space or size. */
export const ignored: ReadonlySet<string> = new Set(
  words(
    'quad qquad thinspace medspace thickspace enspace displaystyle textstyle scriptstyle limits nolimits nonumber',
  ),
);

/** Sizes of brackets; `left` and `right` say which side a bar is. */
export const sizes: ReadonlyMap<string, 'open' | 'close' | 'either'> = new Map([
  ...words('left bigl Bigl biggl Biggl').map((word) => [word, 'open'] as const),
  ...words('right bigr Bigr biggr Biggr').map((word) => [word, 'close'] as const),
  ...words('big Big bigg Bigg middle').map((word) => [word, 'either'] as const),
]);

/** Commands around a name or a number that only change the letters' look. */
export const styles: ReadonlySet<string> = new Set(
  words(
    'mathrm mathbf mathit mathsf mathtt mathcal mathbb mathds mathnormal boldsymbol bm operatorname text textrm textit textbf textnormal texttt textsf textup mathop mbox symbf vec rm bf it',
  ),
);

/** Accents become part of a name: \hat{y} is yhat. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['hat', 'hat'],
  ['widehat', 'hat'],
  ['bar', 'bar'],
  ['overline', 'bar'],
  ['tilde', 'tilde'],
  ['widetilde', 'tilde'],
]);

/** Commands that the parser itself reads. */
export const structures: ReadonlyMap<string, string> = new Map([
  ['frac', 'frac'],
  ['dfrac', 'frac'],
  ['tfrac', 'frac'],
  ['cfrac', 'frac'],
  ['sqrt', 'sqrt'],
  ['begin', 'begin'],
  ['end', 'end'],
]);

/** Commands that stand for characters of the plain alphabet. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ...words('cdot times ast odot bullet').map((word) => [word, '*'] as const),
  ['div', '/'],
  ['le', '<='],
  ['leq', '<='],
  ['leqslant', '<='],
  ['ge', '>='],
  ['geq', '>='],
  ['geqslant', '>='],
  ['lt', '<'],
  ['gt', '>'],
  ['ne', '!='],
  ['neq', '!='],
  ['prime', "'"],
  ['lbrace', '{'],
  ['rbrace', '}'],
  ['lbrack', '['],
  ['rbrack', ']'],
  ['lparen', '('],
  ['rparen', ')'],
  ['vert', '|'],
  ['mid', '|'],
]);

/** What AsciiMath writes without a backslash. */
export const bareCommands: ReadonlySet<string> = new Set(words('frac hat bar tilde cdot times prime text'));
