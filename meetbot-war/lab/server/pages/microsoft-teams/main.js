// From the launcher's last address to the call and out of it.
import {connectLab} from '/__lab/lab-client.js';
import {h} from '../shared/mt-dom.js';
import {Devices, Speakers} from '../shared/mt-media.js';
import {Meeting} from '../shared/mt-meeting.js';
import {Call} from './call.js';
import {consentDialog} from './consent.js';
import {Door} from './door.js';
import {Look} from './look.js';
import {expose} from './page-api.js';
import {textsOf} from './texts.js';
import {Trouter, conversation} from './trouter.js';

const LOBBY_MS = 30 * 60 * 1000; // the product's own limit; door.pageLimitMs makes it shorter
const RECONNECT_MS = 30000;
const TROUTER = 'go.trouter.teams.microsoft.com';
const ENDS = {timed_out: 'timedOut', ended: 'ended', left: 'youLeft', full: 'full', blocked: 'notConnected'};

class Page {
  constructor(lab) {
    this.lab = lab;
    this.door = lab.config.door ?? {kind: 'lobby'};
    this.variant = ['light', 'live'].includes(lab.config.variant) ? lab.config.variant : 'v2';
    this.t = textsOf(lab.config.language);
    this.root = document.getElementById('app');
    this.meeting = new Meeting(lab);
    this.devices = new Devices(() => this.#draw());
    this.view = new Door(this.root, this.t, this.devices, this.variant);
    this.coords = coords();
    this.passcode = this.coords.passcode ?? null;
    this.call = null;
    this.stage = 'shell';
  }

  async start() {
    document.title = `${this.t('meeting')} | Microsoft Teams`;
    document.documentElement.lang = this.lab.config.language ?? 'en';
    this.view.shell();
    this.speakers = new Speakers(document.body, {'data-tid': 'audio-renderer'});
    this.trouter = new Trouter(this.lab, TROUTER);
    expose(this.meeting, this.variant);
    this.lab.on('track', () => this.#mainChannel());
    this.meeting.addEventListener('media', event => this.#heard(event.detail));
    this.meeting.addEventListener('phase', event => this.#phase(event.detail));
    this.meeting.addEventListener('dialog', event => this.#dialog(event.detail));
    document.body.append(h('div', {hidden: true}, h('h1', {}, this.t('removed')), h('h1', {}, this.t('denied'))));
    await pause(500);
    this.stage = 'prejoin';
    if (this.meeting.phase !== 'prejoin') return this.#phase({phase: this.meeting.phase});
    this.#draw();
    await this.devices.open();
    if (this.devices.refused || this.door.mediaModal) this.view.mediaModal(() => this.#draw());
    this.#draw();
    setTimeout(() => this.#draw(), 2000);
    return undefined;
  }

  /** A second track with the same mix arrives too; the product plays only one. */
  #heard(event) {
    if (event.track && event.source !== 'duplicateAudio') this.speakers.add(event);
  }

  #draw() {
    if (this.meeting.phase === 'prejoin' && this.stage === 'prejoin') {
      const asks = this.door.kind === 'passcode' && this.variant === 'live' && !this.coords.passcode;
      this.view.prejoin({ask: name => this.#ask(name), passcode: asks ? text => { this.passcode = text; } : null});
    } else if (this.stage === 'lobby') {
      this.view.lobby(this.meeting.phase, {leave: () => this.meeting.leave()});
    }
  }

  #ask(name) {
    if (name === '' || this.asking) return;
    this.asking = true;
    if (this.door.restart && !sessionStorage.getItem('restarted')) return this.#restart();
    this.view.name = name;
    this.lab.report(`asked with microphone ${word(this.devices.microphone)}, camera ${word(this.devices.camera)}`);
    this.view.connecting();
    this.meeting.ask({name, passcode: this.passcode, tokens: tokens()});
    if (this.door.dropAfterMs) setTimeout(() => this.#dropped(), this.door.dropAfterMs);
    return undefined;
  }

  /** The product changes its mind about the light client after the click and begins anew. */
  #restart() {
    sessionStorage.setItem('restarted', '1');
    this.lab.report('begins anew');
    const next = new URL(location.href);
    next.searchParams.set('lightExperience', 'false');
    setTimeout(() => location.replace(next.href), 300);
  }

  /** The lobby's line broke without a word: pre-join is back and "Join now" can be clicked again. */
  #dropped() {
    if (this.call || this.meeting.over || this.didDrop) return;
    this.didDrop = true;
    this.asking = false;
    this.stage = 'prejoin';
    this.lab.report('lobby line dropped: join again');
    this.meeting.back();
    this.#draw();
  }

  #phase({phase}) {
    if (phase === 'admitted') return this.#admitted();
    if (phase === 'prejoin' || phase === 'asking') return undefined;
    if (phase === 'disconnected') return this.#disconnected();
    if (this.meeting.over) return this.#end(phase);
    if (this.didDrop && !this.asking) return undefined;
    this.stage = 'lobby';
    this.patience ??= setTimeout(() => this.call || this.meeting.giveUp(), this.door.pageLimitMs ?? LOBBY_MS);
    return this.#draw();
  }

  async #admitted() {
    this.#showCall();
    await pause(200);
    if (this.door.banner !== false) this.call?.banner(this.t('recording'));
    await conversation(this.lab);
  }

  #showCall() {
    if (this.call) return;
    this.stage = 'call';
    this.call = new Call(this.root, this.meeting, this.t, this.devices, new Look(this.t, this.lab.config.scenarioId, this.variant));
    this.call.open();
  }

  /** The product makes this channel itself; it carries who dominates and the captions. */
  #mainChannel() {
    if (this.channel || !this.lab.pc || this.lab.config.media?.dataChannel === false) return;
    this.channel = this.lab.pc.createDataChannel('main-channel', {negotiated: true, id: 1});
    this.channel.binaryType = 'arraybuffer';
    this.channel.addEventListener('open', () => this.channel.send('[{"type":"hi"}]'));
  }

  async #dialog(event) {
    const gate = event.kind === 'consent_gate';
    if (gate && (this.door.consent ?? (this.variant === 'v2' ? 'after' : 'lobby')) === 'after') this.#showCall();
    const agreed = await consentDialog(document.body, this.t, this.variant);
    this.lab.reply(event.kind, agreed);
    if (!agreed) this.meeting.leave();
  }

