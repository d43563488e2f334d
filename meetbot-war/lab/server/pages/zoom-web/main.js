// Decides which page an address leads to: the launch page, the shell around the client, or the client itself.
import { addStyle, h } from '../shared/zj-dom.js';
import { openSession } from '../shared/zj-session.js';
import { openDoor } from './door.js';
import { cookieBanner, launchPage } from './launch.js';
import { BASE } from './style.js';
import texts from './texts-door.js';
import { variantOf } from './variants.js';

const root = document.getElementById('root');

/** The address of the client for this meeting, whatever link led here. */
const clientPath = ({ code }) => `/wc/${code}/join${location.search}`;

function shell(config) {
  const url = new URL(clientPath(config), location.origin);
  url.searchParams.set('fromPWA', '1');
  root.replaceChildren(h('div', { class: 'pwa-shell', style: { height: '100%' } },
    h('iframe', { id: 'webclient', class: 'pwa-webclient__iframe', src: url.pathname + url.search,
      allow: 'microphone; camera; display-capture; autoplay', title: 'Zoom web client' })));
}

async function start() {
  addStyle(BASE);
  const framed = window !== window.top;
  const session = await openSession();
  const { language, variant } = session.config;
  const traits = variantOf(variant);
  const t = texts(language);
  document.documentElement.lang = language;
  if (!framed) cookieBanner(t);
  if (!location.pathname.startsWith('/wc/')) {
    launchPage({ root, t, traits, go: () => location.assign(clientPath(session.config)) });
  } else if (traits.frame && !framed) {
    shell(session.config); // the frame's page takes this one's place on the line
  } else {
    openDoor({ root, t, traits, session });
  }
}

start();
