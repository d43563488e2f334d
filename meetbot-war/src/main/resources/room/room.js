// The page of one room: puts the parts together.

import { Api, ApiError } from "./api.js";
import { attribute, byId, text } from "./dom.js";
import { watchLevels } from "./levels.js";
import { LocalMedia } from "./media.js";
import { publishPageApi } from "./page-api.js";
import { Panels } from "./panels.js";
import { Peers } from "./peers.js";
import { Memory, showInfo, showMedia } from "./prejoin.js";
import { offerSpeechCaptions } from "./speech.js";
import { RoomState } from "./state.js";
import { Tiles } from "./tiles.js";

const END_TEXTS = {
  denied: "The host denied your request to join.",
  removed: "You were removed from the meeting.",
  ended: "The meeting has ended.",
  full: "The meeting is full.",
  not_found: "There is no such meeting.",
  auth_required: "This meeting does not admit bots.",
  left: "You left the meeting.",
  disconnected: "Connection lost.",
};
const WAITING_TEXTS = {
  waiting: "Waiting for the host to let you in…",
  waiting_for_host: "Waiting for the host to start the meeting…",
};

const roomName = decodeURIComponent(location.pathname.split("/").at(-1));
const query = new URLSearchParams(location.search);
const bot = query.get("bot") === "1";

const memory = new Memory(roomName);
const api = new Api(roomName);
const room = new RoomState(roomName);
const peers = new Peers((message) => api.postInOrder("signal", message));
const media = bot ? null : new LocalMedia(query.get("audio") === "raw");
const tiles = new Tiles(room, media);
const panels = new Panels(room, api, report);
let stopLevels = null;
let reportTimer = 0;

function report(sentence) {
  const line = byId("notice");
  text(line, sentence);
  line.hidden = !sentence;
  clearTimeout(reportTimer);
  reportTimer = setTimeout(() => (line.hidden = true), 6_000);
}

function showState() {
  const marker = byId("page-state");
  if (marker.dataset.state === room.state) return;
  marker.dataset.state = room.state;
  document.body.dataset.state = room.state;
  if (END_TEXTS[room.state]) text(byId("end-text"), END_TEXTS[room.state]);
  if (WAITING_TEXTS[room.state]) text(byId("waiting-text"), WAITING_TEXTS[room.state]);
  text(byId("state-text"), END_TEXTS[room.state] ?? WAITING_TEXTS[room.state] ?? "");
}

function tellMedia() {
  if (!media || room.state !== "in_call") return;
  const speaking = room.heard.get(room.self.id) ?? false;
  api.postInOrder("state", { ...media.describe(), speaking });
}

function onMediaChange() {
  showMedia(media);
  if (room.state !== "in_call") return;
  peers.setLocal(media.outgoing());
  tellMedia();
  tiles.render();
}

/** The snapshot that says "in call": from now on media flows. */
function enterCall() {
  if (media) peers.setLocal(media.outgoing());
  tellMedia();
  stopLevels ??= watchLevels({
    peers,
    media,
    selfId: room.self.id,
    onSpeaking: (id, speaking) => room.setHeard(id, speaking),
  });
}

room.addEventListener("change", ({ detail: { type, data } }) => {
  if (type === "speaking") {
    tiles.renderSpeaking(data.id);
    if (data.id === room.self?.id) tellMedia();
    return;
  }
  if (type === "signal") {
    peers.receive(data);
    return;
  }
  if (type === "chat") panels.addChat(data);
  if (type === "caption") panels.showCaption(data);
  if (type === "snapshot" || type.startsWith("participant_")) {
    if (room.state === "in_call") peers.setParticipants(room.self, [...room.participants.values()]);
    tiles.render();
  }
  if (type === "snapshot" && room.state === "in_call") enterCall();
  panels.render();
  showState();
});

peers.addEventListener("track", ({ detail: { id, stream } }) => stream && tiles.addStream(id, stream));
peers.addEventListener("gone", ({ detail: { id } }) => tiles.forget(id));
peers.addEventListener("ice", ({ detail: { id, state } }) => tiles.setIce(id, state));

