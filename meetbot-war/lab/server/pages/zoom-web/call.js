// The call: layers, toolbar, and what ends it.
import { addStyle, churn, h, hiddenTwin, icon, onIdleMouse } from '../shared/zj-dom.js';
import { fill } from '../shared/zj-texts.js';
import { drawCaptions } from './captions.js';
import { chatPanel } from './chat.js';
import { joinAudioDialog, startSound } from './sound.js';
import { modal } from './modal.js';
import { peoplePanel } from './people.js';
import { CALL } from './style.js';
import callTexts from './texts-call.js';
import { drawTiles } from './tiles.js';
import { startPictures } from './pictures.js';

const TOOLBAR_REST_MS = 3000;
const TILES_ANEW_MS = 1500;
const TIP_AFTER_MS = 1200;

export function openCall({ root, traits, session, allowed }) {
  const { config } = session;
  session.forget();
  const t = callTexts(config.language);
  addStyle(CALL);
  document.title = 'Zoom Meeting';
  const pictures = startPictures(session);
  const sound = startSound(session, traits.audio);
  const view = { t, traits, session, pictures, sound, open: { people: false, chat: false }, captions: Boolean(config.media.captions) };
  const app = layers(view);
  root.replaceChildren(app);
  if (!allowed) joinAudioDialog(app, t, sound);
  else sound.join();
  keepDataChannel();
  setTimeout(() => greet(view), TIP_AFTER_MS);
  endings(view, root);
}

function layers(view) {
  const { traits, session } = view;
  const app = h('div', { class: `meeting-app ${traits.footer === 'fading' ? 'fading' : ''}`, id: 'wc-content' });
  const main = h('div', { class: 'main-layout', id: 'wc-container-left' });
  const right = h('div', { id: 'wc-container-right' });
  const captions = h('div', { class: 'live-transcription-holder' });
  const footer = h('footer', { id: 'wc-footer', class: 'footer', role: 'toolbar' });
  const notice = h('div', { class: 'notification-holder' });
  app.append(main, captions, notice, right, footer);

  const panels = { people: peoplePanel(view), chat: chatPanel(view) };
  view.refreshTiles = churn(main, () => drawTiles(view), TILES_ANEW_MS);
  view.refreshFooter = churn(footer, () => toolbar(view, app), 4 * TILES_ANEW_MS);
  const refreshCaptions = churn(captions, () => drawCaptions(view));
  const refreshNotice = churn(notice, () => shareNotice(view));
  view.refreshCaptions = refreshCaptions;
  view.toggle = (panel) => {
    view.open[panel] = !view.open[panel];
    right.replaceChildren(...['people', 'chat'].filter((name) => view.open[name]).map((name) => panels[name]));
    app.classList.toggle('with-right', view.open.people || view.open.chat);
    view.refreshFooter();
  };
  session.on('roster active share', () => { view.refreshTiles(); refreshNotice(); });
  session.on('roster', () => view.refreshFooter());
  session.on('speaking', () => { if (traits.layout === 'gallery' || traits.title === 'old') view.refreshTiles(); });
  session.on('caption', refreshCaptions);
  onIdleMouse(TOOLBAR_REST_MS, () => footer.classList.add('footer__hidden'), () => footer.classList.remove('footer__hidden'));
  return app;
}

function toolbar(view, app) {
  const { t, session, sound } = view;
  const count = session.people.length;
  // the word is misspelt in the product too
  const people = `${view.open.people ? t.closeParticipants : t.openParticipants},${count} ${t.participants.toLowerCase().replace('participants', 'particpants')}`;
  return [
    hiddenTwin(leaveButton(view, app)), // the small layout's, out of sight
    footerButton(t.audioLabel, sound.joined() ? t.unmute : t.joinAudio, 'join-audio-container__btn', () => { if (!sound.joined()) joinAudioDialog(app, t, sound); }),
    footerButton(t.videoLabel, t.startVideo, 'send-video-container__btn', () => {}),
    h('div', { id: 'participant' }, footerButton(t.participants, people, 'footer-button__button', () => view.toggle('people'))),
    h('div', { id: 'chat' }, footerButton(t.chat, view.open.chat ? t.closeChat : t.openChat, 'footer-button__button', () => view.toggle('chat'))),
    footerButton(t.more, null, 'footer-button__button more-button', () => moreMenu(view, app)),
    leaveButton(view, app),
  ];
}

