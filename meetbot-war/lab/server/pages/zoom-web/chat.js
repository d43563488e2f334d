// The chat panel: only the latest rows are in the document, a sender's name stands over the first of a run.
import { churn, clockTime, h } from '../shared/zj-dom.js';

const ROWS = 20;

export function chatPanel(view) {
  const section = h('section', { class: 'chat-container' });
  const list = h('div', { class: 'chat-container__chat-list', role: 'list' });
  section.append(h('div', { class: 'chat-header__header' }, view.t.chat), list, editor(view));
  const refresh = churn(list, () => rows(view));
  view.session.on('chat roster', refresh);
  view.session.on('chat', (kind, message) => bubble(view, message, section));
  return section;
}

/** A word about a new message while the panel is closed. */
function bubble(view, message, section) {
  if (section.isConnected) return;
  const node = h('div', { class: 'new-message-bubble', role: 'alert' }, `${message.name}: ${message.text}`);
  document.querySelector('.meeting-app')?.append(node);
  setTimeout(() => node.remove(), 4000);
}

function rows(view) {
  const old = view.traits.chat === 'old';
  const all = view.session.chat;
  return all.slice(-ROWS).map((message, i, shown) => {
    const first = i === 0 || shown[i - 1].from !== message.from;
    return old ? oldRow(view, message, first) : newRow(view, message, first);
  });
}

const senderName = ({ t, session }, message) => (session.person(message.from)?.self ? t.you : message.name);

function header(view, message, old) {
  const { t, session } = view;
  return h('div', { class: 'chat-item__chat-info-header' },
    h('span', { class: 'chat-item__sender', 'data-userid': old ? null : 16778240 + 1024 * session.people.findIndex((p) => p.id === message.from), 'data-name': old ? null : message.name },
      senderName(view, message)),
    h('span', { class: 'chat-item__to' }, ` ${t.to} `), h('span', { class: 'chat-item__receiver' }, t.everyone),
    h('span', { class: 'new-chat-item__chat-info-time-stamp' }, ` ${clockTime(message.atMs)}`));
}

function newRow(view, message, first) {
  const { t, session } = view;
  const own = session.person(message.from)?.self;
  const label = `${senderName(view, message)} ${t.to} ${t.everyone}, ${clockTime(message.atMs)}, ${message.text}`;
  return h('div', { class: 'chat-item-container', 'data-id': `${message.number}-{${message.id}}`, 'data-index': message.number },
    first && header(view, message, false),
    h('div', { class: 'new-chat-message__container', id: `chat-message-content-${message.number}`, role: 'row', 'aria-label': label },
      h('div', { class: `new-chat-message__text-box ${own ? 'new-chat-message__text-box--self' : ''}` },
        h('div', { class: 'new-chat-message__text-content' }, h('div', { class: 'chat-rtf-box__display' },
          message.text.split('\n').map((line) => h('p', {}, line)))))));
}

function oldRow(view, message, first) {
  return h('div', { class: 'chat-message__container', id: `chat-item-${message.number}`, tabindex: '0' },
    first && header(view, message, true),
    h('pre', { class: 'chat-message__text-box chat-message__text-content' }, message.text));
}

function editor(view) {
  return view.traits.chat === 'old' ? oldEditor(view) : newEditor(view);
}

function oldEditor({ t, session }) {
  const area = h('textarea', { class: 'chat-box__chat-textarea window-content-bottom', placeholder: t.chatInput, maxlength: 1024 });
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    if (area.value.trim()) session.lab.sendChat(area.value);
    area.value = '';
  });
  return h('div', { class: 'chat-box__chat-textarea-wrapper' }, area);
}

function newEditor({ t, session }) {
  const box = h('div', { class: 'tiptap ProseMirror', contenteditable: 'true', role: 'textbox', translate: 'no', 'aria-label': t.chatInput }, h('p', {}, h('br')));
  const send = () => {
    const text = [...box.children].map((line) => line.textContent).join('\n').trim() || box.textContent.trim();
    if (text) session.lab.sendChat(text);
    box.replaceChildren(h('p', {}, h('br')));
    button.disabled = true;
  };
  const button = h('button', { class: 'chat-rtf-box__send', type: 'button', 'aria-label': t.send, disabled: true, onclick: send }, '➤');
  box.addEventListener('input', () => { button.disabled = !box.textContent.trim(); });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); send(); }
  });
  return h('div', { class: 'chat-rtf-box__editor-outer' }, h('div', { class: 'chat-rtf-box__editor-wrapper' }, h('div', { class: '_rtfEditor_1n3rs_1' }, box)), button);
}