  #disconnected() {
    if (this.call) this.call.banner(this.t('reconnecting'), {stays: true});
    else document.body.append(h('div.banner', {role: 'alert'}, this.t('reconnecting'))); // the door may not be drawn yet
    setTimeout(() => this.meeting.over || this.view.retry(this.t('notConnected'), {rejoin: () => location.reload()}), RECONNECT_MS);
  }

  #end(phase) {
    const again = () => location.reload();
    this.stage = 'end';
    this.call?.close();
    this.call = null;
    this.speakers.stop();
    this.devices.close();
    const { trouter } = this; // asking again opens another
    setTimeout(() => trouter.close(), 500);
    if (phase === 'sign_in') this.#signIn();
    else if (phase === 'not_found' || phase === 'passcode_wrong') this.#code();
    else if (phase === 'blocked' && this.variant !== 'light') this.#captcha();
    else if (phase === 'denied') this.view.retry(this.t(this.variant === 'light' ? 'declined' : 'denied'), {rejoin: this.variant === 'v2' ? again : null});
    else if (phase === 'removed') this.view.retry(this.t(this.variant === 'live' ? 'removedShort' : 'removed'), {rejoin: again});
    else this.view.retry(this.t(ENDS[phase]), {rejoin: phase === 'left' ? again : null, mistake: phase === 'left'});
  }

  #signIn() {
    this.view.signIn();
    if (this.variant === 'light') setTimeout(() => location.assign('https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=lab&hl=' + this.lab.config.language), 600);
  }

  #captcha() {
    this.view.captcha = true;
    this.view.prejoin({ask: () => {}});
  }

  /** The light client has one screen for a wrong address and a wrong passcode; the others tell them apart. */
  #code() {
    if (this.door.kind === 'not_found' && this.variant !== 'light') {
      this.view.retry(this.t('badUrl'));
      return;
    }
    this.view.code(this.t('notFound'), {
      id: this.coords.meetingCode ?? '', passcode: this.passcode,
      again: passcode => this.#again(passcode),
    });
  }

  /** The passcode was typed: ask again under the same name. */
  #again(passcode) {
    this.passcode = passcode;
    this.asking = true;
    this.trouter = new Trouter(this.lab, TROUTER);
    this.meeting.back();
    this.view.connecting();
    this.meeting.ask({name: this.view.name, passcode, tokens: tokens()});
  }
}

const word = on => (on ? 'on' : 'off');
const pause = ms => new Promise(done => setTimeout(done, ms));

/** What the launcher packed into the address. */
function coords() {
  try {
    return JSON.parse(atob(new URLSearchParams(location.search).get('coords') ?? ''));
  } catch {
    return {};
  }
}

/** A bot's identification comes in the address's fragment. */
function tokens() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? sessionStorage.getItem('token');
  return token ? {token} : null;
}

const page = new Page(await connectLab());
await page.start();
