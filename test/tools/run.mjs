import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/**
 * Runs a program in the foreground and resolves to its exit code; Ctrl-C is the program's to handle. What it says goes to
 * `write`, where that is given.
 */
export function run(command, args, { env = {}, timeoutMs, write } = {}) {
  return new Promise((resolve) => {
    const ignore = () => undefined;
    process.on('SIGINT', ignore);
    const stdio = write ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const options = { cwd: root, stdio, env: { ...process.env, ...env }, timeout: timeoutMs };
    const child = spawn(command, args, options);
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', write);
    const done = (code) => {
      process.off('SIGINT', ignore);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(127);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/** Runs a tool of an installed package by its own file: no shell, no npx, the same on every system. */
export function runTool(name, args, options) {
  return run(process.execPath, [toolFile(name), ...args], options);
}

function toolFile(name) {
  const folder = join(root, 'node_modules', packageOf[name] ?? name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

const packageOf = { tsc: 'typescript' };

/** Runs npm: the very npm that started us, where one did. */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  return npm ? run(process.execPath, [npm, ...args]) : run('npm', args);
}
