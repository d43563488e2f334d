// The page behind an invitation: it would rather open an application.
import { h, hiddenTwin } from '../shared/zj-dom.js';

const COOKIE_KEY = 'OptanonAlertBoxClosed';

/** The banner about cookies at the lower edge, over everything. */
export function cookieBanner(t) {
  if (localStorage.getItem(COOKIE_KEY)) return;
  const close = () => { localStorage.setItem(COOKIE_KEY, new Date().toISOString()); banner.remove(); };
  const banner = h('div', { id: 'onetrust-banner-sdk', role: 'region', 'aria-label': 'Cookie banner' },
    h('p', { id: 'onetrust-policy-text' }, t.cookiesText),
    h('button', { id: 'onetrust-pc-btn-handler', class: 'zm-btn zm-btn--plain' }, '⚙'),
    h('button', { id: 'onetrust-accept-btn-handler', class: 'zm-btn', onclick: close }, t.cookies));
  setTimeout(() => document.body.append(banner), 300);
}

/** Offers the application first; the way into the browser comes a moment later. */
export function launchPage({ root, t, traits, go }) {
  document.title = `${t.launch} - Zoom`;
  const link = h('a', { role: 'button', tabindex: '0', onclick: go }, t.fromBrowser);
  const trouble = h('div', { class: 'trouble' }, h('h3', {}, t.launchTrouble), h('p', {}, link));
  const hint = h('p', {}, t.launchHint);
  const button = h('button', { class: 'zm-btn mbTuDeF1', onclick: () => show() }, t.launch);
  const show = () => { if (!trouble.isConnected) page.append(trouble); };
  const page = h('div', { class: 'launch', id: 'zoom-ui-frame' }, h('h1', {}, hint), button);
  // the layout for telephones is there too, out of sight
  root.replaceChildren(h('div', { class: 'mobile-only' }, hiddenTwin(link)), page);
  setTimeout(show, traits.launchAfterMs);
}
