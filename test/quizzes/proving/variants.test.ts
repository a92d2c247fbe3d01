import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { prepareSource, proveQuiz, type Quiz, variantOf } from '../../../src/quizzes/index.ts';
import { keyOf } from '../../../src/quizzes/key.ts';
import { drawQuiz } from '../../../src/quizzes/template/draw.ts';
import { readTemplate } from '../../../src/quizzes/template/template.ts';
import { english, toAuthors } from '../../language/english.ts';

const SIZES = `
title: Sizes
exercises:
  - title: One layer
    draw:
      w: { integers: [8, 40] }
      k: { one-of: [2, 3, 5] }
      s: { one-of: [1, 2, 3] }
      out: { whole: (w - k)/s + 1 }
    such-that: w > 2 k
    text: A picture of $<<w>> \\times <<w>>$ pixels.
    questions:
      - id: size
        draw:
          words: { one-of: [How large, What size] }
        text: <<words>> is the output of a $<<k>> \\times <<k>>$ filter with stride <<s>>?
        model:
          image: { width: <<w>>, height: <<w>>, channels: 1 }
          layers: [{ conv2d: { filters: 1, kernel: <<k>>, stride: <<s>> } }]
        claim: { output-shape: { of: model, as: [width, height] } }
        answer: shape
        key: [<<out>>, <<out>>]
        solution: $(<<w>> - <<k>>)/<<s>> + 1 = <<out>>$
      - id: pick
        draw:
          f: { shuffled: [XOR, OR, AND] }
        text: Which one is <<f.1>>?
        shuffle: options
        answer: { choice: { a: <<f.1>>, b: <<f.2>>, c: <<f.3>> } }
        key: a
        because: It says so.
`;

const RARE = `
title: Rare
exercises:
  - title: Three numbers
    draw:
      a: { integers: [1, 1000] }
      b: { integers: [1, 1000] }
      c: { integers: [1, 1000] }
    such-that: c > 900
    questions:
      - { id: sum, text: What is <<a>> + <<b>> + <<c>>?, answer: text, because: A person reads it. }
`;

it('finds a first variant soon among a thousand million, most of which are not allowed, or says that it found none', () => {
  expect(prepared(RARE).exercises[0]?.questions[0]?.source.text).toMatch(/ \+ 9\d\d\?$| \+ 1000\?$/);
  expect(problemsOf(RARE.replace('c > 900', 'c > a + b + 3000')).join()).toMatch(
    /no draw satisfies the conditions/,
  );
});

function template(text: string) {
  const read = readTemplate(parse(text));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.template;
}

function prepared(text: string): Quiz {
  const { quiz, problems } = prepareSource('sizes', parse(text));
  expect(problems).toEqual([]);
  if (!quiz) throw new Error('There is no quiz.');
  return quiz;
}

/** Sentences of what is wrong, with the last part of the place. */
function problemsOf(text: string): readonly string[] {
  return prepareSource('sizes', parse(text)).problems.map(
    ({ path, message }) => `${path.join('.')}: ${toAuthors(message)}`,
  );
}

const seeds = fc.string({ minLength: 1, maxLength: 30 });

