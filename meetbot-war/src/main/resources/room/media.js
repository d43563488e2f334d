// This person's microphone, camera and screen.

const CAMERA = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24 } };
const SCREEN = { video: { frameRate: { ideal: 15 } }, audio: false };

export class LocalMedia extends EventTarget {
  /** Microphone and camera; its id stays the same for the life of the page. */
  stream = new MediaStream();
  screen = null;
  micOn = false;
  cameraOn = false;
  #audio;

  /** @param raw leave sound as it is: no echo cancelling, noise suppression or gain control */
  constructor(raw) {
    super();
    this.#audio = raw
      ? { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
      : true;
  }

  get micTrack() {
    return this.stream.getAudioTracks()[0] ?? null;
  }

  get cameraTrack() {
    return this.stream.getVideoTracks()[0] ?? null;
  }

  /** Takes what there is and what is allowed. Returns a sentence when something is missing. */
  async open() {
    const wishes = [
      { audio: this.#audio, video: CAMERA },
      { audio: this.#audio },
      { video: CAMERA },
    ];
    for (const wish of wishes) {
      try {
        this.#take(await navigator.mediaDevices.getUserMedia(wish));
        this.micOn = this.micTrack !== null;
        this.cameraOn = this.cameraTrack !== null;
        break;
      } catch (e) {
        console.info("no media for", Object.keys(wish).join("+"), e.name);
      }
    }
    this.#changed();
    return this.#missing();
  }

  async setMic(on) {
    this.micOn = on && (await this.#ensure("audio"));
    if (this.micTrack) this.micTrack.enabled = this.micOn;
    this.#changed();
  }

  async setCamera(on) {
    this.cameraOn = on && (await this.#ensure("video"));
    if (this.cameraTrack) this.cameraTrack.enabled = this.cameraOn;
    this.#changed();
  }

  async startScreen() {
    this.screen = await navigator.mediaDevices.getDisplayMedia(SCREEN);
    const [track] = this.screen.getVideoTracks();
    track.contentHint = "detail";
    track.addEventListener("ended", () => this.stopScreen());
    this.#changed();
  }

  stopScreen() {
    this.screen?.getTracks().forEach((track) => track.stop());
    this.screen = null;
    this.#changed();
  }

  /** The [track, stream] pairs to send. */
  outgoing() {
    const pairs = this.stream.getTracks().map((track) => [track, this.stream]);
    if (this.screen) pairs.push(...this.screen.getTracks().map((track) => [track, this.screen]));
    return pairs;
  }

  /** What the others are told. */
  describe() {
    const streams = [];
    if (this.stream.getTracks().length) streams.push({ streamId: this.stream.id, kind: "camera" });
    if (this.screen) streams.push({ streamId: this.screen.id, kind: "screen" });
    return {
      micOn: this.micOn,
      cameraOn: this.cameraOn,
      sharing: this.screen !== null,
      streams,
    };
  }

  close() {
    this.stopScreen();
    this.stream.getTracks().forEach((track) => track.stop());
  }

  async #ensure(kind) {
    const has = kind === "audio" ? this.micTrack : this.cameraTrack;
    if (has) return true;
    const wish = kind === "audio" ? { audio: this.#audio } : { video: CAMERA };
    try {
      this.#take(await navigator.mediaDevices.getUserMedia(wish));
      return true;
    } catch (e) {
      console.info("no media for", kind, e.name);
      return false;
    }
  }

  #take(stream) {
    for (const track of stream.getTracks()) {
      this.stream.addTrack(track);
      track.addEventListener("ended", () => {
        this.stream.removeTrack(track);
        if (track.kind === "audio") this.micOn = false;
        else this.cameraOn = false;
        this.#changed();
      });
    }
  }

  #missing() {
    if (!this.micTrack && !this.cameraTrack) return "No microphone or camera: you can still join.";
    if (!this.micTrack) return "No microphone was found or allowed.";
    if (!this.cameraTrack) return "No camera was found or allowed.";
    return "";
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
