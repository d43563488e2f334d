// From the first screen until the call, and every notice that can stand in between.
import { h, hiddenTwin } from '../shared/zj-dom.js';
import { fill } from '../shared/zj-texts.js';
import { openCall } from './call.js';
import { conferencePage, disconnectedOverlay, ended } from './ends.js';
import { clearNotices, dialog, notify } from './notices.js';
import { skipsPrejoin } from './options.js';

const WAKES_AFTER_MS = 300;

export function openDoor(app) {
  const { session, t, traits } = app;
  const { door } = session.config;
  const pages = {
    waiting: () => lobbyScreen(app, { joining: true }),
    waiting_for_host: () => hostDialog(app),
    admitted: () => { Object.assign(app, { phase: 'joined', lobby: {} }); clearNotices(); openCall(app); },
    denied: () => { lobbyScreen(app, { joining: false }); notify('lobby.joinRejectedMessage', t.rejectedTitle, t.rejectedMessage, { sticky: true }); },
    timed_out: () => { lobbyScreen(app, { joining: false }); notify('lobby.lobbyClosed', t.lobbyClosed, null, { sticky: true }); },
    passcode_wrong: () => passwordDialog(app),
    full: () => dialog({ title: t.fullTitle, body: t.full, testid: 'dialog.maxUsersLimitReached', buttons: [['modal-dialog-ok-button', t.ok]] }),
    not_found: () => errorPage(app),
    sign_in: () => loginDialog(app),
    blocked: () => dialog({ title: t.authFailedTitle, body: t.authFailed, testid: 'dialog.tokenAuthFailed', buttons: [['modal-dialog-ok-button', t.ok]] }),
    ended: () => {
      app.phase = 'left';
      app.lobby = { knocking: false };
      ended(app);
    },
    removed: () => notify('dialog.kickTitle', fill(t.kickTitle, t.moderator), null, { sticky: true }),
    disconnected: () => disconnectedOverlay(app),
  };
  session.on('state', () => {
    if (['admitted', 'waiting_for_host', 'ended'].includes(session.state)) clearNotices();
    pages[session.state]?.();
  });
  session.on('dialog', (kind, message) => consent(app, message));
  app.ask = (more = {}) => session.lab.ask({ name: app.name, ...more });
  if (door.kind === 'not_found' && door.when === 'load') return errorPage(app);
  if (skipsPrejoin(app.options)) return knock(app);
  return prejoin(app);
}

/** Pressing a large button once does something once; the buttons sleep until the page's script is awake. */
function actionButton(testid, text, act, more = {}) {
  let awake = false;
  setTimeout(() => { awake = true; }, WAKES_AFTER_MS);
  return h('div', { role: 'button', tabindex: '0', class: 'action-btn', 'aria-label': text, 'data-testid': testid, onclick: () => awake && act(), ...more }, text);
}

function nameField(app, attributes) {
  const field = h('input', { type: 'text', class: 'field', autocomplete: 'name', placeholder: app.t.enterName, value: app.name, maxlength: 60, ...attributes });
  field.addEventListener('input', () => { app.name = field.value.trim(); });
  return field;
}

/** The buttons of microphone and camera before joining; the bot has neither on in the end. */
function devices({ t, options }) {
  const one = (on, off, off0) => {
    let live = !off0;
    const button = h('div', { role: 'button', tabindex: '0', class: 'toolbox-button', onclick() { live = !live; draw(); } });
    const draw = () => {
      button.setAttribute('aria-label', live ? on : off);
      button.setAttribute('aria-pressed', String(!live));
      button.replaceChildren(h('div', { class: 'toolbox-icon' }, live ? '●' : '○'));
    };
    draw();
    return button;
  };
  return h('div', { class: 'toolbox-in-prejoin toolbox-content-items' },
    one(t.mute, t.unmute, options['config.startWithAudioMuted']), one(t.stopCamera, t.startCamera, options['config.startWithVideoMuted']));
}

