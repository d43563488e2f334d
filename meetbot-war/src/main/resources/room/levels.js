// Who speaks, by level: fast to begin, slow to end, so that pauses between words do not flicker.

const TICK_MS = 100;
const ON = 0.02;
const OFF = 0.01;
const HOLD_MS = 400;

/** Turns levels (0 to 1, linear) into speaking or not. */
export class Hysteresis {
  speaking = false;
  #quietSince = 0;

  next(level, now) {
    if (level >= ON) {
      this.speaking = true;
      this.#quietSince = 0;
    } else if (this.speaking && level < OFF) {
      this.#quietSince ||= now;
      if (now - this.#quietSince >= HOLD_MS) this.speaking = false;
    } else {
      this.#quietSince = 0;
    }
    return this.speaking;
  }
}

/** Level of this person's own microphone. */
class OwnLevel {
  #analyser = null;
  #track = null;
  #samples = null;
  #context = null;

  read(track) {
    if (!track) return 0;
    if (track !== this.#track) this.#listen(track);
    this.#analyser.getFloatTimeDomainData(this.#samples);
    let sum = 0;
    for (const sample of this.#samples) sum += sample * sample;
    return Math.sqrt(sum / this.#samples.length);
  }

  #listen(track) {
    this.#track = track;
    this.#context ??= new AudioContext();
    this.#context.resume().catch(() => {});
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 2048;
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(new MediaStream([track])).connect(this.#analyser);
  }
}

/**
 * Watches all levels of the call.
 * onSpeaking(id, speaking) is called for each participant each time; cheap when nothing changed.
 */
export function watchLevels({ peers, media, selfId, onSpeaking }) {
  const own = new OwnLevel();
  const ears = new Map();
  const hear = (id, level) => {
    if (!ears.has(id)) ears.set(id, new Hysteresis());
    onSpeaking(id, ears.get(id).next(level, performance.now()));
  };
  const timer = setInterval(() => {
    if (media) hear(selfId, media.micOn ? own.read(media.micTrack) : 0);
    for (const [id, receiver] of peers.audioReceivers()) {
      const source = receiver.getSynchronizationSources()[0];
      const fresh = source && performance.timeOrigin + performance.now() - source.timestamp < 1000;
      hear(id, fresh ? (source.audioLevel ?? 0) : 0);
    }
  }, TICK_MS);
  return () => clearInterval(timer);
}
