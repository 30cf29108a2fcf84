import type { Page } from 'puppeteer-core';

/** Errors that show on the page from now on, whoever made them. */
export function listErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}
