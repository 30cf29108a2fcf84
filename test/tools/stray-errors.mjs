import { writeFileSync } from 'node:fs';

/** Where the reporter writes what failed outside every test: a JSON list of sentences. */
export const strayFile = 'BACAO_STRAY_ERRORS';

/**
 * A vitest reporter for what its JSON report leaves out: files that do not load, hooks that fail after their tests have
 * passed, and errors that nobody caught. Each of them fails a run in which no test failed.
 */
export default class StrayErrors {
  onTestRunEnd(modules, unhandled) {
    const file = process.env[strayFile];
    if (!file) return;
    const inFiles = modules.flatMap((module) => [module, ...module.children.allSuites()].flatMap(outsideTests));
    writeFileSync(file, JSON.stringify([...inFiles, ...unhandled.map((error) => `nobody caught: ${sayError(error)}`)]));
  }
}

function outsideTests(suite) {
  const where = suite.fullName ?? suite.relativeModuleId;
  return suite.errors().map((error) => `${where}: ${sayError(error)}`);
}

/** The first line says what, the first place in the project's own code says where. */
function sayError({ name, message, stack = '', VITEST_TEST_PATH: file }) {
  const place = stack.split('\n').find((line) => line.includes('/test/') && !line.includes('node_modules'));
  return [`${name ?? 'Error'}: ${String(message).split('\n')[0]}`, file, place?.trim()].filter(Boolean).join(' · ');
}
