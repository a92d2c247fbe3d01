import { grouped } from '../numbers/digits.ts';
import type { OwnFunction } from './functions.ts';
import { greekNames } from './reading/tokens/commands.ts';
import { asSigma, isArithmetic, type PrintOptions, ranks } from './text.ts';
import { isNegated, type Tree } from './tree.ts';

const relations: Readonly<Record<string, string>> = {
  '<=': '\\le',
  '>=': '\\ge',
  '!=': '\\ne',
  '<': '<',
  '>': '>',
  '=': '=',
};

/** LaTeX as a textbook sets it: W_{12}^{(1)}, \hat{y}, \frac{a}{b}; brackets grow with what they hold. */
export const toLatex = (tree: Tree, options: PrintOptions = {}): string => {
  const write = (node: Tree): string => {
    switch (node.kind) {
      case 'number':
        return numberLatex(node.digits);
      case 'constant':
        return node.name === 'e' ? 'e' : '\\pi';
      case 'name':
        return options.unknown?.has(node.name)
          ? `\\underline{${nameLatex(node.name)}}`
          : nameLatex(node.name);
      case 'apply':
        return node.fn.name === 'neg' ? `-${part(node.to, ranks.neg)}` : applied(node.fn, node.to);
      case 'choice': {
        const last = node.otherwise ? ` \\\\ ${write(node.otherwise)} & \\text{otherwise}` : '';
        return `\\begin{cases} ${write(node.then)} & ${condition(node.when)}${last} \\end{cases}`;
      }
      case 'binary':
        return operated(node);
    }
  };
  const part = (node: Tree, least: number): string =>
    rank(node) < least ? bracketed(write(node)) : write(node);

  const applied = (fn: OwnFunction, to: Tree): string => {
    if (fn.latexOf) return fn.latexOf(write(to));
    const shown = asSigma(fn.name, options.sigma);
    const command = shown === fn.name ? fn.latex : `\\${shown}`;
    return `${command}${bracketed(write(to))}`;
  };

  const operated = ({ op, left, right }: Extract<Tree, { kind: 'binary' }>): string => {
    if (op === 'max' || op === 'min') return `\\${op}${bracketed(`${write(left)}, ${write(right)}`)}`;
    if (!isArithmetic(op)) return `\\left[${write(left)} ${relations[op]} ${write(right)}\\right]`;
    if (op === '/') return `\\frac{${write(left)}}{${write(right)}}`;
    if (op === '^') return `${base(left)}^{${write(right)}}`;
    if (op !== '*') return `${part(left, ranks[op])} ${op} ${part(right, ranks[op] + 1)}`;
    return `${part(left, ranks['*'])} ${needsDot(right) ? '\\cdot ' : '\\, '}${part(right, ranks.neg + 1)}`;
  };
  /** A second superscript on W_{12}^{(1)} would be an error. */
  const base = (node: Tree): string => {
    const latex = part(node, ranks.atom);
    return node.kind === 'name' && latex.includes('^') ? bracketed(latex) : latex;
  };
  const condition = (when: Tree): string =>
    when.kind === 'binary' && relations[when.op]
      ? `\\text{if } ${write(when.left)} ${relations[when.op]} ${write(when.right)}`
      : `\\text{if } ${write(when)} \\ne 0`;

  return write(tree);
};

const bracketed = (latex: string): string => `\\left(${latex}\\right)`;

/** A fraction and a root keep themselves together; cases have no bracket at their right side. */
const rank = (tree: Tree): number => {
  if (tree.kind === 'apply') return isNegated(tree) ? ranks.neg : ranks.atom;
  if (tree.kind === 'choice') return 0;
  if (tree.kind === 'number') return /e/.test(tree.digits) ? ranks['*'] : ranks.atom;
  if (tree.kind !== 'binary' || !isArithmetic(tree.op)) return ranks.atom;
  return tree.op === '/' ? ranks['^'] : ranks[tree.op];
};

/** Two numbers side by side would read as one. */
const needsDot = (right: Tree): boolean => {
  if (right.kind === 'number') return true;
  return right.kind === 'binary' && right.op === '^'
    ? needsDot(right.left)
    : right.kind === 'binary' && right.op === '/';
};

const numberLatex = (digits: string): string => {
  const [mantissa = '', exponent] = digits.split('e');
  const number = grouped(mantissa, '\\,', 5);
  if (exponent === undefined) return number;
  const power = `10^{${Number(exponent)}}`;
  return mantissa === '1' ? power : `${number} \\cdot ${power}`;
};

/** W1_12 is W_{12}^{(1)}, n1 is n_{1}, yhat is \hat{y}, lambda is \lambda, out is upright. */
const nameLatex = (name: string): string => {
  const found = /^([A-Za-z]+?)(hat|bar|tilde)?(\d+)?(?:_(\w+)|_\{([\w,]+)\})?$/.exec(name);
  if (!found) return `\\mathrm{${name.replace(/[^A-Za-z0-9]/g, '')}}`;
  const [, letters = '', accent, digits, bare, braced] = found;
  const index = bare ?? braced;
  const plain = greekNames.has(letters)
    ? `\\${letters}`
    : letters.length > 1
      ? `\\mathrm{${letters}}`
      : letters;
  const base = accent ? `\\${accent}{${plain}}` : plain;
  const subscript = index ?? digits;
  const layer = index !== undefined && digits !== undefined ? `^{(${digits})}` : '';
  const shown = subscript && /^[A-Za-z]{2,}$/.test(subscript) ? `\\mathrm{${subscript}}` : subscript;
  return `${base}${shown === undefined ? '' : `_{${shown.replaceAll('_', ',')}}`}${layer}`;
};
