import { describe, expect, test } from 'vitest';
import {
  agreesWith,
  type Comparison,
  DefinitionError,
  type Domain,
  equivalent,
  evaluate,
  parse,
  type Tree,
} from '../../../src/expressions/index.ts';
import { english } from '../../language/english.ts';

type Domains = Readonly<Record<string, Domain>>;

const tree = (text: string, names: readonly string[], sigma: string | null = null): Tree => {
  const parsed = parse(text, { names, sigma });
  if (!parsed.ok) throw new Error(english(parsed.error.message));
  return parsed.tree;
};

const verdict = (a: string, b: string, variables: Domains): Comparison => {
  const names = Object.keys(variables);
  return equivalent(tree(a, names), tree(b, names), { variables, seed: 'test' });
};

const real = (names: string): Domains => Object.fromEntries(names.split(' ').map((name) => [name, 'real']));

describe('equal', () => {
  test.each<[string, string, Domains]>([
    ['(A+B)^10', '(A+B)^9*(B+A)', real('A B')],
    ['(A+1e8)-1e8', 'A', real('A')],
    ['-(y/p)+(1-y)/(1-p)', '(p-y)/(p*(1-p))', { y: 'real', p: 'unit' }],
    ['0.1+0.2', '0.3', {}],
    ['sqrt(2)*sqrt(2)', '2', {}],
    ['exp(1)', 'e', {}],
    ['log(A*B)', 'log(A)+log(B)', { A: 'positive', B: 'positive' }],
    ['sqrt(A)^2', 'A', { A: 'positive' }],
    ['log(p/(1-p))', 'log(p)-log(1-p)', real('p')],
    ['max(A,B)', '(A+B+abs(A-B))/2', real('A B')],
    ['max(A,B)+min(A,B)', 'A+B', real('A B')],
    ['relu(k*z)', 'k*relu(z)', { z: 'real', k: 'positive' }],
    ["relu'(z)*z", 'relu(z)', real('z')],
    ['if(z>0,A,B)', "B+relu'(z)*(A-B)", real('z A B')],
    ['if(z>0,log(z),0)', 'if(z>0,-log(1/z),0)', real('z')],
    ["tanh'(z)", "4*sigmoid'(2*z)", real('z')],
    ['tanh(z)', '(exp(z)-exp(-z))/(exp(z)+exp(-z))', real('z')],
    ['log(1+exp(z))', 'z+log(1+exp(-z))', real('z')],
    ['exp(z1)/(exp(z1)+exp(z2)+exp(z3))', '1/(1+exp(z2-z1)+exp(z3-z1))', real('z1 z2 z3')],
    ['sin(z)^2+cos(z)^2-1', '0', real('z')],
    ['A^B*A^C', 'A^(B+C)', { A: 'positive', B: 'real', C: 'real' }],
    ['(-z)^2.0', 'z^2', real('z')],
    ['sqrt(A^2+1)-A', '1/(sqrt(A^2+1)+A)', real('A')],
    ['9^9^9^9*z', 'z*9^9^9^9', real('z')],
    // Float64 overflows, or loses in these what more digits keep.
    ['log(exp(A)*exp(B))', 'A+B', real('A B')],
    ['exp(z+30)-exp(z)*exp(30)', '0', real('z')],
    ['log(exp(500*A)+exp(500*B))/500', 'A+log(1+exp(500*(B-A)))/500', real('A B')],
    ['log(sigmoid(z^2-1)/(1-sigmoid(z^2-1)))', 'z^2-1', real('z')],
    ['exp(z)^100', 'exp(100*z)', real('z')],
  ])('%s and %s', (a, b, variables) => {
    expect(verdict(a, b, variables)).toEqual({ verdict: 'equal' });
  });
});

