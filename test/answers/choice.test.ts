import { describe, expect, it } from 'vitest';
import { layOut, mark, problemsOf, right, setting, valueRead, write, wrong } from './setting.ts';

const options = {
  a: {
    W1: [
      [0, -1],
      [-1, 1],
    ],
    W2: [[1, 1]],
  },
  b: {
    W1: [
      [1, 0],
      [-1, 1],
    ],
    W2: [[1, 1]],
  },
};
const answer = layOut({ choice: options });

describe('a choice', () => {
  it('turns its options into values of the kinds that the claim judges, in the order of the file', () => {
    expect(answer.options.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(answer.options[1]?.value).toEqual({ type: 'weights', matrices: options.b });
    expect(answer.options[1]?.shown).toBe(
      '$W^{(1)} = \\begin{pmatrix} 1 & 0 \\\\ -1 & 1 \\end{pmatrix}$, $W^{(2)} = \\begin{pmatrix} 1 & 1 \\end{pmatrix}$',
    );
  });

  it('asks the claim of the option that was chosen, and of no other', () => {
    expect(valueRead(answer, { option: 'b' })).toEqual(answer.options[1]?.value);
    expect(mark(answer, { option: 'b' }, () => right)).toEqual({ state: 'marked', fraction: 1, notes: [] });
    expect(mark(answer, { option: 'a' }, () => wrong('No.'))).toMatchObject({ state: 'marked', fraction: 0 });
  });

  it('is blank when nothing is chosen', () => {
    expect(answer.read({})).toEqual({ state: 'blank' });
    expect(mark(answer, { option: '' }, () => right)).toEqual({ state: 'blank' });
  });

  it('passes on what the claim cannot or will not decide', () => {
    expect(
      mark(answer, { option: 'a' }, () => ({ verdict: 'undecided', reason: 'Too few points.' })),
    ).toEqual({
      state: 'undecided',
      reason: 'Too few points.',
    });
    expect(
      mark(answer, { option: 'a' }, () => ({ verdict: 'invalid', message: 'Only -1, 0, 1.' })),
    ).toMatchObject({
      state: 'invalid',
      problems: [{ message: 'Only -1, 0, 1.' }],
    });
  });

  it('writes a key, and names the options where the key is none of them', () => {
    expect(write(answer, 'b')).toEqual({ option: 'b' });
    expect(() => write(answer, 'z')).toThrow('The key must be one of the options: a, b.');
    expect(answer.write(undefined)).toHaveProperty('problem');
  });

  it('finds the option of a value, and shows which is chosen', () => {
    const [first] = answer.options;
    expect(first && answer.writeValue(first.value)).toEqual({ option: 'a' });
    expect(answer.writeValue({ type: 'words', text: 'a' })).toBeNull();
    expect(answer.view({ option: 'a' })).toMatchObject({
      options: [
        { id: 'a', checked: true },
        { id: 'b', checked: false },
      ],
    });
  });

  it('shows an option as the file says, where it says', () => {
    const words = layOut({ choice: { a: { shows: '**XOR** of $A$, $B$', value: 'XOR' }, b: 'OR' } });
    expect(words.options).toEqual([
      { id: 'a', shown: '**XOR** of $A$, $B$', value: { type: 'words', text: 'XOR' } },
      { id: 'b', shown: 'OR', value: { type: 'words', text: 'OR' } },
    ]);
  });

  it('reads expressions, numbers and shapes where the claim judges them', () => {
    const within = (accepts: ReturnType<typeof setting>['accepts']) => setting({ accepts });
    const gradients = layOut(
      { choice: { a: '2(y - out) n1', b: '2(out - y) \\cdot n_1' } },
      within(['expression']),
    );
    expect(gradients.options.map(({ value }) => value.type)).toEqual(['expression', 'expression']);
    expect(gradients.options[1]?.shown).toBe('$2(out - y) \\cdot n_1$');

    const counts = layOut({ choice: { a: 593536, b: "1'592'527'626", c: '3 * 2^10' } }, within(['number']));
    expect(counts.options.map(({ value }) => value.type === 'number' && value.value)).toEqual([
      593536, 1592527626, 3072,
    ]);
    expect(counts.options[1]?.shown).toBe('$1\\,592\\,527\\,626$');

    const shapes = layOut({ choice: { a: [961, 541], b: '960 x 540' } }, within(['shape']));
    expect(shapes.options.map(({ shown }) => shown)).toEqual(['$961 \\times 541$', '$960 \\times 540$']);
  });

  it('names the option that cannot be read, and why', () => {
    const expressions = setting({ accepts: ['expression'] });
    expect(() => layOut({ choice: { a: '2 * n1', b: '2 * nn' } }, expressions)).toThrow(/^option "b": .*nn/);
    expect(() => layOut({ choice: { a: { W1: [[1], [2, 3]] }, b: 'XOR' } })).toThrow(/^option "a": W1/);
    expect(() => layOut({ choice: { a: { W7: [[1]] }, b: 'XOR' } })).toThrow(
      /"W7" is not one of the matrices/,
    );
    expect(() => layOut({ choice: { a: 'XOR', b: 'OR' } }, setting({ accepts: ['weights'] }))).toThrow(
      /the claim of this question judges matrices/,
    );
  });

  it('refuses the same answer under two ids', () => {
    expect(() => layOut({ choice: { a: 'XOR', b: 'XOR' } })).toThrow(/"b" is the same answer as option "a"/);
  });

  it('39, 45: takes an array or an option of nowhere as unreadable, not as an answer', () => {
    for (const option of [['a', 'b'], 'z', '__proto__', 'constructor', 'a'.repeat(1e6)]) {
      expect(answer.read({ option }).state).toBe('invalid');
      expect(mark(answer, { option }, () => right).state).toBe('invalid');
      expect(() => answer.view({ option })).not.toThrow();
    }
    expect(problemsOf(answer, { option: 'z' })[0]?.field).toBe('option');
  });
});

describe('true or false', () => {
  const truth = layOut('truth', setting({ accepts: ['words'] }));

  it('gives the claim the words true and false', () => {
    expect(valueRead(truth, { option: 'true' })).toEqual({ type: 'words', text: 'true' });
    expect(truth.read({ option: 'false' })).toMatchObject({
      state: 'read',
      shown: { text: 'False', values: {} },
    });
    expect(truth.read({ option: 'maybe' }).state).toBe('invalid');
  });

  it('takes a key as YAML reads it', () => {
    expect(write(truth, false)).toEqual({ option: 'false' });
    expect(write(truth, 'true')).toEqual({ option: 'true' });
    expect(truth.write('maybe')).toHaveProperty('problem');
  });
});