describe('a drawing', () => {
  it('is a function of the seed, and leaves nothing to draw', () => {
    const sizes = template(SIZES);
    fc.assert(
      fc.property(seeds, (seed) => {
        const { source } = drawQuiz(sizes, seed);
        expect(drawQuiz(sizes, seed).source).toEqual(source);
        expect(JSON.stringify(source)).not.toMatch(/<<|>>|"draw"|"such-that"|"shuffle"|"pool"/);
      }),
    );
  });

  it('differs between seeds, and meets what must hold', () => {
    const drawn = new Set<string>();
    for (let seed = 1; seed <= 100; seed++) {
      const variant = variantOf(prepared(SIZES), String(seed));
      const [exercise] = variant?.exercises ?? [];
      const [, w = 0] = /(\d+) \\times/.exec(exercise?.text ?? '')?.map(Number) ?? [];
      const [, k = 0] = /a \$(\d+)/.exec(exercise?.questions[0]?.source.text ?? '')?.map(Number) ?? [];
      expect(w).toBeGreaterThan(2 * k);
      drawn.add(variant?.version ?? '');
    }
    expect(drawn.size).toBeGreaterThan(50);
  });

  it('of one question stays when another one is changed, added or moved', () => {
    const sizes = template(SIZES);
    const changed = template(
      SIZES.replace('f: { shuffled: [XOR, OR, AND] }', 'f: { shuffled: [NAND, NOR, OR, AND] }'),
    );
    const [exercise] = sizes.exercises;
    if (!exercise) throw new Error('There is no exercise.');
    const moved = { ...sizes, exercises: [{ ...exercise, questions: exercise.questions.toReversed() }] };
    const withId = (id: string, { source }: { readonly source: unknown }) =>
      JSON.stringify(source).match(new RegExp(`{"id":"${id}".*?"drawn":"[^"]*"`))?.[0];
    fc.assert(
      fc.property(seeds, (seed) => {
        const size = withId('size', drawQuiz(sizes, seed));
        expect(size).toBeDefined();
        expect(withId('size', drawQuiz(changed, seed))).toBe(size);
        expect(withId('size', drawQuiz(moved, seed))).toBe(size);
      }),
    );
  });

  it('gives numbers, lists and matrices their type, and writes them for people in texts', () => {
    const quiz = prepared(`
title: Types
exercises:
  - title: One
    draw:
      W: { one-of: [[[1, -2], [3, 4]]] }
      big: { one-of: [1920] }
      count: { is: big^2 }
    model:
      inputs: [A, B]
      layers: [{ dense: { units: 2, bias: false, weights: <<W>> } }]
    questions:
      - id: one
        text: The matrix $<<W>>$, its corner <<W.1.2>>, <<big>> and <<count>>.
        claim: { parameters: model }
        answer: number
        key: <<W.2.2>>
`);
    const [question] = quiz.exercises[0]?.questions ?? [];
    const layers: unknown = JSON.parse(JSON.stringify(question?.context.model?.source.layers));
    expect(layers).toMatchObject([
      {
        dense: {
          weights: [
            [1, -2],
            [3, 4],
          ],
        },
      },
    ]);
    expect(question?.source.key).toBe(4);
    expect(question?.source.text).toBe(
      "The matrix $\\begin{pmatrix} 1 & -2 \\\\ 3 & 4 \\end{pmatrix}$, its corner -2, 1920 and 3'686'400.",
    );
  });

  it('shuffles options by their ids: the same option stays right', () => {
    const orders = new Set<string>();
    for (let seed = 1; seed <= 30; seed++) {
      const question = variantOf(prepared(SIZES), String(seed))?.exercises[0]?.questions[1];
      orders.add(question?.answer.options.map(({ id }) => id).join('') ?? '');
      expect(question && keyOf(question)).not.toBeNull();
      expect(question?.source.key).toBe('a');
    }
    expect(orders.size).toBe(6);
  });

  it('of a quiz in which nothing varies is the quiz itself', () => {
    const plain = prepared(`
title: Plain
exercises:
  - title: One
    questions: [{ id: one, text: Why?, answer: text, because: A person reads it. }]
`);
    expect(variantOf(plain, 'any')).toBe(plain);
  });
});

const POOL = `
title: Pool
exercises:
  - title: One
    shuffle: questions
    questions:
      - pool:
          pick: 2
          of:
            - { id: one, text: One?, answer: text, because: Read. }
            - { id: two, text: Two?, answer: text, because: Read. }
            - { id: three, text: Three?, answer: text, because: Read. }
      - { id: four, text: Four?, answer: text, because: Read. }
`;

