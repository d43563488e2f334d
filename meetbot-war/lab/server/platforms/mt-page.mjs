// Pages with a nonce under a strict policy, and the small answers that Meet and Teams share.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const PAGES = new URL('../pages/', import.meta.url);
const BASE = '/__lab/pages';

/** Fills {{nonce}}, {{base}}, {{language}} and the like into a file of pages/. */
export async function filled(file, values = {}) {
  const nonce = randomBytes(16).toString('base64');
  const text = await readFile(new URL(file, PAGES), 'utf8');
  const all = { nonce, base: BASE, ...values };
  return { nonce, html: text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name) => escaped(all[name] ?? '')) };
}

function escaped(text) {
  return String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** What the products send: scripts only with the nonce, no strings into script sinks. */
export function policy(nonce, { workers = null } = {}) {
  const rules = [
    `script-src 'report-sample' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'`,
    "object-src 'none'",
    "base-uri 'self'",
    "require-trusted-types-for 'script'",
    ...(workers ? [`worker-src ${workers}`] : []),
  ];
  return rules.join('; ');
}

export function sendHtml(response, html, headers = {}) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers });
  response.end(html);
  return true;
}

/** A filled page under the policy. */
export async function sendPage(response, file, values, headers = {}, options = {}) {
  const { nonce, html } = await filled(file, values);
  return sendHtml(response, html, {
    'content-security-policy': policy(nonce, options), 'x-frame-options': 'SAMEORIGIN', ...headers,
  });
}

export function redirect(response, location, headers = {}) {
  response.writeHead(302, { location, ...headers });
  response.end();
  return true;
}

export function bare(title, body, language = 'en') {
  return `<!doctype html><html lang="${escaped(language)}"><meta charset="utf-8"><title>${escaped(title)}</title><body>${body}</body></html>`;
}
