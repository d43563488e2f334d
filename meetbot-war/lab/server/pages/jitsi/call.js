// The call: pictures, sound, toolbar, notices about people, and what ends it.
import { churn, h, hiddenTwin, icon, onIdleMouse } from '../shared/zj-dom.js';
import { fill } from '../shared/zj-texts.js';
import { jitsiTrack } from './api.js';
import { chatPane } from './chat.js';
import { closePage, disconnectedOverlay, ended } from './ends.js';
import { clearNotices, dialog, notify } from './notices.js';
import { peoplePane } from './people.js';
import { filmstrip, largeVideo } from './stage.js';

const TOOLBAR_REST_MS = 4000;
const STRIP_ANEW_MS = 2000;

export function openCall(app) {
  const { root, session } = app;
  session.forget();
  const page = h('div', { id: 'videoconference_page' });
  const space = h('div', { id: 'videospace' });
  const sounds = h('div', { class: 'remote-audios' });
  const captions = h('div', {});
  const toolbox = h('div', { id: 'new-toolbox', class: 'new-toolbox visible toolbox-background' });
  page.append(space, captions, toolbox, sounds);
  root.replaceChildren(page);
  const view = { ...app, app, page, panes: {}, videos: new Map() };
  view.refresh = churn(space, () => [largeVideo(view), filmstrip(view)], STRIP_ANEW_MS);
  view.refreshToolbox = churn(toolbox, () => toolbar(view), 3 * STRIP_ANEW_MS);
  session.on('caption', churn(captions, () => subtitles(view)));
  session.on('roster active share', view.refresh);
  media(view, sounds);
  comings(view);
  endings(view);
  session.on('dialog', () => recordingDialog(view));
  onIdleMouse(TOOLBAR_REST_MS, () => toolbox.classList.remove('visible'), () => toolbox.classList.add('visible'));
}


/** Tracks by person: sound into an element of its own, pictures onto the tile. */
function media(view, sounds) {
  const { session, app } = view;
  session.on('track', (kind, message) => {
    const entry = { ...message, jitsiTrack: jitsiTrack(app, message) };
    app.tracks.push(entry);
    entry.element = h(message.track.kind, { autoplay: true, playsinline: true, id: `remote${message.track.kind === 'audio' ? 'Audio' : 'Video'}_${message.stream?.id ?? message.track.id}-${app.tracks.length}` });
    entry.element.srcObject = message.stream ?? new MediaStream([message.track]);
    if (message.track.kind === 'audio') sounds.append(entry.element);
    else view.videos.set(`${message.id}/${message.source === 'screen' ? 'screen' : 'camera'}`, entry.element);
    view.refresh();
  });
  session.on('trackgone', (kind, { track, id, source }) => {
    const gone = app.tracks.find((entry) => entry.track === track);
    app.tracks = app.tracks.filter((entry) => entry !== gone);
    gone?.element.remove();
    if (track.kind === 'video') view.videos.delete(`${id}/${source === 'screen' ? 'screen' : 'camera'}`);
    view.refresh();
  });
}

/** Words about who came and went, which look like words about the bot. */
function comings({ session, t }) {
  let known = null;
  session.on('roster', () => {
    const people = session.others();
    if (known) {
      people.filter((p) => !known.some((k) => k.id === p.id)).forEach((p) => notify('notify.connectedOneMember', fill(t.joined, p.name)));
      known.filter((k) => !people.some((p) => p.id === k.id)).forEach((p) => notify('notify.leftOneMember', fill(t.left, p.name)));
      if (people.length === 0) notify('lonelyMeetingExperience.youAreAlone', t.alone);
    }
    known = people;
  });
}

function endings(view) {
  const { session, app, t } = view;
  session.on('state', (kind, message) => {
    if (!['removed', 'ended', 'disconnected'].includes(session.state)) return;
    if (session.state === 'disconnected') return disconnectedOverlay(view);
    app.phase = 'over';
    app.tracks = [];
    session.lab.hangUp?.();
    clearNotices();
    if (session.state === 'ended') return ended(view);
    const by = session.person(message.by)?.name ?? session.people.find((p) => p.host)?.name ?? t.moderator;
    session.forget();
    view.page.querySelector('.remote-audios')?.remove();
    if (app.traits.look === 'old') return dialog({ title: fill(t.kickTitle, by), body: fill(t.kickMessage, by), testid: 'dialog.kickTitle', buttons: [['modal-dialog-ok-button', t.ok]] });
    return notify('dialog.kickTitle', fill(t.kickTitle, by), fill(t.kickMessage, by), { sticky: true });
  });
}

function recordingDialog({ t, session }) {
  dialog({ title: t.recordingTitle, body: t.recording, testid: 'dialog.recordingInProgressTitle', buttons: [['modal-dialog-ok-button', t.understand, () => session.lab.reply('recording', true)]] });
}

function subtitles({ session }) {
  if (!session.config.media.captions || session.captions.length === 0) return [];
  return [h('div', { class: 'transcription-subtitles' }, session.captions.slice(-3).map((c) => h('p', {}, h('span', {}, `${c.name}: ${c.text}`))))];
}

function button(label, classes, onclick, pressed) {
  return h('div', { class: `toolbox-button ${classes}`, role: 'button', tabindex: '0', 'aria-label': label, 'aria-pressed': pressed === undefined ? null : String(pressed), onclick },
    h('div', {}, h('div', { class: 'toolbox-icon' }, icon('jitsi-icon'))));
}

function toolbar(view) {
  const { t, traits, session, panes, app } = view;
  const old = traits.look === 'old';
  const leave = () => { app.phase = 'over'; session.lab.leave(); closePage(view); };
  const hangUp = () => button(old ? t.leaveOld : t.leaveLabel, 'hangup-button', leave);
  // the small layout's button comes first and is out of sight
  return [hiddenTwin(hangUp()), h('div', { class: 'toolbox-content' }, h('div', { class: 'toolbox-content-wrapper' }, h('div', { class: 'toolbox-content-items' },
    button(t.unmute, 'audio-preview', () => {}, true), button(t.startCamera, 'video-preview', () => {}, true),
    button(old ? t.toggleChat : panes.chat ? t.closeChat : t.openChat, 'chat-button', () => toggle(view, 'chat', chatPane), Boolean(panes.chat)),
    button(panes.people ? t.closePeople : t.openPeople, 'participants-button', () => toggle(view, 'people', peoplePane), Boolean(panes.people)),
    button(t.more, 'overflow-button', () => {}),
    hangUp())))];
}

function toggle(view, name, make) {
  const { panes, page } = view;
  if (panes[name]) {
    panes[name].remove();
    panes[name] = null;
  } else {
    for (const other of Object.keys(panes)) { panes[other]?.remove(); panes[other] = null; }
    panes[name] = make(view);
    page.append(panes[name]);
  }
  page.classList.toggle('with-pane', Object.values(panes).some(Boolean));
  view.refreshToolbox();
}