function prejoin(app) {
  const { t, root, traits } = app;
  const error = h('div', { class: 'error', 'data-testid': 'prejoin.errorMessage' });
  const join = () => {
    if (!app.name) return error.replaceChildren(t.missingName);
    return knock(app);
  };
  const old = traits.look === 'old';
  const screen = h('div', { class: `premeeting-screen prejoin ${old ? 'prejoin-full-page' : ''}`, 'data-testid': 'prejoin.screen' },
    h('div', { class: 'content' },
      h('h1', { class: 'title' }, t.joinMeeting), h('span', { class: 'subject-text' }, location.pathname.split('/').pop()),
      nameField(app, { id: 'premeeting-name-input', 'data-testid': !old && 'prejoin.name', 'aria-label': t.enterName }), error,
      old
        ? h('div', { class: 'action-btn primary', tabindex: '0', 'data-testid': 'prejoin.joinMeeting', onclick: join }, t.joinMeeting)
        : actionButton('prejoin.joinMeeting', t.joinMeeting, join),
      actionButton('prejoin.joinWithoutAudio', t.joinWithoutAudio, join, { class: 'action-btn text' }),
      devices(app), h('p', { class: 'recording-warning' }, t.recordingMaybe)),
    h('div', { class: 'preview', id: 'preview' }));
  const twin = hiddenTwin(screen);
  root.replaceChildren(twin, screen);
}

/** Asks at once, or shows the lobby's form first, as older pages do. */
function knock(app) {
  const lobby = app.session.config.door.kind === 'lobby';
  if (lobby && (app.traits.look === 'old' || !app.name)) return lobbyScreen(app, { joining: false });
  app.root.replaceChildren(conferencePage());
  return app.ask();
}

function lobbyScreen(app, { joining }) {
  const { t, root } = app;
  app.phase = 'lobby';
  app.lobby = { knocking: joining };
  const password = actionButton('lobby.enterPasswordButton', t.enterPassword, () => {
    if (!document.querySelector('[data-testid="lobby.password"]')) password.before(h('input', { type: 'password', placeholder: t.enterPassword, 'data-testid': 'lobby.password' }));
  }, { class: 'action-btn text' });
  const content = joining
    ? [h('h1', { class: 'title' }, t.joiningTitle), h('div', { class: 'spinner' }, '◌'), h('span', { class: 'joining-message', 'data-testid': 'lobby.joiningMessage' }, t.joiningMessage)]
    : [h('h1', { class: 'title' }, t.joinMeeting), nameField(app, { 'data-testid': 'lobby.nameField', id: 'lobby-name-field', 'aria-label': t.enterName }),
      actionButton('lobby.knockButton', t.askToJoin, () => { if (app.name) { clearNotices(); lobbyScreen(app, { joining: true }); app.ask(); } })];
  root.replaceChildren(conferencePage(), h('div', { class: 'premeeting-screen lobby-screen' }, h('div', { class: 'content' }, content, password, devices(app))));
}

function passwordDialog(app) {
  const { t } = app;
  const body = [h('p', {}, t.passwordLabel), h('input', { name: 'lockKey', type: 'password', placeholder: t.passwordTitle, autocomplete: 'off' }),
    app.triedPassword && h('p', { class: 'error', 'data-testid': 'dialog.incorrectPassword' }, t.passwordWrong)];
  dialog({ title: t.passwordTitle, body, testid: 'dialog.passwordRequired',
    buttons: [['modal-dialog-cancel-button', t.cancel], ['modal-dialog-ok-button', t.ok, 'submit']],
    onsubmit(form) {
      app.triedPassword = true;
      app.ask({ passcode: form.elements.lockKey.value });
    } });
}

function hostDialog(app) {
  const { t, traits } = app;
  const old = traits.look === 'old';
  dialog({ title: old ? t.waitingHostOld : t.waitingHostTitle, body: t.waitingHost, testid: 'dialog.WaitForHostMsg',
    buttons: [['modal-dialog-cancel-button', t.cancel, () => app.session.lab.report('did not wait')], ['modal-dialog-ok-button', old ? t.iAmHost : t.logIn, () => loginDialog(app)]] });
}

function loginDialog({ t }) {
  const body = [h('input', { name: 'username', type: 'text', placeholder: t.user, id: 'login-dialog-username' }), h('input', { name: 'password', type: 'password', id: 'login-dialog-password', 'aria-label': t.passwordTitle })];
  dialog({ title: t.authRequired, body, testid: 'dialog.authenticationRequired', buttons: [['modal-dialog-cancel-button', t.cancel], ['modal-dialog-ok-button', t.logIn, 'submit']], onsubmit: () => loginDialog({ t }) });
}

function consent(app, { kind }) {
  const { t } = app;
  dialog({ title: t.recordingTitle, body: t.recording, testid: 'dialog.recordingInProgressTitle',
    buttons: [['modal-dialog-cancel-button', t.leaveLabel, () => app.session.lab.reply(kind, false)], ['modal-dialog-ok-button', t.understand, () => app.session.lab.reply(kind, true)]] });
}

function errorPage({ root, t }) {
  document.title = '404';
  root.replaceChildren(h('div', { class: 'error-page' }, h('h1', {}, t.notFound), h('p', {}, t.notFoundText)));
}
