// Opus encoders on the library's compiled code. The library's own wrapper hands over its buffers at
// twice their address, which several encoders at once do not survive, so the buffers are ours.
import { createRequire } from 'node:module';
import { STEP } from '../people/voice.mjs';

const native = createRequire(import.meta.url)('opusscript/build/opusscript_native_wasm.js')();
const LOW_DELAY = 2051, BITRATE = 4002, COMPLEXITY = 4010;
const MOST = 1500;

/** The encoder's delay in samples (2.5 ms); it is taken out by letting the encoder see the future. */
export const LOOKAHEAD = 120;

export class OpusEncoder {
  constructor() {
    this.handler = new native.OpusScriptHandler(48000, 1, LOW_DELAY);
    this.input = native._malloc(STEP * 4);
    this.output = native._malloc(MOST);
    this.handler._encoder_ctl(BITRATE, 40000);
    this.handler._encoder_ctl(COMPLEXITY, 2);
  }

  /** One packet that decodes to `now`; `next` is what follows. */
  encode(now, next) {
    // the compiled code takes one byte of PCM in each 16-bit word
    const words = new Uint16Array(native.HEAPU8.buffer, this.input, STEP * 2);
    for (let i = 0; i < STEP; i++) {
      const k = i + LOOKAHEAD;
      const sample = k < STEP ? now[k] : next[k - STEP];
      words[2 * i] = sample & 255;
      words[2 * i + 1] = (sample >> 8) & 255;
    }
    const length = this.handler._encode(this.input, STEP * 2, this.output, STEP);
    if (length < 0) throw new Error(`Opus encoder: ${length}`);
    return Buffer.from(native.HEAPU8.subarray(this.output, this.output + length));
  }

  close() {
    native.OpusScriptHandler.destroy_handler(this.handler);
    native._free(this.input);
    native._free(this.output);
  }
}
