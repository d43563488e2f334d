// From the address to the call and out of it: what the page does, in the order in which it does it.
import {connectLab} from '/__lab/lab-client.js';
import {scrambler} from '../shared/mt-dom.js';
import {Devices, Speakers} from '../shared/mt-media.js';
import {Meeting} from '../shared/mt-meeting.js';
import {Call, trouble} from './call.js';
import {ClassicCall} from './classic-call.js';
import {ClassicDoor} from './classic-door.js';
import {Announcer, consent, decoys, hint, quietFrames} from './dialogs.js';
import * as encodedArm from './encoded-arm.js';
import {syncLoop} from './rpc.js';
import {textsOf} from './texts.js';
import {Call2026} from './y2026-call.js';
import {Door2026} from './y2026-door.js';

const ENDS = {
  denied: 'denied', timed_out: 'timedOut', removed: 'removed', ended: 'hostEnded', left: 'youLeft',
  not_found: 'badCode', blocked: 'blocked', full: 'full', passcode_wrong: 'badCode',
};
const WHY = {not_found: 'badCodeWhy', blocked: 'blockedWhy'};
const COLLAPSE_MS = 7000;
const LOBBY_MS = 10 * 60 * 1000; // the product's own limit; door.pageLimitMs makes it shorter
const RECONNECT_MS = 30000;

class Page {
  constructor(lab) {
    this.lab = lab;
    this.config = lab.config;
    this.door = lab.config.door ?? {kind: 'lobby'};
    this.classic = lab.config.variant !== '2026';
    this.t = textsOf(lab.config.language);
    this.root = document.querySelector('[jsname=root]');
    this.meeting = new Meeting(lab);
    this.devices = new Devices(() => this.#devicesChanged());
    this.scramble = scrambler();
    this.view = this.classic
      ? new ClassicDoor(this.root, this.t, this.devices)
      : new Door2026(this.root, this.t, this.devices, this.scramble);
    this.call = null;
    this.ownAudio = false;
  }

  async start() {
    document.title = 'Meet – ' + location.pathname.slice(1);
    document.documentElement.lang = this.config.language ?? 'en';
    this.view.gettingReady();
    if (encodedArm.offered()) {
      encodedArm.takeOver(new URL('./mixer-worklet.js', import.meta.url).href, text => this.lab.report(text));
      this.ownAudio = true;
      this.lab.report('audio arm: own decoder');
    }
    this.speakers = new Speakers(document.body, {jsname: 'LgbsSe'});
    this.meeting.addEventListener('media', event => event.detail.track && !this.ownAudio && this.speakers.add(event.detail));
    this.meeting.addEventListener('phase', event => this.#phase(event.detail));
    this.meeting.addEventListener('dialog', event => this.#dialog(event.detail));
    await pause(this.classic ? 400 : 900);
    decoys(this.t);
    this.announcer = new Announcer();
    quietFrames();
    if (this.meeting.phase !== 'prejoin') return this.#phase({phase: this.meeting.phase});
    this.#prejoin();
    await this.devices.open();
    if (this.devices.refused) this.view.deviceGate(() => this.#prejoin());
    this.#prejoin();
    setTimeout(() => this.#prejoin(), 2500); // drawn anew for no reason, as frameworks do
    return undefined;
  }

  #prejoin() {
    if (this.meeting.phase !== 'prejoin') return;
    this.view.prejoin({open: this.door.kind === 'open' || this.door.join === 'now', ask: name => this.#ask(name)});
  }

  #devicesChanged() {
    if (this.meeting.phase === 'prejoin') this.#prejoin();
    else if (!this.meeting.inCall && !this.meeting.over) this.#lobby(this.meeting.phase);
  }

  async #ask(name) {
    if (this.asked) return;
    this.asked = true;
    this.lab.report(`asked with microphone ${word(this.devices.microphone)}, camera ${word(this.devices.camera)}`);
    if (this.door.kind === 'consent_gate' && this.door.consent === 'before') {
      this.agreed = await this.#consent(this.door.dialog ?? 'recorded');
      if (!this.agreed) return this.meeting.leave();
    }
    this.meeting.ask({name});
    return undefined;
  }

  async #consent(kind) {
    const agreed = await consent(document.body, this.t, {look: this.#look(), kind});
    this.lab.report(agreed ? 'consent given' : 'consent refused');
    return agreed;
  }

  #look() {
    return this.classic ? 'classic' : '2026';
  }

  #lobby(kind) {
    this.announcer?.say(this.t(kind === 'waiting_for_host' ? 'waitingForHost' : 'someoneLetsYouIn'));
    this.view.lobby(kind, {name: this.meeting.name, leave: () => this.meeting.leave()});
  }

  #phase({phase}) {
    if (phase === 'sign_in') return this.#signIn();
    if (phase === 'admitted') return this.#admitted();
    if (phase === 'disconnected') return this.#disconnected();
    if (ENDS[phase]) return this.#end(phase);
    if (this.call) return undefined;
    this.patience ??= setTimeout(() => this.#nobodyCame(), this.door.pageLimitMs ?? LOBBY_MS);
    return this.#lobby(phase === 'waiting_for_host' ? 'waiting_for_host' : 'waiting');
  }

  #nobodyCame() {
    if (this.call || this.meeting.over) return;
    this.lab.report('nobody answered: the page gave up');
    this.meeting.giveUp();
  }

  #admitted() {
    this.#showCall();
    this.stopSync = syncLoop(this.lab, this.meeting);
    if (this.classic) this.hint = hint(document.body, this.t);
  }

  #showCall() {
    if (this.call) return;
    const id = this.config.scenarioId;
    const look = this.classic ? new ClassicCall(this.t, id) : new Call2026(this.t, id, this.scramble);
    this.call = new Call(this.root, this.meeting, this.t, this.devices, look);
    this.call.open();
  }

