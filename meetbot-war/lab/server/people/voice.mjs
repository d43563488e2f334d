// What a person says, 20 ms at a time.

export const RATE = 48000;
export const STEP = 960; // samples in 20 ms
const LOUDNESS = 0.3;
const RAMP = 240; // 5 ms, so that a gate does not click

/** Shared by all who are silent; nobody writes into it. */
export const SILENCE = new Int16Array(STEP);

/** Opens or closes a gate at the first sample of a step, with a ramp of 5 ms. */
function gate(samples, wasOn, on) {
  if (wasOn === on) return samples;
  for (let i = 0; i < STEP; i++) {
    const gain = i < RAMP ? i / RAMP : 1;
    samples[i] = Math.round(samples[i] * (on ? gain : 1 - gain));
  }
  return samples;
}

/** A steady tone that runs on behind a gate, so that its phase never jumps. */
export class Tone {
  constructor(hz) {
    this.step = (2 * Math.PI * hz) / RATE;
    this.phase = 0;
    this.on = false;
  }

  /** The next 20 ms, audible when `on`. */
  next(on) {
    const silent = !on && !this.on;
    const samples = silent ? SILENCE : this.samples();
    this.phase = (this.phase + this.step * STEP) % (2 * Math.PI);
    if (!silent) gate(samples, this.on, on);
    this.on = on;
    return samples;
  }

  samples() {
    const out = new Int16Array(STEP);
    for (let i = 0; i < STEP; i++) out[i] = Math.round(32767 * LOUDNESS * Math.sin(this.phase + i * this.step));
    return out;
  }
}

/** Spoken text: starts anew with every span and is repeated until the span ends. */
export class Spoken {
  constructor(pcm) {
    this.pcm = pcm;
    this.at = 0;
    this.on = false;
  }

  /** Another text from now on, for instance a remark out of turn. */
  say(pcm) {
    this.pcm = pcm;
    this.at = 0;
  }

  next(on) {
    if (!on && !this.on) return SILENCE;
    if (on && !this.on) this.at = 0;
    const out = new Int16Array(STEP);
    for (let i = 0; i < STEP; i++) {
      out[i] = this.pcm[this.at];
      this.at = (this.at + 1) % this.pcm.length;
    }
    gate(out, this.on, on);
    this.on = on;
    return out;
  }
}

/** Loudness of a step as RFC 6464 has it: 0 is full scale, 127 is silence. */
export function level(samples) {
  if (samples === SILENCE) return 127;
  let sum = 0;
  for (let i = 0; i < samples.length; i += 4) sum += samples[i] * samples[i];
  const rms = Math.sqrt((4 * sum) / samples.length) / 32768;
  if (rms < 1e-6) return 127;
  return Math.max(0, Math.min(127, Math.round(-20 * Math.log10(rms))));
}

/** Everybody at once, clipped. Returns SILENCE itself when nobody is heard. */
export function mix(frames) {
  const audible = frames.filter((f) => f !== SILENCE);
  if (audible.length === 0) return SILENCE;
  if (audible.length === 1) return audible[0];
  const out = new Int16Array(STEP);
  for (let i = 0; i < STEP; i++) {
    let sum = 0;
    for (const f of audible) sum += f[i];
    out[i] = Math.max(-32768, Math.min(32767, sum));
  }
  return out;
}
