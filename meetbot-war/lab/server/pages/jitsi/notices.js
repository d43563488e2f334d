// Dialogs over the page and notifications at its edge.
import { h } from '../shared/zj-dom.js';

/** A dialog; `buttons` are `[id, text, handler]`. Returns what takes it away. */
export function dialog({ title, body, buttons, onsubmit, testid }) {
  const close = () => layer.remove();
  const form = h('form', { class: 'dialog modal-dialog-form', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'dialog-title', 'data-testid': testid,
    onsubmit(event) { event.preventDefault(); close(); onsubmit?.(form); } },
    h('h1', { id: 'dialog-title', style: { fontSize: '18px', margin: '0' } }, title),
    h('div', { class: 'dialog-content' }, body),
    h('footer', {}, buttons.map(([id, text, handler]) => h('button', { id, type: handler === 'submit' ? 'submit' : 'button', class: 'action-btn', 'aria-label': text,
      onclick: handler === 'submit' ? null : () => { close(); handler?.(); } }, text))));
  const layer = h('div', { class: 'dialog-layer', id: 'dialog-layer' }, form);
  document.body.append(layer);
  form.querySelector('input')?.focus();
  return close;
}

const container = () => document.getElementById('notifications-container')
  ?? document.body.appendChild(h('div', { id: 'notifications-container', 'aria-live': 'polite' }));

/** A notification under the name of its text's key; it goes by itself unless it is sticky. */
export function notify(key, title, text, { sticky = false } = {}) {
  const node = h('div', { class: 'notification', 'data-testid': key, role: 'alert' }, h('div', { class: 'title' }, title), text && h('div', { class: 'description' }, text));
  container().append(node);
  if (!sticky) setTimeout(() => node.remove(), 4000);
  return () => node.remove();
}

/** Takes every notification and dialog away. */
export function clearNotices() {
  document.querySelectorAll('.dialog-layer, #notifications-container > *').forEach((node) => node.remove());
}