  /** The gate may stand in front of a call that already looks like one. */
  async #dialog(event) {
    if (event.kind === 'hint') return hint(document.body, this.t);
    const gate = event.kind === 'consent_gate';
    if (gate && (this.door.consent ?? (this.classic ? 'lobby' : 'after')) === 'after') this.#showCall();
    const agreed = (gate && this.agreed) || await this.#consent(gate ? this.door.dialog ?? 'recorded' : event.kind);
    this.lab.reply(event.kind, agreed);
    return agreed ? undefined : this.meeting.leave();
  }

  #disconnected() {
    if (this.call) this.call.trouble(this.t('lostNetwork'));
    else document.body.append(trouble(this.t('lostNetwork'))); // the door may not be drawn yet
    setTimeout(() => this.meeting.over || this.view.end(this.t('problem'), {}), RECONNECT_MS);
  }

  #end(phase) {
    this.wasIn = this.call !== null;
    this.call?.close();
    this.call = null;
    this.hint?.remove();
    this.stopSync?.();
    this.speakers.stop();
    this.devices.close();
    const rejoin = phase === 'left' || phase === 'removed' ? () => location.reload() : null;
    this.view.end(this.t(this.#words(phase)), {why: WHY[phase] ? this.t(WHY[phase]) : null, rejoin});
    if (phase === 'timed_out') setTimeout(() => this.view.collapse(), COLLAPSE_MS);
    if (phase === 'denied' && !this.classic) setTimeout(() => this.view.end(this.t('youLeft'), {}), COLLAPSE_MS);
  }

  #words(phase) {
    if (phase !== 'ended' || this.wasIn) return ENDS[phase];
    return this.door.kind === 'ended' ? 'expired' : 'ended';
  }

  #signIn() {
    this.lab.report('sent to sign in');
    const next = encodeURIComponent(location.origin + location.pathname);
    location.assign(`https://accounts.google.com/v3/signin/identifier?continue=${next}&hl=${this.config.language ?? 'en'}&flowName=GlifWebSignIn&ltmpl=meet`);
  }
}

const word = on => (on ? 'on' : 'off');
const pause = ms => new Promise(done => setTimeout(done, ms));

/** The product loads its page anew once, with parameters that it adds itself. */
async function reloadOnce() {
  const here = new URL(location.href);
  if (here.searchParams.has('hs')) return false;
  if (here.searchParams.has('authuser')) history.replaceState(null, '', here.pathname + here.search);
  await pause(150);
  here.searchParams.set('ijlm', String(Date.now()));
  here.searchParams.set('hs', '187');
  here.searchParams.set('adhoc', '1');
  location.replace(here.href);
  return true;
}

if (!(await reloadOnce())) {
  const page = new Page(await connectLab());
  await page.start();
}
