// Each folder imports only from folders above it in its list; server and cli do not import each other.
const orders = {
  src: [
    'numbers',
    'language',
    'engine',
    'expressions',
    'values',
    'models',
    'claims',
    'answers',
    'figures',
    'quizzes',
    'storage',
    'grading',
    'server',
    'cli',
  ],
  'src/engine': ['operations', 'composites', 'losses', 'networks', 'training'],
  'src/expressions': ['reading', 'comparing'],
  'src/figures': ['networks', 'plots'],
  'src/quizzes': [
    'content',
    'format',
    'template',
    'carried-forward',
    'prepare',
    'marking',
    'proving',
    'loading',
  ],
  'src/storage': ['database', 'people', 'courses', 'attempts'],
  'src/grading': ['rules', 'marking', 'grades', 'reviewing', 'attempts', 'people', 'statistics'],
  'src/server': ['wording', 'views', 'assets', 'http', 'questions', 'pages'],
};

const below = Object.entries(orders).flatMap(([parent, folders]) =>
  folders.slice(0, -1).map((name, i) => ({
    name: `${parent}/${name}-imports-only-from-above`,
    severity: 'error',
    from: { path: `^${parent}/${name}/` },
    to: { path: `^${parent}/(${folders.slice(i + 1).join('|')})/` },
  })),
);

module.exports = {
  forbidden: [
    ...below,
    {
      name: 'server-and-cli-apart',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/server/(?!(start|config)\\.ts$)' },
    },
    {
      name: 'expressions-know-nothing-of-the-engine',
      severity: 'error',
      from: { path: '^src/expressions/' },
      to: { path: '^src/engine/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-outside-a-layer',
      severity: 'error',
      from: {},
      to: { path: `^src/(?!(${orders.src.join('|')})/)` },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
