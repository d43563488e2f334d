// Text to sound by espeak-ng: 48 kHz, mono, no silence around it.
import { execFile } from 'node:child_process';
import { STEP, RATE } from './voice.mjs';

const VARIANTS = ['m1', 'f2', 'm3', 'f4', 'm5', 'f1', 'm7', 'f3'];
const QUIET = 300;
const PAUSE = RATE * 0.2;
const LOUDEST = 0.5;

function run(text, voice) {
  return new Promise((resolve, reject) => {
    const options = { encoding: 'buffer', maxBuffer: 64 << 20, timeout: 30_000 };
    const child = execFile('espeak-ng', ['-v', voice, '--stdout', '--stdin'], options, (error, out) =>
      error ? reject(new Error(`espeak-ng: ${error.message}`)) : resolve(out));
    child.stdin.end(text.slice(0, 4000));
  });
}

/** The samples of a WAV as espeak-ng writes it to a pipe (its length fields cannot be trusted). */
function parse(wav) {
  const rate = wav.readUInt32LE(24);
  const data = wav.indexOf('data') + 8;
  const samples = new Int16Array((wav.length - data) >> 1);
  for (let i = 0; i < samples.length; i++) samples[i] = wav.readInt16LE(data + 2 * i);
  return { rate, samples };
}

function trim(samples) {
  let from = 0, to = samples.length;
  while (from < to && Math.abs(samples[from]) < QUIET) from++;
  while (to > from && Math.abs(samples[to - 1]) < QUIET) to--;
  return samples.subarray(from, to);
}

function resample(samples, rate) {
  let peak = 1;
  for (const s of samples) peak = Math.max(peak, Math.abs(s));
  const gain = (32767 * LOUDEST) / peak;
  const out = new Int16Array(Math.max(STEP, Math.floor((samples.length * RATE) / rate) + PAUSE));
  for (let i = 0; i < out.length; i++) {
    const x = (i * rate) / RATE, k = Math.floor(x);
    if (k + 1 >= samples.length) break;
    out[i] = Math.round(gain * (samples[k] + (x - k) * (samples[k + 1] - samples[k])));
  }
  return out;
}

/** The text once, followed by a short pause. `index` gives each person a voice of their own. */
export async function speak(text, language = 'en', index = 0) {
  const voice = `${language}+${VARIANTS[index % VARIANTS.length]}`;
  const { rate, samples } = parse(await run(text, voice));
  return resample(trim(samples), rate);
}
