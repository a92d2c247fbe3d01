import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGLISH, LANGUAGES } from '../../src/language/index.ts';
import { checkContent } from '../../src/quizzes/content/check.ts';
import { contentRenderer } from '../../src/quizzes/content/render.ts';
import { toAuthors } from '../language/english.ts';

const { renderContent, renderInline, renderMath } = contentRenderer();
const german = LANGUAGES.find(({ tag }) => tag === 'de') ?? ENGLISH;

/** The formulas that were set, as their source stands in the MathML. */
function formulasOf(html: string): string[] {
  return [...html.matchAll(/<annotation encoding="application\/x-tex">(.*?)<\/annotation>/gs)].map(
    ([, tex = '']) => tex,
  );
}

describe('prose', () => {
  test('is Markdown', () => {
    expect(renderContent('A **bold** word.\n\n1. one\n2. two')).toBe(
      '<p>A <strong>bold</strong> word.</p>\n<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n',
    );
    expect(renderInline('A **bold** word.')).toBe('A <strong>bold</strong> word.');
  });

  test('sets formulas with MathML beside what is seen', () => {
    const html = renderContent('The weights $W^{(1)} \\in \\mathbb{R}^{2 \\times 2}$ and $b_1$.');
    expect(formulasOf(html)).toEqual(['W^{(1)} \\in \\mathbb{R}^{2 \\times 2}', 'b_1']);
    expect(html).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML">');
    expect(html).toContain('aria-hidden="true"');
  });

  test('sets decimals with the sign of the language, and leaves lengths and all other points alone', () => {
    const source =
      '$0.5 \\hspace{0.5em} x_{1.25} \\kern 1.5pt 2. \\ldots$ at 0.5 $$\\begin{pmatrix} -1.5 \\\\[1.2ex] 3.0m \\end{pmatrix}$$';
    const comma = [
      '0{,}5 \\hspace{0.5em} x_{1{,}25} \\kern 1.5pt 2. \\ldots',
      '\\begin{pmatrix} -1{,}5 \\\\[1.2ex] 3{,}0m \\end{pmatrix}',
    ];
    expect(formulasOf(renderContent(source, german))).toEqual(comma);
    expect(renderContent(source, german)).toContain('at 0.5');
    expect(formulasOf(renderInline(source, german))).toEqual(comma);
    expect(formulasOf(renderContent(source))).toEqual(comma.map((latex) => latex.replaceAll('{,}', '.')));
    expect(formulasOf(renderMath('0.5', false, german))).toEqual(['0{,}5']);
  });

  test('keeps emphasis out of formulas', () => {
    expect(formulasOf(renderContent('$a_1 * b_1 * c_1$ and $W_{12}^{(1)}$'))).toEqual([
      'a_1 * b_1 * c_1',
      'W_{12}^{(1)}',
    ]);
  });

  test.each([
    'It costs $5.',
    'It costs $5 and then $6.',
    'between $5-$6',
    'a $ b $ c',
    'one \\$x\\$ two',
    '`$x$`',
    'the end $',
    '$$',
    '$$$$',
    '$$ $$',
  ])('leaves the dollars of %j alone', (source) => {
    expect(formulasOf(renderContent(source))).toEqual([]);
    expect(renderContent(source).match(/\$/g)).toEqual(source.match(/\$/g));
  });

  test('sets displays as blocks, whatever their lines begin with', () => {
    const html = renderContent(
      'Then\n$$\n\\begin{aligned}\na &= b \\\\\n- c &= d\n\\end{aligned}\n$$\nfollows.',
    );
    expect(html).toMatch(/^<p>Then<\/p>\n<div class="math-block"><span class="katex-display" tabindex="0">/);
    expect(html).toMatch(/<\/div>\n<p>follows.<\/p>\n$/);
    expect(formulasOf(html)).toHaveLength(1);
  });

  test('sets displays in lines, lists and quotations', () => {
    expect(renderContent('Then $$x^2$$ follows.')).toMatch(
      /^<p>Then <span class="katex-display" tabindex="0">.*follows.<\/p>\n$/s,
    );
    expect(formulasOf(renderContent('- item\n\n  $$\n  a\n  - b\n  $$\n'))).toEqual(['\na\n- b\n']);
    expect(formulasOf(renderContent('> $$\n> a\n> - b\n> $$'))).toEqual(['\na\n- b\n']);
    expect(formulasOf(renderContent('$$a$$ and $$b$$'))).toEqual(['a', 'b']);
  });

  test('does not take what is never closed for a formula', () => {
    expect(renderContent('$$\nx\n\ny')).toBe('<p>$$\nx</p>\n<p>y</p>\n');
  });

  test('links to http, https and mailto only', () => {
    expect(renderInline('[a](https://example.org)')).toBe('<a href="https://example.org">a</a>');
    expect(renderInline('[a](mailto:a@example.org)')).toBe('<a href="mailto:a@example.org">a</a>');
    for (const url of [
      'javascript:alert(1)',
      'JaVaScript:x',
      'data:text/html,x',
      'vbscript:x',
      'file:///x',
      '//evil',
      '/in',
    ]) {
      expect(renderInline(`[a](${url}) <${url}>`)).not.toContain('<a');
    }
  });
});