function closeCall(reason) {
  room.close(reason);
  stopLevels?.();
  peers.closeAll();
  media?.close();
  memory.place = null;
  api.stop();
  tiles.render();
}

async function leave() {
  await api.post("leave").catch(() => {});
  closeCall("left");
}

async function attend(joined) {
  if (joined.hostToken) memory.hostToken = joined.hostToken;
  memory.place = joined.token;
  closeCall(await api.listen((type, data) => room.apply(type, data)));
}

async function join() {
  const button = byId("join");
  const displayName = byId("display-name").value.trim();
  if (!displayName) {
    byId("display-name").focus();
    report("Please enter your name.");
    return;
  }
  if (!bot) memory.name = displayName;
  button.disabled = true;
  const hostToken = byId("as-host").checked ? memory.hostToken : null;
  try {
    const waitingRoom = byId("lobby").checked;
    const bots = byId("bots").checked;
    await attend(await api.join({ displayName, bot, hostToken, waitingRoom, bots }));
  } catch (e) {
    button.disabled = false;
    joinFailed(e);
  }
}

function joinFailed(e) {
  if (e instanceof ApiError && ["full", "not_found", "bots_refused"].includes(e.error)) {
    room.close(e.error);
    return;
  }
  if (e instanceof ApiError && e.status === 403) {
    memory.hostToken = null;
    byId("as-host").checked = false;
    byId("as-host-row").hidden = true;
  }
  report(e instanceof ApiError ? e.message : "The server cannot be reached.");
}

/** After a reload of the page the same participant goes on. */
async function resume() {
  const resumeToken = memory.place;
  if (!resumeToken) return false;
  try {
    const joined = await api.join({ resumeToken });
    attend(joined);
    return true;
  } catch {
    memory.place = null;
    return false;
  }
}

function wire() {
  byId("prejoin-form").addEventListener("submit", (event) => {
    event.preventDefault();
    join();
  });
  for (const id of ["leave", "cancel-waiting"]) byId(id).addEventListener("click", leave);
  byId("end-call").addEventListener("click", () =>
    api.post("end").catch((e) => report(e.message)),
  );
  byId("again").addEventListener("click", () => location.reload());
  window.addEventListener("pagehide", () => room.isOver() || api.beacon("away", { generation: room.self?.generation ?? 0 }));
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  if (!media) return;
  const toggles = {
    mic: () => media.setMic(!media.micOn),
    camera: () => media.setCamera(!media.cameraOn),
  };
  for (const button of document.querySelectorAll("[data-toggle]")) {
    button.addEventListener("click", toggles[button.dataset.toggle]);
  }
  byId("screen").addEventListener("click", () => {
    if (media.screen) media.stopScreen();
    else media.startScreen().catch((e) => e.name === "NotAllowedError" || report(e.message));
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "m") toggles.mic();
    if (event.key === "v") toggles.camera();
  });
  media.addEventListener("change", onMediaChange);
  offerSpeechCaptions(
    byId("speech-captions"),
    (caption, final) => api.post("caption", { text: caption, final }).catch(() => {}),
    report,
  );
}

async function start() {
  document.title = `${roomName} · meetbot room`;
  for (const element of document.querySelectorAll("[data-room-name]")) text(element, roomName);
  attribute(document.body, "data-bot", bot);
  attribute(document.body, "data-hide-media", query.get("hideMedia") === "1");
  if (query.get("lobby") === "off") byId("lobby").checked = false;
  if (query.get("bots") === "off") byId("bots").checked = false;
  byId("display-name").value = bot ? "" : memory.name;
  publishPageApi({ room, api, peers, leave });
  panels.show("chat");
  wire();
  showState();
  const opened = media ? media.open() : Promise.resolve("");
  opened.then((missing) => text(byId("media-hint"), missing));
  if (await resume()) return;
  try {
    showInfo(await api.info(), memory, bot);
  } catch (e) {
    report(e instanceof ApiError ? e.message : "The server cannot be reached.");
  }
  byId("join").disabled = false;
}

start();
