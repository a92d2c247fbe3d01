// Each folder imports only from folders above it in this list; server and cli do not import each other.
const layers = [
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
];

const below = layers.map((name, i) => ({
  name: `${name}-imports-only-from-above`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: `^src/(${layers.slice(i + 1).join('|') || '-'})/` },
}));

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
      name: 'expressions-import-nothing',
      severity: 'error',
      from: { path: '^src/expressions/' },
      to: { path: '^src/engine/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-outside-a-layer',
      severity: 'error',
      from: {},
      to: { path: `^src/(?!(${layers.join('|')})/)` },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
