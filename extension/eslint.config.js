import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Rooms of src/ from top to bottom; a room imports what stands on a lower floor, and nothing beside it. */
const FLOORS = [
  ['post', 'panel'], // put rooms together: the way of a post; the parts of popup, options and welcome page
  ['gate', 'page', 'nudge', 'service'],
  ['look'],
  ['sites', 'words'],
];
/** On the ground: plain files that all may import, and that import only each other. */
const GROUND = ['messages', 'asks', 'settings', 'policy', 'session', 'wire', 'identity'].map((name) => `./src/${name}.ts`);

const room = (name) => `./src/${name}`;

/** The panels bring the person's site and service together, but neither the gate nor a nudge. */
const EXCEPTIONS = { post: ['service', 'page'], panel: ['gate', 'page', 'nudge', 'service'] };

const zones = FLOORS.flatMap((floor, index) => floor.map((name) => ({
  target: room(name),
  from: [
    './entrypoints',
    ...FLOORS.slice(0, index).flat().map(room),
    ...floor.filter((other) => other !== name).map(room),
    ...(EXCEPTIONS[name] ?? []).map(room),
  ],
  message: 'A room imports what stands below it, never above or beside it.',
})));

export default tseslint.config(
  { ignores: ['dist', '.wxt', 'src/wire.gen.ts', 'eslint.config.js', '**/*.mjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.js', '.json'] } } },
    rules: {
      'import-x/no-restricted-paths': ['error', {
        zones: [
          ...zones,
          {
            target: GROUND, from: ['./entrypoints', ...FLOORS.flat().map(room)],
            message: 'The ground floor imports no room.',
          },
        ],
      }],
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      'max-len': ['error', { code: 120, ignoreUrls: true, ignoreRegExpLiterals: true }],
      complexity: ['error', 10],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      'max-lines-per-function': 'off', // a `describe` is a chapter, not a function
      '@typescript-eslint/no-non-null-assertion': 'off', // a test that finds nothing may fall over
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
);
