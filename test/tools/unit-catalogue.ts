import { join } from 'node:path';
import { type ChromeMessage, generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    catalogue: Record<string, ChromeMessage>;
  }
}

/** Reads the shipped catalogue once for all test files, in the language LOCALE names. */
export async function setup(project: TestProject): Promise<void> {
  const file = join(import.meta.dirname, '../../assets/locales', `${process.env.LOCALE ?? 'zh_CN'}.json`);
  project.provide('catalogue', generateChromeMessages(await parseMessagesFile(file)));
}
