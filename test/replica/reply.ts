import type { Html } from './html';
import type { Reply } from './types';

// The shape of a real site's policy: inline scripts are allowed, foreign ones are not.
const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ');

export function page(body: Html | string, status = 200): Reply {
  const text = typeof body === 'string' ? body : body.markup;
  return { status, type: 'text/html; charset=utf-8', body: text, headers: { 'content-security-policy': policy } };
}

export function json(value: unknown): Reply {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

export function redirect(url: string): Reply {
  return { status: 302, type: 'text/plain; charset=utf-8', body: '', headers: { location: url } };
}

export function notFound(): Reply {
  return { status: 404, type: 'text/plain; charset=utf-8', body: 'not on this replica' };
}
