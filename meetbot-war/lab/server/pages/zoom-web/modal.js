// Modal windows as portals at the end of the body.
import { h } from '../shared/zj-dom.js';

/** Shows a modal window; `buttons` are `[text, handler, classes]`. Returns what takes it away. */
export function modal({ title, text, buttons, kind = '', quiet = false, id }) {
  const layer = h('div', { class: `zm-modal-legacy ReactModal__Overlay ${quiet ? 'quiet' : ''}`, 'data-focus-lock-disabled': 'false' });
  const close = () => layer.remove();
  const press = (handler) => () => { close(); handler?.(); };
  layer.append(h('div', { class: `zm-modal ${kind}`, role: 'dialog', 'aria-modal': !quiet && 'true', id },
    h('div', { class: 'zm-modal-body' },
      h('div', { class: 'zm-modal-body-title' }, title),
      text && h('div', { class: 'zm-modal-body-content' }, text)),
    h('div', { class: 'zm-modal-footer' }, buttons.map(([label, handler, classes]) =>
      h('button', { type: 'button', class: `zm-btn zm-btn-legacy ${classes ?? 'zm-btn--primary zm-btn__outline--blue'}`, onclick: press(handler) }, label)))));
  document.body.append(layer);
  return close;
}
