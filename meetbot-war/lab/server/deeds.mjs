// What can be made to happen in a meeting, by the scenario's events or by the control API.
import { nowMs } from './clock.mjs';

export class Deeds {
  constructor(meeting) {
    this.meeting = meeting;
    this.chats = 0;
  }

  /** Runs one deed; answers false when it does not exist. Errors are logged with the scenario. */
  run(deed) {
    const act = Object.hasOwn(DEEDS, deed.do) ? DEEDS[deed.do] : null;
    if (!act || this.meeting.over) return false;
    this.meeting.log(`do ${deed.do}`);
    Promise.resolve()
      .then(() => act(this.meeting, deed, this))
      .catch((e) => this.meeting.log(`do ${deed.do} failed: ${e.message}`));
    return true;
  }
}

const sinceZero = (meeting) => nowMs() - (meeting.zeroMs ?? nowMs());

function person(meeting, { from, id, person: named }) {
  const found = meeting.person(from ?? id ?? named);
  if (!found) throw new Error('nobody of that id');
  return found;
}

async function share(meeting, deed) {
  const who = person(meeting, deed);
  const on = deed.on ?? true;
  await who.prepareScreen();
  who.sharing = on;
  meeting.truth.add('shares', { id: who.id, on });
  meeting.call?.share(who, on);
  meeting.emit('share', { id: who.id, on });
}

function chat(meeting, deed, deeds) {
  const who = person(meeting, deed);
  const message = { id: `m${deeds.chats++}`, from: who.id, name: who.name, text: deed.text, at: Math.round(nowMs()) };
  meeting.truth.add('chat', message);
  meeting.emit('chat', message);
}

function caption(meeting, deed) {
  const who = person(meeting, deed);
  const now = Math.round(nowMs());
  const endMs = deed.endMs ?? now;
  meeting.marks.caption({
    id: deed.caption ?? `e${now}`, from: who.id, name: who.name, text: deed.text, final: true,
    startMs: deed.startMs ?? endMs - 1000, endMs,
  });
}

function rename(meeting, deed) {
  const who = person(meeting, deed);
  who.name = deed.name;
  meeting.marks.roster();
}

function mute(meeting, deed) {
  const who = person(meeting, deed);
  who.muted = deed.on ?? true;
  meeting.marks.roster();
}

/** The network is gone: no media, no answers, the line to the page is reset, new ones are refused. */
function cut(meeting, { forMs }) {
  meeting.impairment.cut();
  meeting.truth.close();
  meeting.session?.reset();
  meeting.onCut?.(true);
  if (forMs) meeting.timers.after(forMs, () => DEEDS.restore(meeting));
}

const DEEDS = {
  admit: (m) => m.admit(),
  deny: (m) => m.setState('denied'),
  time_out: (m) => m.setState('timed_out'),
  remove: (m, { by }) => m.setState('removed', { by }),
  end: (m, { by }) => m.setState('ended', { by }),
  state: (m, { state }) => m.setState(state),
  freeze: (m, { forMs }) => m.emit('freeze', { forMs: forMs ?? null }),
  crash: (m) => m.emit('crash', {}),
  cut,
  restore: (m) => { m.impairment.restore(); m.onCut?.(false); },
  say: (m, d) => person(m, d).say(d.text, () => sinceZero(m) + 40, m.scenario.language),
  chat, caption, share, rename, mute,
  join: (m, d) => Object.assign(person(m, d), { joins: sinceZero(m), leaves: null }),
  leave: (m, d) => { person(m, d).leaves = sinceZero(m); },
  dialog: (m, { do: _, at, after, ...d }) => m.emit('dialog', d),
  reassign: (m) => m.call?.shape.move?.(),
  active: (m, { id }) => m.emit('active', { id: id ?? null }),
  speaking: (m, { id, on }) => m.emit('speaking', { id, on: on ?? true }),
  send: (m, { type, data }) => m.emit(type, data),
};
