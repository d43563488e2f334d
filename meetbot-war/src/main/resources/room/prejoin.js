// The screen before the meeting: name, preview, and who opens the room.

import { attribute, byId, text } from "./dom.js";

/** What is kept in this browser: the name, host tokens, and this tab's place in the meeting. */
export class Memory {
  #room;

  constructor(roomName) {
    this.#room = roomName;
  }

  get name() {
    return localStorage.getItem("meetbot-room.name") ?? "";
  }

  set name(value) {
    localStorage.setItem("meetbot-room.name", value);
  }

  get hostToken() {
    return localStorage.getItem(`meetbot-room.host.${this.#room}`);
  }

  set hostToken(value) {
    set(localStorage, `meetbot-room.host.${this.#room}`, value);
  }

  get place() {
    return sessionStorage.getItem(`meetbot-room.place.${this.#room}`);
  }

  set place(value) {
    set(sessionStorage, `meetbot-room.place.${this.#room}`, value);
  }
}

function set(storage, key, value) {
  if (value === null) storage.removeItem(key);
  else storage.setItem(key, value);
}

/** Shows what the buttons will do, given what the server says about the room. */
export function showInfo(info, memory, bot) {
  const returningHost = Boolean(info.open && memory.hostToken && !bot);
  byId("as-host-row").hidden = !returningHost;
  byId("as-host").checked = returningHost && !info.hostPresent;
  byId("lobby-row").hidden = bot || info.open;
  byId("bots-row").hidden = bot || info.open;
  const label = () => {
    const asHost = returningHost && byId("as-host").checked;
    text(byId("join"), joinLabel(info, asHost, bot));
  };
  byId("as-host").addEventListener("change", label);
  label();
  text(byId("room-hint"), hint(info, bot));
}

function joinLabel(info, asHost, bot) {
  if (!info.open) return bot ? "Ask to join" : "Start meeting";
  if (asHost) return "Join as host";
  return info.waitingRoom ? "Ask to join" : "Join now";
}

function hint(info, bot) {
  if (!info.open && !bot) return "Nobody is here yet. You will be the host.";
  if (!info.hostPresent) return "No host is here yet.";
  return info.waitingRoom ? "The host will let you in." : "The meeting is running.";
}

/** Shows the microphone and the camera in all the places where they can be switched. */
export function showMedia(media) {
  const states = { mic: media.micOn, camera: media.cameraOn };
  for (const [kind, on] of Object.entries(states)) {
    for (const button of document.querySelectorAll(`[data-toggle="${kind}"]`)) {
      attribute(button, "aria-pressed", String(on));
      const noun = kind === "mic" ? "microphone" : "camera";
      attribute(button, "aria-label", `Turn ${noun} ${on ? "off" : "on"}`);
    }
  }
  attribute(byId("screen"), "aria-pressed", String(media.screen !== null));
  attribute(byId("screen"), "aria-label", media.screen ? "Stop sharing" : "Share your screen");
  const preview = byId("preview");
  attribute(preview, "data-camera", media.cameraOn ? "on" : "off");
  const video = byId("preview-video");
  if (video.srcObject !== media.stream) video.srcObject = media.stream;
}
