// What the platform says about people: roster, who speaks, captions. It says it late, as real ones do.
import { Timers } from './timers.mjs';

const CAPTION_STEP_MS = 500;

export class Marks {
  constructor(meeting) {
    this.meeting = meeting;
    this.timers = new Timers();
    this.speaking = new Map(); // person -> {caption}
    this.active = null;
    this.captions = 0;
  }

  roster() {
    const { meeting } = this;
    const there = meeting.people.filter((p) => p.inRoom);
    const row = (p) => ({ id: p.id, name: p.name, host: !!p.host, self: false, bot: false, muted: p.muted });
    const self = { id: 'bot', name: meeting.visit.askedName ?? '', host: false, self: true, bot: true, muted: true };
    meeting.emit('roster', [...there.map(row), self]);
    meeting.emit('slots', there.map((p) => ({ csrc: p.csrc, id: p.id })));
  }

  tick(ms) {
    for (const person of this.meeting.people) {
      const on = person.inRoom && person.now.on;
      if (on !== this.speaking.has(person)) this.changed(person, on, ms);
      else if (on) this.grow(person, ms, false);
    }
  }

  changed(person, on, ms) {
    if (on) this.speaking.set(person, { caption: `c${this.captions++}`, from: ms, shown: ms });
    else {
      this.grow(person, ms, true);
      this.speaking.delete(person);
    }
    const { media } = this.meeting.scenario;
    if (!media.marks) return;
    this.timers.after(media.markDelayMs, () => this.mark(person, on));
  }

  mark(person, on) {
    const { meeting } = this;
    meeting.truth.add('marks', { id: person.id, on });
    meeting.emit('speaking', { id: person.id, on });
    const next = on ? person : this.loudest();
    if (next === this.active) return;
    this.active = next ?? this.active;
    if (next) meeting.emit('active', { id: next.id });
  }

  /** The one who began last of those who still speak. */
  loudest() {
    return [...this.speaking.keys()].at(-1) ?? null;
  }

  grow(person, ms, final) {
    const { meeting } = this;
    const { media } = meeting.scenario;
    const line = this.speaking.get(person);
    if (!media.captions || (!final && ms - line.shown < CAPTION_STEP_MS)) return;
    line.shown = ms;
    const words = (person.spec.say ?? `this is ${person.name} speaking and it goes on for a while`).split(/\s+/);
    const said = Math.max(1, Math.round(((ms - line.from) / 1000) * 2.5));
    const text = Array.from({ length: said }, (_, i) => words[i % words.length]).join(' ');
    const caption = {
      id: line.caption, from: person.id, name: person.name, text, final,
      startMs: Math.round(meeting.zeroMs + line.from), endMs: Math.round(meeting.zeroMs + ms),
    };
    this.timers.after(media.captionDelayMs, () => this.caption(caption));
  }

  caption(caption) {
    if (caption.final) this.meeting.truth.add('captions', caption);
    this.meeting.emit('caption', caption);
  }

  close() {
    this.timers.close();
  }
}

