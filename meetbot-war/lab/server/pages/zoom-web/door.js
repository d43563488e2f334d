// From the client's first page until the call, and everything that can stand in between.
import { h } from '../shared/zj-dom.js';
import { addressSecrets } from '../shared/zj-session.js';
import { openCall } from './call.js';
import { modal } from './modal.js';
import { preview } from './preview.js';

const PROMPT_GAP_MS = 350;
const RELOAD_KEY = 'lab-host-missing';

/** Whether the meeting's door is of this kind before anybody asked. */
const atOnce = (door, kind) => door.kind === kind && door.when !== 'ask';

export function openDoor({ root, t, traits, session }) {
  const { lab, config } = session;
  const secrets = addressSecrets();
  const context = { root, t, traits, session, name: '', allowed: false };
  document.title = 'Zoom';
  const show = (...nodes) => root.replaceChildren(...nodes);

  const pages = {
    waiting: () => waitingPage(context, traits.title === 'new' ? t.waitingNew : t.waiting, t.waiting),
    waiting_for_host: () => waitingPage(context, config.door.answer === 'ignore' ? t.hostElsewhere : t.waitingHost, t.notStarted),
    admitted: () => openCall(context),
    denied: () => leftPage(context, traits.title === 'new' ? t.denied : t.removedFromLobby),
    timed_out: () => leftPage(context, t.timedOut),
    not_found: () => errorPage(context, t.notFound),
    sign_in: () => signInPage(context),
    blocked: () => botWall(context),
    full: () => { show(blank()); modal({ title: t.full, buttons: [[t.leave, null]] }); },
    passcode_wrong: () => askName({ withPasscode: true, error: t.wrongPasscode }),
    ended: () => { leftPage(context, t.ended); },
    removed: () => leftPage(context, t.removedFromLobby),
    disconnected: () => modal({ title: t.disconnected, buttons: [[t.retry, () => location.reload()]] }),
  };

  // who brings a token is not sent to the sign-in page before having asked
  const early = () => !context.asked && session.state === 'sign_in' && Object.keys(secrets.tokens).length > 0;
  session.on('state', () => { if (!early()) pages[session.state]?.(); });
  session.on('dialog', (kind, message) => consent(context, message));

  async function askName(more = {}) {
    document.title = 'Zoom Meeting';
    const withPasscode = more.withPasscode ?? (config.door.kind === 'passcode' && !secrets.passcode);
    preview({ root, t, traits, name: context.name, withPasscode, error: more.error, join(given) {
      Object.assign(context, { name: given.name, asked: true });
      document.title = 'Zoom';
      show(h('div', { class: 'wait-page' }, h('div', { class: 'loading-layer' }, t.connecting)));
      lab.ask({ name: given.name, passcode: given.passcode ?? secrets.passcode, tokens: secrets.tokens });
    } });
    if (!more.error) await devicePrompts(context);
  }

  const closed = ['not_found', 'ended', 'sign_in', 'blocked', 'full'].find((kind) => atOnce(config.door, kind));
  if (closed && !(closed === 'sign_in' && Object.keys(secrets.tokens).length > 0)) pages[closed]();
  else if (traits.hostMissing === 'invalid' && notYetStarted(config)) errorPage(context, t.invalid);
  else if (traits.form === 'old') termsPage(context, askName);
  else askName();
}

/**
 * Some builds show a meeting without its host as an invalid link, and show the form to whoever comes back later:
 * this page counts from its first visit.
 */
function notYetStarted({ door, scenarioId }) {
  if (door.kind !== 'host_missing') return false;
  const key = `${RELOAD_KEY}-${scenarioId}`;
  const since = Number(sessionStorage.getItem(key) ?? Date.now());
  sessionStorage.setItem(key, since);
  return door.answer === 'ignore' || Date.now() - since < door.after;
}

/** Asks for the microphone, once or a few times; each window blocks the page until it is answered. */
async function devicePrompts(context) {
  const { t, traits } = context;
  for (let i = 0; i < traits.prompts; i++) {
    await new Promise((answered) => setTimeout(() => {
      const allow = async () => {
        context.allowed = true;
        const stream = await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => null);
        stream?.getTracks().forEach((track) => track.stop());
        answered();
      };
      const buttons = [[t.allow, allow, 'zm-btn--primary zm-btn__outline--blue']];
      if (traits.form === 'new') buttons.unshift([t.withoutDevices, answered, 'zm-btn--plain pepc-permission-dialog__footer-button']);
      modal({ title: t.allowText, buttons, kind: 'pepc-permission-dialog' });
    }, PROMPT_GAP_MS));
  }
}

/** A recorded meeting asks before it lets anybody in. */
function consent({ t, session }, { kind }) {
  if (kind !== 'consent_gate') return;
  modal({ title: t.recording, text: t.recordingText, kind: 'recording-disclaimer-dialog', buttons: [
    [t.leave, () => session.lab.reply(kind, false), 'zm-btn--default'], [t.gotIt, () => session.lab.reply(kind, true)]] });
}

function termsPage({ root, t }, next) {
  const agree = h('button', { id: 'wc_agree1', class: 'zm-btn', onclick: () => next() }, t.terms);
  root.replaceChildren(h('div', { class: 'wait-page' }, h('p', {}, t.termsText), agree));
}

/** A waiting page in the new words, or in the old form with the old ones. */
function waitingPage({ root, t, session, traits }, text, second) {
  const leave = () => { session.lab.leave(); root.replaceChildren(blank()); };
  const body = traits.title === 'new'
    ? h('div', { class: 'waiting-room-container' }, h('div', { class: 'wr-content' }, h('div', { class: 'wr-main-title' }, text)),
      h('button', { class: 'zm-btn zm-btn--plain', type: 'button' }, t.tests),
      h('button', { class: 'zm-btn leave-btn', type: 'button', 'aria-label': t.leave, onclick: leave }, t.leave))
    : h('div', { class: 'wr-information' }, h('div', { class: 'wr-tip' }, second === t.waiting ? second : text),
      h('p', { class: 'wr-topic' }, `Zoom Meeting ${session.config.code}`), h('button', { class: 'zm-btn', onclick: leave }, t.leave));
  root.replaceChildren(h('div', { class: 'wait-page' }, body));
}

function errorPage({ root, t }, text) {
  document.title = `${t.errorTitle} - Zoom`;
  root.replaceChildren(h('div', { class: 'wait-page', id: 'error-page' },
    h('div', { class: 'error-message-wrap' }, h('span', { class: 'error-message' }, text))));
}

function leftPage({ root, t }, text) {
  document.title = 'Zoom';
  root.replaceChildren(h('div', { class: 'wait-page' }, h('div', { class: 'zm-modal-body-title' }, text),
    h('button', { class: 'zm-btn', onclick: () => root.replaceChildren(blank()) }, t.leave)));
}

function signInPage({ root, t }) {
  document.title = `${t.signIn} - Zoom`;
  root.replaceChildren(h('div', { class: 'wait-page' }, h('h1', {}, t.signIn), h('p', {}, t.signInText),
    h('button', { class: 'zm-btn signin' }, t.signInButton)));
}

function botWall({ root, t }) {
  document.title = 'Zoom';
  root.replaceChildren(h('div', { class: 'wait-page' }, h('p', { class: 'bot-tip' }, t.botWall),
    h('button', { class: 'zm-btn signin' }, t.signInButton)));
}

const blank = () => h('div', { class: 'wait-page' }, h('p', {}, 'Zoom'));
