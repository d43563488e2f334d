// The mesh: one RTCPeerConnection to every other participant, negotiated by the "perfect
// negotiation" pattern of the WebRTC 1.0 recommendation (section 10.7).
// RTCPeerConnection is used plainly and nowhere replaced: recorders hook the constructor.

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export function isLoopback(hostname) {
  return LOOPBACK.test(hostname);
}

const isLoopbackAddress = (address) => address === "127.0.0.1" || address === "::1";

class Peer {
  #send;
  #polite;
  #initiator;
  #makingOffer = false;
  #ignoreOffer = false;
  #answerPending = false;
  #loopbackOnly;
  #loopbackFound = false;
  #held = [];
  #incoming = Promise.resolve();

  constructor({ participant, polite, initiator, send, onTrack, onState, loopbackOnly }) {
    this.id = participant.id;
    this.generation = participant.generation;
    this.#polite = polite;
    this.#initiator = initiator;
    this.#send = send;
    this.#loopbackOnly = loopbackOnly;
    this.pc = new RTCPeerConnection({ iceServers: [] });
    this.pc.addEventListener("negotiationneeded", () => this.#offer());
    this.pc.addEventListener("icecandidate", (e) => this.#candidate(e.candidate));
    this.pc.addEventListener("track", (e) => onTrack(e.track, e.streams[0], e.receiver));
    this.pc.addEventListener("iceconnectionstatechange", () => {
      if (this.pc.iceConnectionState === "failed") this.pc.restartIce();
      onState();
    });
  }

  /** Makes what is sent equal to the wanted [track, stream] pairs. */
  sync(wanted) {
    if (this.#initiator && !wanted.length && !this.pc.getTransceivers().length) {
      this.pc.addTransceiver("audio", { direction: "recvonly" }); // or there would be no offer
    }
    const senders = this.pc.getSenders().filter((sender) => sender.track);
    for (const sender of senders) {
      if (!wanted.some(([track]) => track === sender.track)) this.pc.removeTrack(sender);
    }
    for (const [track, stream] of wanted) {
      if (!senders.some((sender) => sender.track === track)) this.pc.addTrack(track, stream);
    }
  }

  /** Takes in a signal; one at a time, in order. */
  receive({ description, candidate }) {
    this.#incoming = this.#incoming
      .then(() => (description ? this.#describe(description) : this.#add(candidate)))
      .catch((e) => console.warn(`negotiation with ${this.id}:`, e.message));
  }

  close() {
    this.pc.close();
  }

  /**
   * The very first offer is made by one side only. Both at once is allowed, but Chromium 156 was
   * seen to lose all candidates of the side that then rolled back its first offer.
   */
  async #offer() {
    if (!this.#initiator && !this.pc.remoteDescription) return;
    try {
      this.#makingOffer = true;
      await this.pc.setLocalDescription();
      this.#sendDescription();
    } catch (e) {
      console.warn(`offer to ${this.id}:`, e.message);
    } finally {
      this.#makingOffer = false;
    }
  }

  async #describe(description) {
    const ready =
      !this.#makingOffer && (this.pc.signalingState === "stable" || this.#answerPending);
    this.#ignoreOffer = description.type === "offer" && !ready && !this.#polite;
    if (this.#ignoreOffer) return;
    this.#answerPending = description.type === "answer";
    try {
      await this.pc.setRemoteDescription(description);
    } finally {
      this.#answerPending = false;
    }
    if (description.type === "offer") {
      await this.pc.setLocalDescription();
      this.#sendDescription();
    }
  }

  async #add(candidate) {
    try {
      await this.pc.addIceCandidate(candidate);
    } catch (e) {
      if (!this.#ignoreOffer) throw e;
    }
  }

  /** Candidates go one by one, so that they can be chosen: none are left in the description. */
  #sendDescription() {
    const { type, sdp } = this.pc.localDescription;
    this.#send({ description: { type, sdp: sdp.replace(/^a=candidate:.*\r?\n/gm, "") } });
  }

  /**
   * On a page from the loopback host media stays there: other addresses are told only when the
   * browser has no loopback candidates at all (they need a flag), since a person who tries the
   * room in two ordinary tabs could not connect otherwise.
   */
  #candidate(candidate) {
    const last = !candidate || !candidate.candidate;
    if (!this.#loopbackOnly) {
      if (!last) this.#send({ candidate: candidate.toJSON() });
      return;
    }
    if (last) {
      if (!this.#loopbackFound) this.#held.forEach((held) => this.#send({ candidate: held }));
      this.#held = [];
    } else if (isLoopbackAddress(candidate.address)) {
      this.#loopbackFound = true;
      this.#send({ candidate: candidate.toJSON() });
    } else {
      this.#held.push(candidate.toJSON());
    }
  }
}

/** Who makes the first offer: never a bot, which sends nothing; else who has the greater id. */
export function isInitiator(self, other) {
  return self.bot === other.bot ? !self.bot && self.id > other.id : !self.bot;
}

export class Peers extends EventTarget {
  #peers = new Map();
  #self = null;
  #wanted = [];
  #signal;
  #loopbackOnly = isLoopback(location.hostname);

  /** @param signal sends a step of negotiation to the server */
  constructor(signal) {
    super();
    this.#signal = signal;
  }

  /** Connects to exactly these participants, anew to those whose page was loaded anew. */
  setParticipants(self, participants) {
    this.#self = self;
    const others = new Map(participants.filter((p) => p.id !== self.id).map((p) => [p.id, p]));
    for (const [id, peer] of this.#peers) {
      if (others.get(id)?.generation !== peer.generation) this.#drop(id);
    }
    for (const participant of others.values()) {
      if (!this.#peers.has(participant.id)) this.#connect(participant);
    }
  }

  /** Sends these [track, stream] pairs to all, now and later. */
  setLocal(wanted) {
    this.#wanted = wanted;
    for (const peer of this.#peers.values()) peer.sync(wanted);
  }

  receive(signal) {
    this.#peers.get(signal.from)?.receive(signal);
  }

  closeAll() {
    for (const id of [...this.#peers.keys()]) this.#drop(id);
  }

  iceStates() {
    return Object.fromEntries(
      [...this.#peers].map(([id, peer]) => [id, peer.pc.iceConnectionState]),
    );
  }

  async stats() {
    const entries = [...this.#peers].map(async ([id, peer]) => {
      const report = await peer.pc.getStats();
      return [id, [...report.values()].map((stat) => ({ ...stat }))];
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  /** [participant id, receiver] of every audio track that can be heard. */
  audioReceivers() {
    return [...this.#peers].flatMap(([id, peer]) =>
      peer.pc
        .getReceivers()
        .filter((receiver) => receiver.track.kind === "audio" && !receiver.track.muted)
        .map((receiver) => [id, receiver]),
    );
  }

  #connect(participant) {
    const { id, generation } = participant;
    const peer = new Peer({
      participant,
      polite: this.#self.id < id,
      initiator: isInitiator(this.#self, participant),
      loopbackOnly: this.#loopbackOnly,
      send: (message) => this.#signal({ to: id, generation, ...message }),
      onTrack: (track, stream) => this.#tell("track", { id, track, stream }),
      onState: () => this.#tell("ice", { id, state: peer.pc.iceConnectionState }),
    });
    this.#peers.set(id, peer);
    peer.sync(this.#wanted);
  }

  #drop(id) {
    this.#peers.get(id)?.close();
    this.#peers.delete(id);
    this.#tell("gone", { id });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