describe('equal but for a single point', () => {
  test.each<[string, string, Readonly<Record<string, number>>]>([
    ['[z>=0]', '[z>0]', { z: 0 }],
    ['if(z>0,1,0)', '[z>=0]', { z: 0 }],
    ["relu'(z)", '[z>=0]', { z: 0 }],
    ['step(z)+step(-z)', '1', { z: 0 }],
    ['sign(z)', '2*step(z)-1', { z: 0 }],
    ['z/z', '1', { z: 0 }],
    ['z^7/z^5', 'z^2', { z: 0 }],
    ['[z>1.25]', '[z>=1.25]', { z: 1.25 }],
    ['step(A+B)', '[A+B>=0]', { A: 0, B: 0 }],
  ])('%s and %s', (a, b, point) => {
    const result = verdict(a, b, real(Object.keys(point).join(' ')));
    expect(result).toMatchObject({ verdict: 'equal', convention: { kind: 'convention', point } });
  });
});

describe('different', () => {
  test.each<[string, string, Domains, 'value' | 'domain']>([
    ['(A+1e8)-1e8', 'A+1e-12', real('A'), 'value'],
    ['(A+B)^10', '(A+B)^10+1e-9*A*B', real('A B'), 'value'],
    ['z+1e-9', 'z', real('z'), 'value'],
    ['1.0000001*exp(z)', 'exp(z)', real('z'), 'value'],
    ['3.14159', 'pi', {}, 'value'],
    ['log(A^2)', '2*log(A)', real('A'), 'domain'],
    ['log(A*B)', 'log(A)+log(B)', real('A B'), 'domain'],
    ['sqrt(A)^2', 'A', real('A'), 'domain'],
    ['exp(log(A))', 'A', real('A'), 'domain'],
    ['relu(z)/relu(z)', '1', real('z'), 'domain'],
    ['if(z>0,z)', 'relu(z)', real('z'), 'domain'],
    ['exp(-1000*A^2)', '0', real('A'), 'value'],
    ['exp(-1000000*z^2)', '0', real('z'), 'value'],
    ['exp(-1000*(z-3)^2)', '0', real('z'), 'value'],
    ['sin(pi*z)', '0', real('z'), 'value'],
    ['relu(z)', 'z', real('z'), 'value'],
    ['relu(k*z)', 'k*relu(z)', real('k z'), 'value'],
    ['relu(z-100)', '0', real('z'), 'value'],
    ['step(z-5)-step(z-5.001)', '0', real('z'), 'value'],
    ['relu(A)*relu(B)', 'relu(A*B)', real('A B'), 'value'],
    ['relu(A)*relu(B)*relu(C)*relu(D)*relu(E)*relu(F)', '0', real('A B C D E F'), 'value'],
    ['atan(tan(z))', 'z', real('z'), 'value'],
    ['exp(50*A)*exp(50*B)', 'exp(50*(A+B))+relu(A-30)', real('A B'), 'value'],
    ['1e15*A-1e15*A+B', 'B+1e-10*sin(A)', real('A B'), 'value'],
    ['(A+1e5)^3-A^3-3e5*A^2-3e10*A', '1e15+sin(A)', real('A'), 'value'],
    ['exp(z)^100', 'exp(101*z)', real('z'), 'value'],
    ['sigmoid(2*3.5-7)', 'step(2*3.5-7)', {}, 'value'],
    ['min(0.999,p)', 'p', { p: 'unit' }, 'value'],
  ])('%s and %s', (a, b, variables, kind) => {
    const result = verdict(a, b, variables);
    expect(result).toMatchObject({ verdict: 'different', witness: { kind } });
    if (result.verdict !== 'different') return;
    const { witness } = result;
    expect(witness.a).not.toBe(witness.b);
  });

  test('finds a difference that no float64 shows, beside a value of 1e43', () => {
    const result = verdict('relu(exp(z))', 'exp(z)+relu(z-100)/1000', real('z'));
    if (result.verdict !== 'different') throw new Error(result.verdict);
    expect(result.witness.point['z']).toBeGreaterThan(100);
  });

  test('shows a witness of small numbers where there is one', () => {
    const result = verdict('2*(out-y)*n1', '2*(y-out)*n1', real('out y n1'));
    if (result.verdict !== 'different') throw new Error(result.verdict);
    for (const value of Object.values(result.witness.point)) expect(Math.abs(2 * value) % 1).toBe(0);
  });
});

