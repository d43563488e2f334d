// One meeting of one scenario: its door, its people, its schedule, its truth.
import { randomBytes } from 'node:crypto';
import { Call } from './call.mjs';
import { TICK_MS, Ticker, nowMs } from './clock.mjs';
import { Deeds } from './deeds.mjs';
import { FINAL, onAsk, onLoad } from './door.mjs';
import { Impairment } from './media/impair.mjs';
import { Marks } from './marks.mjs';
import { Person } from './people/person.mjs';
import { Timers } from './timers.mjs';
import { Truth } from './truth.mjs';

const LONGEST_MS = 40 * 60_000;
const MOST_LOGGED = 2000;

export class Meeting {
  constructor({ scenario, platform, code, onOver }) {
    this.id = randomBytes(6).toString('hex');
    Object.assign(this, { scenario, platform, code, onOver });
    const spans = (p) => scenario.speech.filter(([id]) => id === p.id).map(([, from, to]) => [from, to]);
    const firstSource = 1000 + (randomBytes(3).readUIntBE(0, 3) << 4);
    this.people = scenario.people.map((p, i) => new Person(p, i, spans(p), firstSource + i));
    this.phase = 'created';
    this.visit = { connectedAtMs: null, askedAtMs: null, askedName: null, askedPasscode: null, tokens: null, waitingAtMs: null,
      admittedAtMs: null, mediaAtMs: null, leftAtMs: null };
    this.zeroMs = null;
    this.events = [];
    this.chatFromBot = [];
    this.pageErrors = [];
    this.session = null;
    this.call = null;
    this.impairment = new Impairment({ ...scenario.media, seed: scenario.name });
    this.truth = new Truth(this);
    this.marks = new Marks(this);
    this.deeds = new Deeds(this);
    this.timers = new Timers();
    this.over = false;
  }

  /** Makes what takes long; after it the bot may come. */
  async prepare() {
    const { media, language, events } = this.scenario;
    await Promise.all(this.people.map((p) => p.prepare(media, language)));
    const sharing = events.filter((e) => e.do === 'share').map((e) => this.person(e.from));
    await Promise.all(sharing.map((p) => p?.prepareScreen()));
    this.timers.after(LONGEST_MS, () => this.finish('too long'));
    this.anchor('created');
    return this;
  }

  person(id) {
    return this.people.find((p) => p.id === id);
  }

  log(what) {
    if (this.events.length < MOST_LOGGED) this.events.push({ at: Math.round(nowMs()), what });
  }

  /** The scenario's events that count from here. */
  anchor(name) {
    if (this.anchored?.has(name)) return;
    (this.anchored ??= new Set()).add(name);
    for (const event of this.scenario.events) {
      if (event.after === name) this.timers.after(event.at, () => this.deeds.run(event));
    }
  }

  /** A page of this meeting was asked for. */
  opened() {
    this.log('page requested');
    if (this.phase === 'created') this.phase = 'opened';
    this.anchor('opened');
  }

  /** A page is on the line. A second one takes the first one's place. */
  attach(session) {
    this.endCall();
    this.session?.close();
    this.timers.cancel('door');
    this.session = session;
    session.onMessage = (m) => this.receive(session, m);
    session.onClose = () => this.lost(session);
    const { platform, variant, language, door, media } = this.scenario;
    session.send('config', { scenarioId: this.id, code: this.code, platform, variant, language, door, media });
    this.log('page connected');
    this.visit.connectedAtMs = Math.round(nowMs());
    const state = onLoad(this.scenario.door);
    if (state) this.setState(state);
  }

  receive(session, { type, data = {} }) {
    if (session !== this.session) return;
    switch (type) {
      case 'ask': return this.asked(data);
      case 'leave': return this.leave();
      case 'chat': return this.botChat(data);
      case 'report': return this.report(data);
      case 'answer': return this.call?.peer?.answer(String(data.sdp));
      case 'wish': return this.call?.wish(data.person);
      case 'played': return this.truth.played(data);
      case 'reply': return this.replied(data);
      default: return this.platform.onMessage(type, data, this);
    }
  }

  asked({ name = null, passcode = null, tokens = null }) {
    this.log(`asked as ${JSON.stringify(name)}`);
    Object.assign(this.visit, { askedAtMs: Math.round(nowMs()), askedName: name, askedPasscode: passcode, tokens });
    this.phase = 'asked';
    this.timers.cancel('door');
    this.anchor('asked');
    for (const step of onAsk(this.scenario.door, this.visit.tokens ? { passcode, tokens } : { passcode })) {
      this.timers.after(step.after, () => this.doorStep(step), 'door');
    }
  }