describe('58: script in content is inert', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![x](https://example.org/x.png)',
    '$<script>alert(1)</script>$',
    '$\\text{<img src=x onerror=alert(1)>}$',
    '$$\n<script>\n$$',
    '$\\foo{"><script>}$',
    '`<script>`',
    '[<script>](https://example.org "\\"><script>")',
  ])('%j', (source) => {
    expect(renderContent(source)).not.toMatch(/<script|<img|<[^>]*\son\w+=/i);
  });

  test.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://example.org/x.png}',
    '\\htmlClass{x}{y}',
    '\\htmlStyle{position:fixed}{y}',
    '\\htmlData{x=y}{z}',
    '\\htmlId{x}{y}',
  ])('%s is shown as its source', (latex) => {
    const html = renderMath(latex, false);
    expect(html).toMatch(/^<code class="math-error" title="[^"]*">/);
    expect(html).not.toMatch(/href=|src=|id=/);
    expect(html).toContain(latex.slice(0, 6));
  });

  test('any text at all makes tags of the known kinds only', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '$',
      '$$',
      '\\',
      '{',
      '}',
      '`',
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '\n',
      'javascript:',
      'script',
      'x',
      ' on=',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const html = renderContent(parts.join(''));
        expect(html).not.toMatch(/<(?:script|img|iframe|object|style|link|form|input|svg\s[^>]*on)/i);
        expect(html).not.toMatch(/<[a-z]+(?:\s[\w-]+="[^"]*")*\s*on\w*=/i);
        expect(html).not.toMatch(/(?:href|src)="(?!https?:|mailto:)/i);
      }),
    );
  });
});

