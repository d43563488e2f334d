// The pictures: one tile per participant, and the shared screen large above them.

import { attribute, byId, icon, keyed, make, text } from "./dom.js";

export class Tiles {
  #room;
  #media;
  #streams = new Map(); // participant id -> Map(stream id -> MediaStream)
  #lost = new Set();

  constructor(room, media) {
    this.#room = room;
    this.#media = media;
  }

  addStream(id, stream) {
    if (!this.#streams.has(id)) this.#streams.set(id, new Map());
    this.#streams.get(id).set(stream.id, stream);
    this.render();
  }

  forget(id) {
    this.#streams.delete(id);
    this.#lost.delete(id);
    this.render();
  }

  setIce(id, state) {
    if (state === "disconnected" || state === "failed") this.#lost.add(id);
    else this.#lost.delete(id);
    this.render();
  }

  render() {
    const people = [...this.#room.participants.values()];
    const sharers = people.filter((p) => p.sharing && this.#screenOf(p));
    byId("stage").hidden = sharers.length === 0;
    attribute(byId("main"), "data-sharing", sharers.length > 0);
    keyed(byId("stage"), sharers, (p) => p.id, createScreen, (figure, p) => {
      const self = this.#isSelf(p);
      const video = figure.querySelector("video");
      video.muted = self;
      play(video, this.#screenOf(p));
      text(figure.querySelector("figcaption"), self ? "You are sharing" : `${p.name} is sharing`);
    });
    const tiles = byId("tiles");
    attribute(tiles, "data-count", people.length);
    keyed(
      tiles,
      people,
      (p) => p.id,
      (p) => this.#create(p),
      (tile, p) => this.#update(tile, p),
    );
  }

  renderSpeaking(id) {
    const participant = this.#room.participants.get(id);
    const tile = byId("tiles").querySelector(`[data-participant-id="${CSS.escape(id)}"]`);
    if (participant && tile) tile.dataset.speaking = this.#room.isSpeaking(participant);
  }

  #isSelf(participant) {
    return participant.id === this.#room.self?.id;
  }

  #screenOf(participant) {
    if (this.#isSelf(participant)) return this.#media?.screen ?? null;
    return this.#stream(participant, "screen");
  }

  #cameraOf(participant) {
    if (this.#isSelf(participant)) return this.#media?.stream ?? null;
    return this.#stream(participant, "camera");
  }

  #stream(participant, kind) {
    const known = participant.streams.find((s) => s.kind === kind);
    return (known && this.#streams.get(participant.id)?.get(known.streamId)) ?? null;
  }

  #create(participant) {
    const self = this.#isSelf(participant);
    const video = make("video", { autoplay: true, playsinline: true, "aria-hidden": "true" });
    video.muted = self;
    const avatar = make("div", { class: "avatar", "aria-hidden": "true" });
    avatar.append(participant.bot ? icon("bot") : initials(participant.name));
    avatar.style.setProperty("--hue", hue(participant.id));
    return make(
      "li",
      { class: "tile", "data-participant-id": participant.id, "data-self": String(self) },
      video,
      avatar,
      make(
        "div",
        { class: "plate" },
        make("span", { class: "plate-mic" }, icon("mic"), icon("mic-off")),
        make("span", { class: "plate-name" }),
        make("span", { class: "badge badge-host" }, "Host"),
        make("span", { class: "badge badge-bot" }, "Bot"),
      ),
      make("div", { class: "lost" }, "Connecting again…"),
    );
  }

  #update(tile, participant) {
    const self = this.#isSelf(participant);
    tile.dataset.speaking = this.#room.isSpeaking(participant);
    tile.dataset.mic = participant.micOn ? "on" : "off";
    tile.dataset.camera = participant.cameraOn ? "on" : "off";
    tile.dataset.host = participant.host;
    tile.dataset.bot = participant.bot;
    attribute(tile, "data-lost", this.#lost.has(participant.id));
    text(tile.querySelector(".plate-name"), self ? `${participant.name} (you)` : participant.name);
    attribute(tile, "aria-label", label(participant, self));
    play(tile.querySelector("video"), this.#cameraOf(participant));
  }
}

function createScreen() {
  const video = make("video", { autoplay: true, playsinline: true });
  return make("figure", { class: "screen" }, video, make("figcaption"));
}

function play(video, stream) {
  if (video.srcObject === stream) return;
  video.srcObject = stream;
  if (stream) video.play().catch(() => {});
}

function label(participant, self) {
  const parts = [participant.name];
  if (self) parts.push("you");
  if (participant.host) parts.push("host");
  if (participant.bot) parts.push("bot");
  parts.push(participant.micOn ? "microphone on" : "microphone off");
  return parts.join(", ");
}

function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((w) => [...w][0] ?? "").join("");
}

function hue(id) {
  let sum = 0;
  for (const c of id) sum = (sum * 31 + c.codePointAt(0)) % 360;
  return String(sum);
}
