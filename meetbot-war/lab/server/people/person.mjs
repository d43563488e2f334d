// Somebody in the meeting: when they are there, when they speak, what is heard and seen of them.
import { TICK_MS } from '../clock.mjs';
import { cameraClips, screenClips } from './clips.mjs';
import { Camera } from './camera.mjs';
import { speak } from './speech.mjs';
import { RATE, SILENCE, Spoken, Tone } from './voice.mjs';

export class Person {
  constructor(spec, index, spans, csrc) {
    Object.assign(this, { id: spec.id, name: spec.name, hz: spec.hz, hue: spec.hue, host: spec.host, index, csrc });
    this.spec = spec;
    this.joins = spec.joins;
    this.leaves = spec.leaves;
    this.spans = spans;
    this.muted = false;
    this.sharing = false;
    this.inRoom = false;
    this.quiet();
  }

  /** Makes pictures and speech ready; takes seconds the first time. */
  async prepare(media, language) {
    this.voice = this.spec.say
      ? new Spoken(await speak(this.spec.say, this.spec.language ?? language, this.index))
      : new Tone(this.hz);
    if (this.spec.camera && media.video) {
      this.camera = new Camera(await cameraClips(this.hue, media.simulcast), media);
    }
    return this;
  }

  async prepareScreen() {
    this.screen ??= new Camera(await screenClips());
  }

  /** Nothing is on its way any more: for somebody who left, perhaps to come back. */
  quiet() {
    this.now = { pcm: SILENCE, on: false };
    this.next = { pcm: SILENCE, on: false };
    this.voice?.next(false);
  }

  present(ms) {
    return ms >= this.joins && (this.leaves === null || ms < this.leaves);
  }

  speaks(ms) {
    return !this.muted && this.present(ms) && this.spans.some(([from, to]) => ms >= from && ms < to);
  }

  /** An utterance from `ms` on that the schedule does not have. */
  async say(text, startOf, language) {
    const pcm = await speak(text, this.spec.language ?? language, this.index);
    const from = startOf();
    this.voice = new Spoken(pcm);
    this.spans.push([from, from + (pcm.length / RATE) * 1000]);
  }

  /** Moves on by one packet. The one after it is made too: encoders look ahead. */
  advance(ms) {
    this.now = this.next;
    const on = this.speaks(ms + TICK_MS);
    this.next = { pcm: this.voice.next(on), on };
  }
}

/** How many packets a clock that runs fast by that many millionths has for tick n: mostly one. */
export function packetsDue(n, ppm) {
  const rate = 1 + ppm / 1e6;
  return Math.floor((n + 1) * rate) - Math.floor(n * rate);
}
