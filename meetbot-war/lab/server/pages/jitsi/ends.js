// How it ends: the room is gone, the line is gone, or somebody left.
import { h } from '../shared/zj-dom.js';
import { clearNotices, notify } from './notices.js';

/** The empty page of a conference, under everything else. */
export const conferencePage = () => h('div', { id: 'videoconference_page' }, h('div', { id: 'videospace' }, h('div', { id: 'largeVideoContainer' })));

/** The room is gone for everybody. */
export function ended({ root, t, session }) {
  session.forget();
  notify('dialog.sessTerminated', t.terminated, t.terminatedReason, { sticky: true });
  root.replaceChildren(conferencePage());
}

/** The page after leaving. */
export function closePage({ root, t, session }) {
  session.forget();
  clearNotices();
  root.replaceChildren(h('div', { class: 'close-page' }, h('h1', {}, t.thankYou)));
}

/** The line is gone; the page means to come back by itself. */
export function disconnectedOverlay({ t }) {
  document.body.append(h('div', { class: 'overlay__container', id: 'overlay' }, h('div', { class: 'overlay__content' },
    h('span', { class: 'reload_overlay_title' }, t.disconnectedTitle), h('p', { class: 'reload_overlay_text' }, t.disconnected),
    h('div', { id: 'reloadProgressBar' }), h('button', { class: 'action-btn' }, t.rejoin))));
}
