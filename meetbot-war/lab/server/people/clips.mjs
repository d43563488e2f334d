// Pictures as VP8, made once by ffmpeg and kept on disk by colour and size.
import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const CAMERA_FPS = 15;
export const SCREEN_FPS = 5;
const SECONDS = 4;
const DIRECTORY = process.env.MEETBOT_LAB_CACHE ?? join(tmpdir(), 'meetbot-lab-clips');
const FORM = 'v1'; // another value when what is painted changes

const loaded = new Map();
let queue = Promise.resolve();

function channel(h, s, l, n) {
  const k = (n + h / 30) % 12;
  const value = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  return Math.round(255 * value).toString(16).padStart(2, '0');
}

/** hsl() of CSS as ffmpeg writes colours. */
export function colour(hue, saturation, lightness) {
  const [s, l] = [saturation / 100, lightness / 100];
  return `0x${channel(hue, s, l, 0)}${channel(hue, s, l, 8)}${channel(hue, s, l, 4)}`;
}

function ffmpeg(ground, square, { width, height, fps }) {
  const side = Math.round(width / 10);
  const source = (c, w, h) => ['-f', 'lavfi', '-i', `color=c=${c}:s=${w}x${h}:r=${fps}:d=${SECONDS}`];
  const path = `overlay=x='mod(n*${Math.round(width / 80)},${width - side})':y=${Math.round(height * 0.7)},format=yuv420p`;
  const args = ['-v', 'error', '-nostdin', ...source(ground, width, height), ...source(square, side, side / 2),
    '-filter_complex', path, '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-lag-in-frames', '0',
    '-auto-alt-ref', '0', '-g', '9999', '-b:v', '500k', '-threads', '1', '-f', 'ivf', '-'];
  return new Promise((resolve, reject) =>
    execFile('ffmpeg', args, { encoding: 'buffer', maxBuffer: 64 << 20, timeout: 60_000 }, (error, out, err) =>
      error ? reject(new Error(`ffmpeg: ${err || error.message}`)) : resolve(out)));
}

/** The frames of an IVF file. */
export function frames(ivf) {
  const list = [];
  for (let at = ivf.readUInt16LE(6); at + 12 <= ivf.length; ) {
    const size = ivf.readUInt32LE(at);
    list.push(ivf.subarray(at + 12, at + 12 + size));
    at += 12 + size;
  }
  return list;
}

async function load(ground, square, size) {
  const file = join(DIRECTORY, `${FORM}-${ground}-${square}-${size.width}x${size.height}@${size.fps}.ivf`);
  try {
    return frames(await readFile(file));
  } catch {
    const made = await (queue = queue.catch(() => {}).then(() => ffmpeg(ground, square, size)));
    await mkdir(DIRECTORY, { recursive: true });
    const part = `${file}.${process.pid}`;
    await writeFile(part, made);
    await rename(part, file);
    return frames(made);
  }
}

function clip(ground, square, size) {
  const key = [ground, square, size.width, size.fps].join();
  if (!loaded.has(key)) {
    const promise = load(ground, square, size);
    promise.catch(() => loaded.delete(key));
    loaded.set(key, promise);
  }
  return loaded.get(key);
}

const sized = (width, height, fps) => ({ width, height, fps });

async function pair(hue, size) {
  const [dark, bright] = await Promise.all([
    clip(colour(hue, 35, 30), '0xcccccc', size), clip(colour(hue, 100, 84), '0x333333', size)]);
  return { ...size, dark, bright };
}

/** A person's pictures: dark and bright, large, and small too if asked for. */
export async function cameraClips(hue, simulcast) {
  const large = await pair(hue, sized(640, 360, CAMERA_FPS));
  return simulcast ? [large, await pair(hue, sized(320, 180, CAMERA_FPS))] : [large];
}

/** A shared screen: grey, with something that moves. */
export async function screenClips() {
  const size = sized(1280, 720, SCREEN_FPS);
  const dark = await clip('0xe4e4e4', '0x222222', size);
  return [{ ...size, dark, bright: dark }];
}