  doorStep({ state, dialog }) {
    if (dialog) this.emit('dialog', { kind: dialog });
    else if (state === 'admitted') this.admit();
    else this.setState(state);
  }

  replied({ kind, accepted }) {
    this.log(`dialog ${kind}: ${accepted ? 'accepted' : 'refused'}`);
    if (kind === 'consent_gate' && accepted && this.phase !== 'admitted') this.admit();
  }

  setState(state, more = {}) {
    this.log(`state ${state}`);
    this.phase = state === 'waiting_for_host' ? 'waiting' : state;
    if (this.phase === 'waiting') {
      this.visit.waitingAtMs = Math.round(nowMs());
      this.anchor('waiting');
    }
    if (FINAL.has(state)) this.endCall();
    this.emit('state', { state, ...more });
  }

  admit() {
    if (this.phase === 'admitted' || this.over) return;
    this.timers.cancel('door');
    const at = nowMs();
    this.zeroMs ??= at;
    this.visit.admittedAtMs ??= Math.round(at);
    this.visit.leftAtMs = null;
    this.setState('admitted');
    this.call = new Call(this, this.session);
    this.ticker = new Ticker(this.zeroMs, (n, late) => this.tick(n, late));
    this.ticker.n = Math.max(0, Math.ceil((at - this.zeroMs) / TICK_MS));
    this.people.forEach((p) => (p.inRoom = false));
    this.comeAndGo(this.ticker.n * TICK_MS);
    this.marks.roster();
    this.call.start();
    this.ticker.start();
    this.anchor('admitted');
  }

  mediaFlows() {
    this.visit.mediaAtMs ??= Math.round(nowMs());
    this.log('media connected');
  }

  tick(n, lateMs) {
    const ms = n * TICK_MS;
    this.truth.tick(lateMs);
    this.truth.late.skippedTicks = this.ticker.skipped;
    if (this.comeAndGo(ms)) this.marks.roster();
    this.call.tick(n, ms);
    this.marks.tick(ms);
  }

  comeAndGo(ms) {
    let changed = false;
    for (const person of this.people) {
      const there = person.present(ms);
      if (there === person.inRoom) continue;
      changed = true;
      person.inRoom = there;
      person.quiet();
      this.log(`${person.id} ${there ? 'joined' : 'left'}`);
      this.truth[there ? 'joined' : 'left'](person);
      this.call[there ? 'joined' : 'left'](person);
    }
    return changed;
  }

  botChat({ text }) {
    const entry = { id: `bot-${this.chatFromBot.length}`, text: String(text).slice(0, 10_000), at: Math.round(nowMs()) };
    this.chatFromBot.push(entry);
    this.emit('chat', { ...entry, from: 'bot', name: this.visit.askedName });
  }

  report({ what, error }) {
    if (error && this.pageErrors.length < 200) this.pageErrors.push(String(what).slice(0, 2000));
    else this.log(`page: ${String(what).slice(0, 500)}`);
  }

  leave() {
    this.visit.leftAtMs ??= Math.round(nowMs());
    if (!FINAL.has(this.phase)) this.phase = 'left';
    this.log('the bot left');
    this.endCall();
  }

  lost(session) {
    if (session !== this.session) return;
    this.session = null;
    this.log(session.severed ? 'line cut' : 'page gone');
    this.timers.cancel('door');
    if (this.phase === 'admitted') this.visit.leftAtMs ??= Math.round(nowMs());
    if (!FINAL.has(this.phase)) this.phase = session.severed ? 'disconnected' : 'left';
    this.endCall();
  }

  /** Tells the page and the platform's own encoders. */
  emit(type, data) {
    this.session?.send(type, data);
    this.platform.onEvent(type, data, this);
  }

  endCall() {
    this.ticker?.stop();
    this.ticker = null;
    this.truth.close();
    this.call?.close();
    this.call = null;
  }

  finish(why) {
    if (this.over) return;
    this.over = true;
    this.log(`over: ${why}`);
    this.timers.close();
    this.marks.close();
    this.endCall();
    this.session?.close();
    this.onOver?.(this);
  }

  json() {
    const { id, phase, visit, chatFromBot, pageErrors, events, over } = this;
    return { id, phase, over, ...visit, chatFromBot, pageErrors, events };
  }
}
