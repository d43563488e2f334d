// What is sent while nobody is heard: everything, now and then a packet that says "nothing", or nothing.

const TAIL = 10; // packets of silence after speech, as encoders send them
const EVERY = 20; // with DTX one packet in 400 ms

/** An Opus packet without any content: the decoder makes comfort noise until the next one. */
const EMPTY = Buffer.from([0xf8]); // RFC 6716: CELT, full band, 20 ms, mono

/** `encode`, `empty` or `skip`, for the n-th packet since the last sound (0: there is sound). */
export function plan(mode, quiet) {
  if (quiet <= TAIL || mode === 'continuous') return 'encode';
  if (mode === 'dtx' && (quiet - TAIL) % EVERY === 1) return 'empty';
  return 'skip';
}

/** An encoder that may be silent. */
export class Gate {
  constructor(encoder, mode) {
    this.encoder = encoder;
    this.mode = mode;
    this.quiet = TAIL;
    this.paused = false;
  }

  /** `{payload, marker}` for this step, payload null when nothing is to be sent. */
  next(now, next, on) {
    this.quiet = on ? 0 : this.quiet + 1;
    const what = plan(this.mode, this.quiet);
    const marker = this.paused && what === 'encode';
    this.paused = what !== 'encode';
    if (what === 'skip') return { payload: null, marker };
    return { payload: what === 'empty' ? EMPTY : this.encoder.encode(now, next), marker };
  }

  close() {
    this.encoder.close();
  }
}
