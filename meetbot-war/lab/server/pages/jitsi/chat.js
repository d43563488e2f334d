// The chat pane.
import { churn, clockTime, h } from '../shared/zj-dom.js';
import { endpointOf } from './ids.js';

export function chatPane(view) {
  const { session, t, traits } = view;
  const list = h('div', { id: 'chatconversation', class: 'chat-panel', role: 'log', 'aria-live': 'polite' });
  const refresh = churn(list, () => groups(view));
  session.on('chat', () => { if (list.isConnected) refresh(); });
  const area = h('textarea', { id: traits.look === 'old' ? 'usermsg' : 'chat-input-messagebox', class: 'chat-input-box', placeholder: t.typeMessage, rows: 1 });
  const send = () => {
    if (area.value.trim()) session.lab.sendChat(area.value.trim());
    area.value = '';
  };
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); send(); }
  });
  return h('div', { id: 'sideToolbarContainer', class: 'sideToolbarContainer' }, h('div', { class: 'chat-header' }, t.chat), list,
    h('div', { id: 'chat-input' }, area, h('button', { class: 'send-button action-btn', type: 'button', 'aria-label': t.send, onclick: send }, '➤')));
}

/** Messages of one sender in a row stand under one name. */
function groups({ session, t }) {
  const result = [];
  for (const message of session.chat) {
    const own = session.person(message.from)?.self;
    if (result.at(-1)?.from !== message.from) result.push({ from: message.from, own, name: own ? t.you : message.name, messages: [] });
    result.at(-1).messages.push(message);
  }
  return result.map((group) => h('div', { class: `chat-message-group ${group.own ? 'local' : 'remote'}`, 'data-participant': endpointOf(group.from) },
    group.messages.map((message, i) => h('div', { class: 'chatmessage-wrapper', id: `chat-message-${message.id}` },
      h('div', { class: `chatmessage ${group.own ? 'localuser' : 'remoteuser'}` }, h('div', { class: 'replywrapper' }, h('div', { class: 'messagecontent' },
        i === 0 && h('div', { class: 'display-name', 'aria-hidden': 'true' }, group.name), h('div', { class: 'usermessage' }, message.text)))),
      h('div', { class: 'timestamp' }, clockTime(message.atMs))))));
}
