// What was really sent, and when. All times are epoch milliseconds.
import { TICK_MS, nowMs } from './clock.mjs';

const round = (ms) => Math.round(ms * 10) / 10;

export class Truth {
  constructor(meeting, now = nowMs) {
    this.meeting = meeting;
    this.now = now;
    this.people = new Map();
    this.counts = {};
    this.lists = { chat: [], captions: [], shares: [], slots: [], marks: [] };
    this.plays = []; // [sent, played] of a page that plays by itself
    this.late = { worstMs: 0, worstAtMs: null, over20Ms: 0, ticks: 0, skippedTicks: 0 };
  }

  of(person) {
    if (!this.people.has(person)) {
      this.people.set(person, { spans: [], scheduled: [], flashes: [], on: false, joinedAtMs: null, leftAtMs: null });
    }
    return this.people.get(person);
  }

  count(what) {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  add(list, entry) {
    this.lists[list].push({ at: round(this.now()), ...entry });
  }

  /** How late a step ran; what was before the connection stood does not matter. */
  tick(lateMs) {
    if (this.meeting.visit.mediaAtMs === null) return;
    this.late.ticks++;
    if (lateMs > this.late.worstMs) Object.assign(this.late, { worstMs: round(lateMs), worstAtMs: round(this.now()) });
    if (lateMs > TICK_MS) this.late.over20Ms++;
  }

  /** After a packet was handed over: whether this person is heard in it. `ms` is what the schedule says. */
  voice(person, on, ms) {
    const of = this.of(person);
    if (on) this.count('audible');
    if (of.on === on) return;
    of.on = on;
    const at = round(this.now());
    const due = round(this.meeting.zeroMs + ms);
    if (on) {
      of.spans.push([at, null]);
      of.scheduled.push([due, null]);
    } else {
      of.spans.at(-1)[1] = at;
      of.scheduled.at(-1)[1] = due;
    }
  }

  played({ atMs, playedMs }) {
    if (Number.isFinite(atMs) && Number.isFinite(playedMs)) this.plays.push([round(atMs), round(playedMs)]);
  }

  /**
   * When people were heard. A page that plays by itself holds sound back as it likes, and nobody behind it can hear it
   * sooner: there it is when the page played what it was sent. Of all others it is when it was sent.
   */
  heard({ spans, scheduled }) {
    if (this.plays.length === 0) return spans;
    return scheduled.map((span) => span.map((due) => (due === null ? null : round(due + this.heldBack(due)))));
  }

  /** How long the page held back what was due then. */
  heldBack(due) {
    const near = (a, b) => (Math.abs(b[0] - due) < Math.abs(a[0] - due) ? b : a);
    const [sent, played] = this.plays.reduce(near);
    return played - sent;
  }

  picture(person, frame, screen) {
    this.count(screen ? 'screenFrames' : 'cameraFrames');
    if (frame.key) this.count('keyFrames');
    if (!screen && frame.changed) this.of(person).flashes.push([round(this.now()), frame.bright ? 1 : 0]);
  }

  slot(slot, person) {
    this.add('slots', { slot, id: person.id, csrc: person.csrc });
  }

  joined(person) {
    this.of(person).joinedAtMs ??= round(this.now());
    this.of(person).leftAtMs = null;
  }

  left(person) {
    this.voice(person, false, this.now() - this.meeting.zeroMs);
    this.of(person).leftAtMs = round(this.now());
  }

  /** Nothing is sent any more: whatever is open ends now. */
  close() {
    if (this.meeting.zeroMs === null) return;
    for (const person of this.people.keys()) this.voice(person, false, this.now() - this.meeting.zeroMs);
  }

  json() {
    const people = this.meeting.people.map((person) => {
      const { on, ...of } = this.of(person);
      const { id, name, hz, hue, csrc } = person;
      return { id, name, hz, hue, csrc, host: !!person.host, speaking: on, ...of, spans: this.heard(of), sent: of.spans };
    });
    const impairment = this.meeting.impairment;
    const packets = { ...this.counts, sent: impairment.sent, lost: impairment.lost };
    return { zeroMs: this.meeting.zeroMs, people, ...this.lists, plays: this.plays, packets, lateness: this.late };
  }
}
