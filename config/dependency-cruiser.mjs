// The arrows of docs/architecture.md, held: they point down, and no import goes in a circle.

const from = (path, pathNot) => ({ path, ...(pathNot === undefined ? {} : { pathNot }) });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', comment: 'No import goes in a circle.', from: {}, to: { circular: true } },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'packages/recognition decides without I/O, a clock or a framework; it runs in the browser.',
      from: from('^packages/recognition/src', '\\.test\\.ts$'),
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-stand-alone',
      severity: 'error',
      comment: 'packages/recognition knows no other package.',
      from: from('^packages/recognition/src'),
      to: { path: '^packages/(?!recognition)' },
    },
    {
      name: 'credentials-stand-alone',
      severity: 'error',
      comment: 'packages/credentials knows no other package.',
      from: from('^packages/credentials/src'),
      to: { path: '^packages/(?!credentials)' },
    },
    {
      name: 'client-stands-alone',
      severity: 'error',
      comment: 'packages/client calls the HTTP contract and knows only the shapes of the rules.',
      from: from('^packages/client/src'),
      to: { path: '^packages/(?!client|recognition)' },
    },
    {
      name: 'web-through-the-client',
      severity: 'error',
      comment: 'Pages reach the server through packages/client and decide with packages/recognition.',
      from: from('^packages/web/src'),
      to: { path: '^packages/(?!web|client|recognition)' },
    },
    {
      name: 'server-below-its-users',
      severity: 'error',
      comment:
        'The server knows neither the command line nor the pages of the browser; server-rendered pages, notices and paper share words and geometry.',
      from: from('^packages/server/src', '^packages/server/src/(pages|notice|paper)|\\.test\\.ts$'),
      to: { path: '^packages/(cli|web|client)' },
    },
    {
      name: 'pages-share-words-and-geometry-only',
      severity: 'error',
      from: from('^packages/server/src/(pages|notice|paper)'),
      to: { path: '^packages/(cli|client)|^node_modules/react' },
    },
    {
      name: 'identity-through-its-door',
      severity: 'error',
      comment: 'Who a learner is, is asked through identity/index.ts only.',
      from: from('^packages/server/src/(?!identity)', '\\.test\\.ts$'),
      to: { path: '^packages/server/src/identity/(?!index\\.ts)' },
    },
    {
      name: 'nothing-from-tests',
      severity: 'error',
      comment: 'Product code does not import tests or what only tests need.',
      from: from('^packages/[^/]+/src', '\\.test\\.tsx?$|test-[a-z]+\\.ts$'),
      to: { path: '\\.test\\.tsx?$|/test-[a-z]+\\.ts$|^packages/[^/]+/test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
