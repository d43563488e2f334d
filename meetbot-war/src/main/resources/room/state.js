// What this page knows of the meeting. Changed by events only; knows nothing of elements or media.

const KEEP = 500;

const STATE_BY_REASON = {
  denied: "denied",
  removed: "removed",
  ended: "ended",
  left: "left",
  full: "full",
  not_found: "not_found",
  bots_refused: "auth_required",
  connection_lost: "disconnected",
};

export class RoomState extends EventTarget {
  state = "prejoin";
  roomName;
  self = null;
  participants = new Map();
  waiting = [];
  chat = [];
  captions = [];
  recordingBy = [];
  ask = null;
  answer = null;
  /** Set by the speaking detector: participant id -> boolean. */
  heard = new Map();

  constructor(roomName) {
    super();
    this.roomName = roomName;
  }

  /** Takes in one event of the server. */
  apply(type, data) {
    const handler = HANDLERS[type];
    if (!handler) return;
    handler(this, data);
    this.#changed(type, data);
  }

  /** The meeting is over for this page. */
  close(reason) {
    if (this.isOver()) return;
    this.state = STATE_BY_REASON[reason] ?? "disconnected";
    this.waiting = [];
    this.ask = null;
    this.recordingBy = [];
    this.participants.clear();
    this.#changed("closed", { reason });
  }

  isOver() {
    return Object.values(STATE_BY_REASON).includes(this.state);
  }

  setHeard(id, speaking) {
    if (this.heard.get(id) === speaking) return;
    this.heard.set(id, speaking);
    this.#changed("speaking", { id, speaking });
  }

  isSpeaking(participant) {
    const heard = this.heard.get(participant.id);
    return participant.micOn && (heard ?? participant.speaking);
  }

  /** Plain data, safe to keep: see docs/room.md. */
  snapshot(iceStates) {
    return structuredClone({
      state: this.state,
      roomName: this.roomName,
      selfId: this.self?.id ?? null,
      waitingSince: this.self?.waitingSince ?? null,
      admittedAt: this.self?.admittedAt ?? null,
      participants: [...this.participants.values()].map((p) => ({
        id: p.id,
        name: p.name,
        host: p.host,
        bot: p.bot,
        self: p.id === this.self?.id,
        speaking: this.isSpeaking(p),
        micOn: p.micOn,
        cameraOn: p.cameraOn,
        sharing: p.sharing,
        joinedAt: p.joinedAt,
        streams: p.streams,
      })),
      chat: this.chat,
      captions: this.captions,
      recordingPermission: this.answer,
      recordingBy: this.recordingBy.map((r) => r.name),
      iceStates,
    });
  }

  #changed(type, data) {
    this.dispatchEvent(new CustomEvent("change", { detail: { type, data } }));
  }
}

function keep(list, item) {
  const at = list.findIndex((known) => known.id === item.id);
  if (at >= 0) list[at] = item;
  else list.push(item);
  if (list.length > KEEP) list.shift();
}

const HANDLERS = {
  snapshot(room, data) {
    room.self = data.self;
    room.state = data.self.state;
    room.participants = new Map(data.participants.map((p) => [p.id, p]));
    room.waiting = data.waiting;
    room.recordingBy = data.recordingBy;
    room.ask = data.ask ?? null;
    room.answer = data.answer ?? null;
  },
  participant_joined: (room, p) => room.participants.set(p.id, p),
  participant_updated: (room, p) => room.participants.set(p.id, p),
  participant_restarted: (room, p) => room.participants.set(p.id, p),
  participant_left(room, { id }) {
    room.participants.delete(id);
    room.heard.delete(id);
    if (room.answer?.participantId === id) room.answer = null;
  },
  waiting: (room, list) => (room.waiting = list),
  chat: (room, message) => keep(room.chat, message),
  caption: (room, caption) => keep(room.captions, caption),
  recording: (room, list) => (room.recordingBy = list),
  permission_asked(room, ask) {
    room.ask = ask;
    room.answer = null;
  },
  permission_answered(room, answer) {
    room.ask = null;
    room.answer = answer;
  },
  signal() {},
};
