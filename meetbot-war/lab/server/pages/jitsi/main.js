// The page of a room: state, screens, and the objects that the product leaves in the window.
import { addStyle, h } from '../shared/zj-dom.js';
import { openSession } from '../shared/zj-session.js';
import { openApi } from './api.js';
import { openDoor } from './door.js';
import { addressOptions, skipsApp } from './options.js';
import { STYLE } from './style.js';
import texts from './texts.js';
import { variantOf } from './variants.js';

const root = document.getElementById('react');

async function start() {
  addStyle(STYLE);
  const session = await openSession();
  const { config } = session;
  const traits = variantOf(config.variant);
  const options = addressOptions();
  document.documentElement.lang = config.language;
  const app = { root, session, traits, options, t: texts(config.language), phase: 'prejoin', name: options['userInfo.displayName'] ?? '', tracks: [], lobby: {} };
  openApi(app);
  if (traits.app && !skipsApp(options)) await appPage(app);
  openDoor(app);
}

/** The page for telephones, which would rather open an application. */
function appPage({ t }) {
  return new Promise((resolve) => {
    const page = h('div', { class: 'deep-linking-mobile' },
      h('h2', {}, t.appTitle), h('p', {}, location.pathname.split('/').pop()),
      h('a', { href: '#', class: 'deep-linking-mobile__href', onclick: (event) => event.preventDefault() },
        h('button', { class: 'action-btn deep-linking-mobile__button', 'aria-label': t.joinInApp }, t.joinInApp)),
      h('p', {}, h('a', { href: '#', class: 'deep-linking-mobile__href', onclick(event) { event.preventDefault(); page.remove(); resolve(); } },
        h('span', { class: 'deep-linking-mobile__button action-btn', role: 'button', 'aria-label': t.joinInBrowser }, t.joinInBrowser))));
    document.body.append(page);
  });
}

start();
