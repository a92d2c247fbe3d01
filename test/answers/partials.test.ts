import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answers as all } from '../../src/answers/index.ts';
import type { Answer, Posted } from '../../src/answers/kind.ts';
import { ENGLISH } from '../../src/language/index.ts';
import { loadViews } from '../../src/server/views/load-views.ts';
import { layOut, matrixForm, setting } from './setting.ts';

const views = loadViews();

const everything = setting({
  accepts: ['number', 'shape', 'weights', 'expression', 'matrix', 'table', 'matching', 'words', 'text'],
  form: {
    weights: [matrixForm('W1', 2, 2), matrixForm('W2', 1, 2, true)],
    matrix: matrixForm('M', 2, 2),
    table: { given: ['A'], asked: ['n1', 'out'], rows: [[0], [1]] },
    matching: {
      items: [{ id: 'A', label: 'curve $A$' }],
      choices: [{ id: 'relu', label: 'ReLU' }],
    },
  },
});
const options = { 'first-secret': 'XOR', 'second-secret': { shows: '$n_1$ or <b>', value: 'OR' } };
const answers = all.kinds.map(({ name }) =>
  layOut(name.startsWith('choice') ? { [name]: options } : name, everything),
);

function render(answer: Answer, posted: Posted, disabled = false): string {
  const reading = answer.read(posted);
  const problems = reading.state === 'invalid' ? reading.problems : [];
  const context = {
    name: 'question',
    labelledby: 'question-text',
    disabled,
    view: answer.view(posted),
    understood: reading.state === 'read' ? '$x^2$' : null,
    prose: answer.kind === 'text' ? 'prose' : null,
    tall: false,
    problems: Object.fromEntries(
      problems.map((problem) => [problem.field, { caret: null, instead: null, ...problem }]),
    ),
  };
  return views(`answers/${answer.kind}`, context, {
    language: ENGLISH,
    token: (id: string) => `token-${id.length}`,
  });
}

const partial = (kind: string) => new URL(`../../views/answers/${kind}.hbs`, import.meta.url);

describe.each(answers.map((answer) => [answer.kind, answer] as const))('the fields of %s', (_, answer) => {
  const filled = Object.fromEntries(answer.fields.map((field) => [field, '</textarea><script>"{{7}}']));

  it('have a control for every field, and one place for what was understood', () => {
    const html = render(answer, {});
    for (const field of answer.fields) expect(html).toContain(`name="question.${field}"`);
    expect(html.match(/data-understood="question"/g)).toHaveLength(1);
    expect(html).not.toContain('undefined');
    expect(html).not.toContain('[object');
  });

  it('are all labelled', () => {
    for (const [control] of render(answer, {}).matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
      const labelled = /aria-label(?:ledby)?="[^"]/.test(control) || /value=""|id=|<select/.test(control);
      expect(labelled, control).toBe(true);
    }
  });

  it('40: carry no id of an option', () => {
    expect(render(answer, { option: 'first-secret', options: ['first-secret'] })).not.toContain('secret');
  });

  it('58, 59: keep what was typed inert, and have neither script nor style of their own', () => {
    const html = render(answer, filled);
    expect(html).not.toMatch(/<script|<b>|\son\w+=/);
    expect(readFileSync(partial(answer.kind), 'utf8')).not.toMatch(/ style=| on[a-z]+=|<script/);
    if (answer.options.length === 0 && answer.kind !== 'matching') expect(html).toContain('{{7}}');
  });

  it('cannot be changed in a review', () => {
    for (const [control] of render(answer, {}, true).matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
      expect(control).toMatch(/ (?:disabled|readonly)/);
    }
  });
});

it('a matrix that was pasted stands in a review as it was pasted, without the empty grid that it counted instead of', () => {
  const weights = answers.find(({ kind }) => kind === 'weights');
  const posted = { 'W1.text': '[[1, 0], [-1, 1]]', 'W2.0.0': '1', 'W2.0.1': '1' };
  const html = weights ? render(weights, posted, true) : '';
  expect(html).toContain('<pre class="matrix__text">[[1, 0], [-1, 1]]</pre>');
  expect(html).not.toContain('name="question.W1.');
  expect(html).toContain('name="question.W2.0.0" value="1"');
});

describe('the place for what was understood', () => {
  it('says what is wrong and marks the field', () => {
    const weights = answers.find(({ kind }) => kind === 'weights');
    const html = weights ? render(weights, { 'W1.0.1': '1/0' }) : '';
    expect(html).toMatch(/name="question\.W1\.0\.1" value="1\/0"[^>]* aria-invalid="true"/);
    expect(html).toContain('In row 1, column 2 of W¹: ');
    expect(html).toContain('W² is still empty.');
  });

  it('shows what was read', () => {
    const text = answers.find(({ kind }) => kind === 'text');
    expect(text ? render(text, { text: 'Proof.' }) : '').toMatch(/Read as<\/span> <p>prose<\/p>/);
    const number = answers.find(({ kind }) => kind === 'number');
    expect(number ? render(number, { value: '1' }) : '').toMatch(/Read as<\/span> .*katex/s);
  });
});
