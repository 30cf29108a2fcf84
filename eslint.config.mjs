import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** The numbers are the style guide's: reviews are about meaning, the machine counts lines. */
const sizes = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  'max-depth': ['error', 3],
  'max-params': ['error', 3],
};

export default tseslint.config(
  { ignores: ['.output', '.wxt', 'node_modules', 'coverage', 'test/fixtures'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict, regexp.configs['flat/recommended']],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...sizes,
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      // `const { gone, ...rest } = row` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  // WXT, vitest and the browser demand default exports in these places.
  { files: ['*.config.ts', 'entrypoints/**', 'test/e2e/scripts/**'], rules: { 'no-restricted-exports': 'off' } },
  // A test file is a table and may be long; tools print for people.
  {
    files: ['test/**'],
    rules: { 'max-lines-per-function': 'off', 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