describe('59: macro bombs and template syntax', () => {
  test('macros cannot be defined', () => {
    const bomb = `\\def\\a{${'x'.repeat(500)}}${'\\a'.repeat(1_000)}`;
    for (const latex of [
      bomb,
      '\\gdef\\x{y}\\x',
      '\\newcommand{\\x}{\\x\\x}\\x',
      '\\let\\x=y',
      '\\global\\def\\x{y}',
    ]) {
      expect(renderMath(latex, false)).toContain('cannot be used: write it out');
      expect(renderMath(latex, false).length).toBeLessThan(3 * latex.length + 200);
    }
  });

  test('a line break before a word is not a command', () => {
    expect(formulasOf(renderMath('\\begin{matrix} a \\\\def \\end{matrix}', true))).toHaveLength(1);
  });

  test('deep braces are shown as their source', () => {
    expect(renderMath('{'.repeat(2_999), false)).toContain('braces are nested too deeply');
    expect(renderMath('{'.repeat(201) + '}'.repeat(201), true)).toContain('braces are nested too deeply');
    expect(renderMath('{'.repeat(200) + '}'.repeat(200), true)).toMatch(/class="katex/);
    expect(renderMath(`${'\\sqrt'.repeat(590)}x`, true)).toMatch(/katex|math-error/);
  });

  test('a formula that is too long or has too many cells is shown as its source', () => {
    expect(renderMath('x'.repeat(3_001), false)).toContain('a formula has at most 3000 characters: split it');
    const row = `\\begin{matrix}${'&'.repeat(1_000)}\\end{matrix}`;
    expect(renderMath(row, false)).toContain('a formula has at most 400 cells: split it');
  });

  test('no size is beyond twenty times that of the text', () => {
    expect(renderMath('\\rule{500em}{500em}', false)).not.toContain('500em;');
  });

  test('braces of templates are plain text', () => {
    const source = '{{constructor}} {{{x}}} <%= x %>';
    expect(renderContent(source)).toBe('<p>{{constructor}} {{{x}}} &lt;%= x %&gt;</p>\n');
  });
});

describe('checking content', () => {
  test('says what cannot be set and where', () => {
    const source = 'Good $x$, bad $\\frac{1$, and\n\n- unknown $\\foo x$.';
    const problems = checkContent(source);
    expect(problems.map(({ message }) => toAuthors(message))).toEqual([
      'the formula $\\frac{1$ cannot be set: it ends before a command has all of its arguments: add {…} or a closing bracket',
      'the formula $\\foo x$ cannot be set: Undefined control sequence: \\foo',
    ]);
    expect(source.slice(problems[1]?.offset).startsWith('\\foo')).toBe(true);
  });

  test.each([
    ['\\sqrt', 'needs an argument: add {…}'],
    ['\\hat', 'it ends before a command has all of its arguments'],
    ['\\frac{1}', 'it ends before a command has all of its arguments'],
    ['\\begin{matrix} 1', 'the environment is not closed: add \\end{…}'],
    ['a & b', "'&' cannot be used here"],
    ['x}', "'}' cannot be used here"],
    ['\\right)', "'\\right' cannot be used here"],
    ['x^\\sqrt 2', 'put'],
    ['\\left a b \\right)', 'not a bracket that can come after'],
    ['\\rule{1}{2em}', 'is not a length'],
    ['\\begin{align} a \\end{align}', 'can only be used between $$'],
    ['\\middle|', 'needs \\left before it'],
    ['x\\limits_1', 'can only come after an operator'],
    ['1 \\over 2 \\over 3', 'a group can have only one \\over'],
    ['\\begin{array}{q} a \\end{array}', 'not a column alignment'],
  ])('says in our words what is wrong with %s', (latex, says) => {
    const [problem] = checkContent(`The formula $${latex}$.`);
    expect(toAuthors(problem?.message ?? '')).toContain(says);
  });

  test('finds the second of two equal formulas', () => {
    const source = '$\\foo$ and $\\foo$';
    expect(checkContent(source).map(({ offset }) => offset)).toEqual([1, 12]);
  });

  test('finds the line in a display', () => {
    const source = 'Text\n\n$$\na\n\\foo\n$$';
    expect(checkContent(source).map(({ offset }) => offset)).toEqual([source.indexOf('\\foo')]);
  });

  test('finds nothing in what can be set', () => {
    expect(
      checkContent('$W^{(1)} \\relu(x)$ costs $5\n\n$$\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}$$'),
    ).toEqual([]);
  });
});

const homework = new URL('../../../shared/seed/homework-3.txt', import.meta.url);

describe.skipIf(!existsSync(homework))(
  'the first homework (skipped where ../shared is not beside the project)',
  () => {
    test('sets in full', () => {
      const source = readFileSync(homework, 'utf8');
      expect(checkContent(source)).toEqual([]);
      expect(formulasOf(renderContent(source)).length).toBe(source.match(/\$\$?[^$]+\$\$?/g)?.length);
    });
  },
);

test('59: a text with thousands of formulas sets the first ones, and shows the rest as source', () => {
  const html = renderContent(Array.from({ length: 2000 }, (_, k) => `$y_{${k}}$`).join(' '));
  expect(html.match(/class="katex"/g)).toHaveLength(150);
  expect(html).toContain('this text has too many formulas');
});

test('58: TeX commands that write to the log are refused', () => {
  for (const command of ['message', 'errmessage', 'show']) {
    expect(renderContent(`$\\${command}{x}$`)).toContain('math-error');
  }
});

test('keeps short formulas in one line, with the bracket before them, as text with its own words', () => {
  const html = renderInline('layer 1 ($W^{(1)}$), and $out = W^{(2)} \\sigma(W^{(1)} x + b)$');
  expect(html).toMatch(/^layer 1 <span class="whole">\(<span class="katex">/);
  expect(html).toMatch(/<\/span><\/span>\), and <span class="katex">/);
  expect(html.match(/class="whole"/g)).toHaveLength(1);
  expect(renderInline('[$x$](https://example.org) &amp; <$y$')).toContain('&lt;<span class="whole">');
});
