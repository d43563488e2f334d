// Media elements outlive the page's redrawing, as in the products; everything around them is replaced.
import {h} from './mt-dom.js';

/** One <audio> for each audio stream, out of sight, as the products play them. */
export class Speakers {
  constructor(parent, attributes = {}) {
    this.parent = parent;
    this.attributes = attributes;
    this.players = new Map();
  }

  add(event) {
    if (event.kind !== 'audio' || this.players.has(event.track)) return;
    const stream = event.stream ?? new MediaStream([event.track]);
    const player = h('audio', {...this.attributes, srcObject: stream, autoplay: true});
    this.parent.append(player);
    player.play().catch(() => {});
    this.players.set(event.track, player);
    event.track.addEventListener('ended', () => this.#remove(event.track));
  }

  stop() {
    for (const track of [...this.players.keys()]) this.#remove(track);
  }

  #remove(track) {
    const player = this.players.get(track);
    this.players.delete(track);
    if (!player) return;
    player.srcObject = null;
    player.remove();
  }
}

/** The <video> of a track; asked twice it is the same element. */
export class Screens {
  #made = new Map();

  of(event, attributes = {}) {
    let video = this.#made.get(event.track);
    if (!video) {
      video = h('video', {...attributes, autoplay: true, playsinline: true});
      video.muted = true;
      video.srcObject = new MediaStream([event.track]);
      this.#made.set(event.track, video);
      event.track.addEventListener('ended', () => this.#made.delete(event.track));
    }
    queueMicrotask(() => video.play().catch(() => {}));
    return video;
  }
}

export function cameraOf(tracks, personId) {
  return tracks.find(event => event.kind === 'video' && event.id === personId && !isScreen(event));
}

export function screenOf(tracks, personId) {
  return tracks.find(event => event.kind === 'video' && event.id === personId && isScreen(event))
      ?? null;
}

function isScreen(event) {
  return event.source === 'screen';
}

/** The page's own microphone and camera, as the pre-join screens ask for them. */
export class Devices {
  constructor(changed) {
    this.changed = changed;
    this.microphone = false;
    this.camera = false;
    this.refused = false;
    this.stream = null;
  }

  async open() {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({audio: true, video: true});
      this.microphone = true;
      this.camera = true;
    } catch {
      this.refused = true;
    }
    this.changed();
  }

  toggle(which) {
    if (this.refused) return;
    this[which] = !this[which];
    const tracks = which === 'microphone' ? this.stream?.getAudioTracks() : this.stream?.getVideoTracks();
    for (const track of tracks ?? []) track.enabled = this[which];
    this.changed();
  }

  close() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
  }
}
