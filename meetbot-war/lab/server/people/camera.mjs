// A camera: which picture comes next, and how it is cut into RTP packets.

const SWITCH_TICKS = 250; // simulcast: another size every 5 s
const PAYLOAD = 1150;

/** Plays clips that each begin with a key frame: a change of clip is a key frame, as is a wish for one. */
export class Camera {
  constructor(clips, { simulcast = false } = {}) {
    this.clips = clips;
    this.simulcast = simulcast && clips.length > 1;
    this.fps = clips[0].fps;
    this.at = 0;
    this.bright = false;
    this.size = 0;
    this.wished = false;
  }

  /** The next frame is a key frame. */
  wishKey() {
    this.wished = true;
  }

  /** A frame for this tick, or null when none is due. A change of brightness is due at once. */
  next(tick, bright) {
    const changed = bright !== this.bright;
    const due = changed || this.count(tick) !== this.count(tick - 1);
    if (!due) return null;
    this.bright = bright;
    const size = this.simulcast ? Math.floor(tick / SWITCH_TICKS) % this.clips.length : 0;
    if (changed || this.wished || size !== this.size) this.at = 0;
    this.size = size;
    this.wished = false;
    const clip = this.clips[size];
    const list = bright ? clip.bright : clip.dark;
    const at = this.at % list.length;
    this.at = at + 1;
    return { data: list[at], key: at === 0, width: clip.width, height: clip.height, changed, bright };
  }

  count(tick) {
    return Math.floor((tick * this.fps) / 50);
  }
}

/** RTP payloads of a VP8 frame (RFC 7741), with a picture number of 15 bits. */
export function packetize(frame, pictureId) {
  const payloads = [];
  for (let at = 0; at < frame.length; at += PAYLOAD) {
    const part = frame.subarray(at, at + PAYLOAD);
    const head = Buffer.from([at === 0 ? 0x90 : 0x80, 0x80, 0x80 | (pictureId >> 8), pictureId & 255]);
    payloads.push(Buffer.concat([head, part]));
  }
  return payloads;
}
