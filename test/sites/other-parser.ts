import { DOMParser } from 'linkedom';

/** A second parser, made in another way: its elements hold some of their members themselves, and its walkers pass over nothing. */
export function parseOtherwise(markup: string): Document {
  const page = `<!DOCTYPE html><html><body>${markup}</body></html>`;
  return new DOMParser().parseFromString(page, 'text/html') as unknown as Document;
}