function footerButton(text, label, classes, onclick) {
  return h('button', { type: 'button', class: `footer-button-base__button ax-outline ${classes}`, 'aria-label': label, onclick },
    icon('footer-button-base__img-layer'), h('span', { class: 'footer-button-base__button-label' }, text));
}

function leaveButton(view, app) {
  const { t } = view;
  return h('div', { class: 'footer__leave-btn-container' },
    footerButton(t.leave, t.leave, 'footer__leave-btn', () => leaveMenu(view, app)));
}

/** Leaving takes a second press. */
function leaveMenu(view, app) {
  const { t, session } = view;
  const old = app.querySelector('.leave-option-container');
  if (old) return old.remove();
  const menu = h('div', { class: 'leave-option-container', role: 'menu' },
    h('button', { class: 'zmu-btn leave-meeting-options__btn leave-meeting-options__btn--default leave-meeting-options__btn--danger',
      role: 'menuitem', onclick() { menu.remove(); session.lab.leave(); view.finish(t.left); } }, t.leaveMeeting),
    h('button', { class: 'zmu-btn leave-option-container__cancel-btn leave-meeting-options__btn', onclick: () => menu.remove() }, t.cancel));
  app.append(menu);
  return menu;
}

function moreMenu(view, app) {
  const { t } = view;
  const old = app.querySelector('.dropdown-menu');
  if (old) return old.remove();
  const item = h('a', { class: 'dropdown-item', role: 'menuitem', 'aria-label': t.captions, href: '#', onclick(event) {
    event.preventDefault();
    view.captions = !view.captions;
    view.refreshCaptions();
    menu.remove();
  } }, view.captions ? t.hideCaptions : t.showCaptions);
  const menu = h('div', { class: 'dropdown-menu', role: 'menu' }, item);
  app.append(menu);
  return menu;
}

function shareNotice({ session, t }) {
  const id = [...session.shares][0];
  const person = id && session.person(id);
  return person ? [h('div', { class: 'notification-message-wrap sharee-sharing-indicator' }, fill(t.sharing, person.name))] : [];
}

/** What the page tells newcomers, in a corner; a recording that begins asks for consent, over everything. */
function greet(view) {
  const { t, session } = view;
  modal({ title: t.chat, text: t.tip, buttons: [[t.gotIt, null, 'zmu-btn--primary']], quiet: true, kind: 'guide-tip' });
  session.on('dialog', (kind, message) => modal({ title: t.recording, text: t.recordingText, kind: 'recording-disclaimer-dialog', buttons: [
    [t.leaveMeeting, () => { session.lab.leave(); view.finish(t.left); }, 'zm-btn--default'],
    [t.gotIt, () => session.lab.reply(message.kind ?? 'recording', true)]] }));
}

/** What ends a call, and the page that stays afterwards. */
function endings(view, root) {
  const { t, session } = view;
  view.finish = (text) => {
    session.forget();
    view.sound.stop();
    view.pictures.stop();
    document.querySelectorAll('.zm-modal-legacy').forEach((node) => node.remove());
    root.replaceChildren(h('div', { class: 'wait-page' }, h('p', {}, text)));
  };
  const tell = (title, text, keepsRoom) => {
    if (!keepsRoom) view.finish(title);
    modal({ title, text, buttons: [[t.ok, () => root.replaceChildren(h('div', { class: 'wait-page' }, 'Zoom'))]] });
  };
  session.on('state', () => {
    switch (session.state) {
      case 'removed': tell(view.traits.title === 'new' ? t.removed : t.removedTitle, t.removed); break;
      case 'ended': tell(t.ended); break;
      case 'disconnected': tell(t.disconnected, null, true); break;
      default: break;
    }
  });
}

/** The product sends and receives through data channels; no track ever arrives on a connection. */
function keepDataChannel() {
  const connection = new RTCPeerConnection();
  connection.createDataChannel('ZoomWebclientAudioDataChannel', { ordered: false, maxRetransmits: 0 });
  connection.createOffer().then((offer) => connection.setLocalDescription(offer)).catch(() => {});
}
