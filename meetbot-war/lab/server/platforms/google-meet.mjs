// Google Meet's addresses, sign-in wall, roster call and data channels.
import * as wire from './meet-collections.mjs';
import { bare, redirect, sendHtml, sendPage } from './mt-page.mjs';

const HOSTS = new Set(['meet.google.com', 'accounts.google.com', 'www.google.com', 'apis.google.com', 'workspace.google.com']);
const CODE = /^\/([a-z]{3}-[a-z]{4}-[a-z]{3})$/;
const LOOKUP = /^\/lookup\/([a-z]{3})([a-z]{4})([a-z]{3})$/;
const SYNC = '/$rpc/google.rtc.meetings.v1.MeetingSpaceService/SyncMeetingSpaceCollections';
const SIGN_IN = {
  en: ['Sign in', 'Use your Google Account', 'Email or phone', 'Next'],
  de: ['Anmelden', 'Mit Ihrem Google-Konto', 'E-Mail oder Telefonnummer', 'Weiter'],
  fr: ['Connexion', 'Utiliser votre compte Google', 'Adresse e-mail ou téléphone', 'Suivant'],
  es: ['Iniciar sesión', 'Usa tu cuenta de Google', 'Correo electrónico o teléfono', 'Siguiente'],
  pt: ['Fazer login', 'Use sua Conta do Google', 'E-mail ou telefone', 'Avançar'],
  ja: ['ログイン', 'Google アカウントを使用', 'メールアドレスまたは電話番号', '次へ'],
};
const WORKERS = { classic: null, 2026: "'self' blob:" };
const states = new WeakMap();

function stateOf(meeting) {
  if (!states.has(meeting)) states.set(meeting, { channels: new Map(), known: new Map(), number: 1, versions: new Map(), slots: [], captions: false });
  return states.get(meeting);
}

function say(meeting, label, data) {
  const channel = stateOf(meeting).channels.get(label);
  if (channel?.readyState === 'open') channel.send(data);
}

function tellPeople(meeting, list) {
  const state = stateOf(meeting);
  if (list.length > 0) say(meeting, 'collections', wire.people(meeting.id, list, state.number++));
}

function tellOutputs(meeting, slots) {
  const rows = slots.map(({ csrc, id }) => wire.output(meeting.id, { id }, String(csrc), false));
  if (rows.length > 0) say(meeting, 'collections', wire.outputs(rows));
}

function roster(meeting, people) {
  const { known } = stateOf(meeting);
  const fresh = people.filter((p) => JSON.stringify(known.get(p.id)?.row) !== JSON.stringify(p) || !known.get(p.id).there);
  const now = new Set(people.map((p) => p.id));
  for (const [id, entry] of known) entry.there = now.has(id);
  people.forEach((p) => known.set(p.id, { row: p, there: true }));
  tellPeople(meeting, fresh);
}

function caption(meeting, line) {
  const { versions } = stateOf(meeting);
  const version = (versions.get(line.id) ?? 0) + 1;
  versions.set(line.id, version);
  say(meeting, 'captions', wire.caption(meeting.id, line, version, meeting.scenario.language));
}

function signInPage(response, query) {
  const [title, account, field, next] = SIGN_IN[query.get('hl')] ?? SIGN_IN.en;
  const body = `<c-wiz><div role="main"><h1 id="headingText"><span jsslot>${title}</span></h1><div>${account}</div>
    <form><input type="email" id="identifierId" name="identifier" aria-label="${field}" autocomplete="username">
    <button type="button" jsname="LgbsSe"><span>${next}</span></button></form></div></c-wiz>`;
  return sendHtml(response, bare(`${title} – Google`, body, query.get('hl') ?? 'en'));
}

async function answered(request, response, meeting) {
  const { host, path, query } = request;
  if (host === 'accounts.google.com') return signInPage(response, query);
  if (path.startsWith('/recaptcha/')) return sendHtml(response, bare('reCAPTCHA', '<div id="rc-anchor-container"></div>'));
  if (host !== 'meet.google.com') return sendHtml(response, bare('', ''));
  if (path === SYNC && meeting) {
    const list = [...stateOf(meeting).known.values()].map(({ row, there }) => ({ ...row, there }));
    response.writeHead(200, { 'content-type': 'application/x-protobuf; charset=utf-8' });
    response.end(wire.snapshot(meeting.id, list));
    return true;
  }
  if (path === '/' || path === '/landing') return sendHtml(response, bare('Google Meet', '<h1>Google Meet</h1>'));
  return false;
}

function codeOf({ host, path }) {
  if (host !== 'meet.google.com') return null;
  return CODE.exec(path)?.[1] ?? (LOOKUP.exec(path)?.slice(1).join('-') ?? null);
}

/** `scenario.link` may be lookup, or account: a link as a signed-in person copies it. */
function urlOf(code, { link } = {}) {
  if (link === 'lookup') return `https://meet.google.com/lookup/${code.replaceAll('-', '')}`;
  return `https://meet.google.com/${code}${link === 'account' ? '?authuser=1&pli=1' : ''}`;
}

function page(request, response, { code, scenario }, headers) {
  if (request.path !== `/${code}`) return redirect(response, `/${code}?authuser=0`, headers);
  const options = { workers: WORKERS[scenario.variant] ?? null };
  return sendPage(response, 'google-meet/index.html', { language: scenario.language }, headers, options);
}

export default {
  serves: (host) => HOSTS.has(host),
  match: codeOf,
  urlOf,
  onPage: page,
  onRequest: answered,
  channels: () => [{ label: 'collections', ordered: true }, { label: 'captions', ordered: false, maxRetransmits: 10 }],
  onChannel(channel, meeting) {
    const state = stateOf(meeting);
    state.channels.set(channel.label, channel);
    if (channel.label !== 'collections') return;
    tellPeople(meeting, [...state.known.values()].filter((k) => k.there).map((k) => k.row));
    tellOutputs(meeting, state.slots);
  },
  onEvent(type, data, meeting) {
    if (type === 'roster') roster(meeting, data);
    else if (type === 'chat') say(meeting, 'collections', wire.chat(meeting.id, data));
    else if (type === 'caption' && stateOf(meeting).captions) caption(meeting, data);
    else if (type === 'slots') tellOutputs(meeting, (stateOf(meeting).slots = data));
  },
  onMessage(type, data, meeting) {
    if (type === 'captions') stateOf(meeting).captions = Boolean(data.on);
  },
  streamId: (person, source) => (person ? String(6000 + (person.csrc % 1000)) + (source === 'screen' ? '9' : '') : `virtual-${source}`),
};
