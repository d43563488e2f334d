// Few tracks, many people: who starts to speak takes a slot, and the contributing source says who it is.
import { packetsDue } from '../people/person.mjs';
import { level, SILENCE, STEP } from '../people/voice.mjs';
import { OpusEncoder } from './opus.mjs';
import { Gate } from './silence.mjs';

const MOVE_TICKS = 75; // reassign: every 1.5 s somebody who speaks changes slots
const LATE_SLOTS_TICK = 200; // renegotiate: the rest of the slots comes after 4 s

/** The slot for somebody who starts to speak: a free one, or the one that has been silent longest. */
export function choose(slots) {
  const idle = slots.filter((s) => !s.person?.now.on);
  const free = idle.find((s) => !s.person);
  return free ?? idle.reduce((best, s) => (!best || s.spokeAt < best.spokeAt ? s : best), null);
}

export class Slots {
  constructor({ peer, platform, media, meeting, cameras }) {
    Object.assign(this, { peer, platform, media, meeting, cameras });
    this.people = new Set();
    this.slots = [];
    this.packets = null;
    const first = media.renegotiate ? Math.ceil(media.slots / 2) : media.slots;
    for (let i = 0; i < first; i++) this.open();
    if (!media.renegotiate) meeting.people.forEach((p) => cameras.add(p));
  }

  open() {
    const index = this.slots.length;
    const stream = this.peer.add({
      kind: 'audio', ppm: this.media.skewPpm,
      streamId: this.platform.streamId(null, `slot${index}`),
      trackId: `slot${index}`,
      info: { source: 'slot', slot: index },
    });
    const gate = new Gate(new OpusEncoder(), this.media.silence);
    this.slots.push({ index, stream, gate, person: null, spokeAt: -1 });
  }

  joined(person) {
    this.people.add(person);
    this.cameras.add(person);
  }

  left(person) {
    this.people.delete(person);
    this.slots.filter((s) => s.person === person).forEach((s) => (s.person = null));
    if (this.media.renegotiate) this.cameras.remove(person);
  }

  tick(n, ms) {
    if (this.media.renegotiate && n === LATE_SLOTS_TICK) this.openRest();
    this.packets ??= Math.floor(n * (1 + this.media.skewPpm / 1e6)) - 1;
    for (let k = packetsDue(n, this.media.skewPpm); k > 0; k--) {
      this.packets++;
      this.people.forEach((p) => p.advance(ms));
      this.assign(n);
      this.slots.forEach((slot) => this.packet(slot, n));
      this.people.forEach((p) => this.meeting.truth.voice(p, p.now.on && this.slotOf(p)?.sent === true, ms));
    }
    this.cameras.tick(n, ms);
  }

  slotOf(person) {
    return this.slots.find((s) => s.person === person);
  }

  openRest() {
    while (this.slots.length < this.media.slots) this.open();
    this.peer.negotiate();
  }

  assign(n) {
    const ready = this.slots.filter((s) => s.stream.ready);
    for (const person of this.people) {
      if (person.now.on && !this.slotOf(person)) this.give(choose(ready), person);
    }
    if (this.media.reassign && n % MOVE_TICKS === 0) this.move();
  }

  give(slot, person) {
    if (!slot) return;
    slot.person = person;
    this.meeting.truth.slot(slot.index, person);
  }

  /** Somebody goes on speaking in another slot. */
  move() {
    const from = this.slots.find((s) => s.person?.now.on);
    const to = from && choose(this.slots.filter((s) => s !== from && s.stream.ready));
    if (!to) return;
    const person = from.person;
    from.person = null;
    this.give(to, person);
  }

  packet(slot, n) {
    const { person } = slot;
    const on = !!person?.now.on;
    if (on) slot.spokeAt = n;
    const pcm = person?.now.pcm ?? SILENCE;
    const { payload, marker } = slot.gate.next(pcm, person?.next.pcm ?? SILENCE, on || !!person?.next.on);
    slot.sent = payload !== null && slot.stream.send(payload, this.packets * STEP, {
      marker, level: level(pcm), csrc: this.media.csrc && person ? [person.csrc] : [],
    });
  }

  close() {
    this.slots.forEach((s) => s.gate.close());
    this.slots = [];
  }
}