describe('a pool', () => {
  it('gives each attempt some of its questions, in an order of its own, labelled as on a sheet', () => {
    const quiz = prepared(POOL);
    expect([quiz.questions, quiz.maximum, quiz.exercises[0]?.questions.length]).toEqual([3, 3, 4]);
    const seen = new Set<string>();
    for (let seed = 1; seed <= 60; seed++) {
      const questions = variantOf(quiz, String(seed))?.exercises[0]?.questions ?? [];
      expect(questions.map(({ label }) => label)).toEqual(['1a', '1b', '1c']);
      expect(questions.map(({ id }) => id)).toContain('four');
      seen.add(questions.map(({ id }) => id).join());
    }
    expect(seen.size).toBe(18);
  });

  it('must pick fewer than it has, of equal marks', () => {
    expect(problemsOf(POOL.replace('pick: 2', 'pick: 3')).join()).toContain('picks 3 of 3 questions');
    expect(problemsOf(POOL.replace('text: Two?', 'text: Two?, marks: 2')).join()).toContain('equal marks');
  });
});

describe('a deployed list', () => {
  it('is all that attempts get, every variant of it', () => {
    const quiz = prepared(`deploy: [3, 5, 8]\n${SIZES}`);
    const listed = [3, 5, 8].map(
      (seed) => variantOf(prepared(SIZES), String(seed))?.exercises[0]?.questions[0]?.version,
    );
    const given = new Set(
      Array.from(
        { length: 50 },
        (_, i) => variantOf(quiz, `attempt ${i}`)?.exercises[0]?.questions[0]?.version,
      ),
    );
    expect([...given].sort()).toEqual([...new Set(listed)].sort());
    expect([...proveQuiz(quiz)].map(({ variants }) => variants)).toEqual([
      '3 of 3 deployed variants',
      '3 of 3 deployed variants',
    ]);
  });
});

describe('a file with a mistake in what it draws', () => {
  const at = 'exercises.0.questions.0';
  it.each([
    [
      'an unknown name',
      SIZES.replace('stride <<s>>', 'stride <<t>>'),
      `${at}.text: <<t>>: there is no parameter "t" here`,
    ],
    [
      'a slip',
      SIZES.replace('<<words>>', '<<word>>'),
      `${at}.text: <<word>>: there is no parameter "word" here: did you mean "words"?`,
    ],
    [
      'a name without a use',
      SIZES.replace('w: { int', 'unused: { one-of: [1] }\n      w: { int'),
      'exercises.0.draw.unused: "unused" is drawn but never used',
    ],
    [
      'a name that is drawn twice',
      SIZES.replace('words: {', 's: { one-of: [1] }\n          words: {'),
      `${at}.draw.s: "s" is already drawn by the exercise`,
    ],
    [
      'a formula of a later name',
      SIZES.replace('(w - k)/s + 1', '(w - k)/s + z'),
      'exercises.0.draw.out.whole: the formula "(w - k)/s + z" cannot be read',
    ],
    [
      'a part that is not there',
      SIZES.replace('is <<f.1>>', 'is <<k.x>>'),
      'exercises.0.questions.1.text: <<k.x>>: not every value of "k" has such a part',
    ],
    [
      'a parameter that has no name',
      SIZES.replace('w: {', '9w: {'),
      'exercises.0.draw.9w: 9w: the name of a parameter is letters, with digits after them if you like',
    ],
    [
      'a number that is none',
      SIZES.replace('whole: (w - k)/s + 1', 'is: 1e400'),
      'exercises.0.draw.out.is: is: does not have a form that is allowed here',
    ],
    [
      'nothing to choose',
      SIZES.replace('[8, 40]', '[40, 8]'),
      'exercises.0.draw.w: there is nothing to choose from: write the smaller number first',
    ],
    [
      'what can never hold',
      SIZES.replace('w > 2 k', 'w > 100 k'),
      'exercises.0.draw: no draw satisfies the conditions',
    ],
    [
      'an unknown way to draw',
      SIZES.replace('integers: [8, 40]', 'reals: [8, 40]'),
      'a parameter is drawn as {one-of: […]}',
    ],
    [
      'a name of mathematics',
      SIZES.replaceAll('<<words>>', '<<times>>').replace('words:', 'times:'),
      `${at}.draw.times: "times" would be read differently in formulas`,
    ],
    [
      'a drawn thing that the program does not know',
      SIZES.replace('[width, height]', '[<<words>>]'),
      `${at}.claim.output-shape.as.0`,
    ],
  ])('is told where: %s', (_, text, message) => {
    expect(problemsOf(text).join('\n')).toContain(message);
  });

  it('is told of a placeholder where nothing is drawn', () => {
    const plain =
      'title: A <<b>>\nexercises: [{ title: T, questions: [{ id: a, text: "?", answer: text, because: b }] }]';
    expect(problemsOf(plain).join()).toContain('title: <<b>>: there is no parameter "b" here');
  });
});