describe('undecided', () => {
  test.each<[string, string]>([
    ['9^9^9^9*z', 'z'],
    ['1/(z-z)', '1/(z-z)+1'],
    ['log(-1-z^2)', 'log(-2-z^2)'],
  ])('%s and %s, because too few points are valid', (a, b) => {
    const answer = verdict(a, b, real('z'));
    expect(answer.verdict === 'undecided' && english(answer.reason)).toContain('points');
  });
});

describe('definitions', () => {
  test('are put in before comparing', () => {
    const names = ['s', 'z'];
    const definitions = new Map([['s', tree('sigmoid(z)', names)]]);
    const options = { variables: real('z'), definitions };
    expect(equivalent(tree("sigmoid'(z)", names), tree('s*(1-s)', names), options)).toEqual({
      verdict: 'equal',
    });
  });

  test('may use each other without multiplying', () => {
    const names = Array.from({ length: 60 }, (_, i) => `d${i}`);
    const definitions = Object.fromEntries(
      names.slice(1).map((name, i) => [name, tree(`d${i}+d${i}`, names)]),
    );
    const a = tree('d59', names);
    expect(equivalent(a, tree(`${2n ** 59n}*d0`, names), { definitions })).toEqual({ verdict: 'equal' });
  });

  test('that go in a circle are an error of the author', () => {
    const names = ['a', 'b'];
    const definitions = { a: tree('b', names), b: tree('a+1', names) };
    expect(() => equivalent(tree('a', names), tree('b', names), { definitions })).toThrow(DefinitionError);
  });
});

describe('agreement with a reference that can only be run', () => {
  const names = ['A', 'B', 'z', 'out'];
  const definitions = { z: tree('2*A-B', names), out: tree('relu(z)', names) };
  const variables = real('A B');
  const backward = ({ A = 0, B = 0 }) => (2 * A - B > 0 ? 2 : 0);

  test('takes any formula with its values, intermediate names included', () => {
    for (const text of ["2*relu'(z)", '2*[z>0]', '2*step(2*A-B)', 'if(2*A>B, 2, 0)', '2*out/z']) {
      const result = agreesWith(tree(text, names), backward, {
        variables,
        definitions,
        kinks: [{ of: tree('z', names), at: 0 }],
      });
      expect(result.verdict, text).toBe('equal');
    }
  });

  test('refutes others with a point', () => {
    for (const text of ['2', "relu'(z)", '2*[A>0]', '2*out', '1/0', '2*sqrt(z)/sqrt(z)']) {
      const result = agreesWith(tree(text, names), backward, { variables, definitions });
      expect(result, text).toMatchObject({ verdict: 'different', witness: { point: expect.anything() } });
    }
  });

  test('reaches regions that only the reference has, if it is told of them', () => {
    const reference = ({ A = 0 }) => (A > 1000 ? 1 : 0);
    const options = { variables: real('A'), kinks: [{ of: tree('A', names), at: 1000 }] };
    expect(agreesWith(tree('0', names), reference, options).verdict).toBe('different');
    expect(agreesWith(tree('[A>1000]', names), reference, options).verdict).toBe('equal');
  });

  test('is not refuted where the reference overflows', () => {
    const overflows = ({ A = 0 }) => Math.exp(-A) / (1 + Math.exp(-A)) ** 2;
    expect(agreesWith(tree("sigmoid'(A)", names), overflows, { variables: real('A') }).verdict).toBe('equal');
  });

  test('is undecided where the reference is never defined', () => {
    expect(agreesWith(tree('1/(A-A)', names), () => undefined, { variables: real('A') }).verdict).toBe(
      'undecided',
    );
  });

  test('holds for a formula with itself', () => {
    const a = tree("2*relu'(z)*A", names);
    const point = (values: Readonly<Record<string, number>>) =>
      evaluate(a, { ...values, z: 2 * (values['A'] ?? 0) - (values['B'] ?? 0) });
    expect(agreesWith(a, point, { variables, definitions }).verdict).toBe('equal');
  });
});