describe('checking', () => {
  const findings = (text: string) =>
    [...proveQuiz(prepared(text))].map(({ findings }) =>
      findings.map(({ says, variant }) => `${english(says)} | ${variant}`),
    );

  it('counts the variants of each question', () => {
    const few = SIZES.replace('[8, 40]', '[11, 16]');
    expect([...proveQuiz(prepared(few))].map(({ status, variants }) => [status, variants])).toEqual([
      ['proven', '66 of 66 variants'],
      ['asserted', '198 of 198 variants'],
    ]);
  });

  it('draws so many seeds where the variants are too many to count', () => {
    const many = SIZES.replace('[8, 40]', '[100, 9000]');
    const [size] = proveQuiz(prepared(many), { variants: 30 });
    expect([size?.status, size?.variants]).toEqual(['proven', '30 of 30 seeded variants']);
  });

  it('names the variant that fails, with a seed that draws it again', () => {
    const text = SIZES.replace('[8, 40]', '[11, 12]').replace(
      'key: [<<out>>, <<out>>]',
      'key: [<<out>>, 10]',
    );
    const quiz = prepared(text);
    const [size] = proveQuiz(quiz);
    expect(size?.status).toBe('refuted');
    const [first] = size?.findings ?? [];
    expect(english(first?.says)).toBe('the key is not right');
    const [, seed = ''] = /\(seed (\d+)\)/.exec(english(first?.variant)) ?? [];
    const [again] = proveQuiz(quiz, { seed });
    expect(again?.findings[0]?.variant).toEqual(first?.variant);
    expect(again?.variants).toBe('0 of 1 seeded variants');
  });

  it('finds variants that look the same but have other keys', () => {
    const hidden = SIZES.replace('with stride <<s>>', '').replace('[8, 40]', '[11, 12]');
    expect(findings(hidden)[0]?.join()).toContain('looks the same as the variant with w = 11');
  });

  it.each([
    ['rounding errors', '0.1 + 0.2 <<w>> 0', 'is: sqrt(2) w'],
    ['powers of ten', '', 'is: w / 10^9'],
  ])('finds numbers that nobody can read: %s', (_, __, formula) => {
    const text = SIZES.replace('words: { one-of', `odd: { ${formula} }\n          words: { one-of`).replace(
      'id: size',
      'id: size\n        hint: About <<odd>>.',
    );
    expect(problemsOf(text).join()).toContain('which nobody can read');
  });

  it('works out a key that the file leaves out, for what is drawn', () => {
    const without = SIZES.replace('        key: [<<out>>, <<out>>]\n', '');
    const [question] = prepared(without).exercises[0]?.questions ?? [];
    expect(question && keyOf(question)).toEqual(expect.objectContaining({}));
    expect([...proveQuiz(prepared(without), { variants: 20 })][0]?.status).toBe('proven');
  });
});
