// A bad network: loss and jitter of the encrypted packets on their way to the bot, and the cut.

/** A small generator of numbers in [0, 1) that gives the same ones for the same seed. */
export function random(seed) {
  let state = 2166136261;
  for (const c of String(seed)) state = Math.imul(state ^ c.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const isMedia = (packet) => packet[0] >= 128 && packet[0] <= 191; // RFC 7983: SRTP and SRTCP

export class Impairment {
  constructor({ lossPercent = 0, jitterMs = 0, seed = '' }) {
    this.loss = lossPercent / 100;
    this.jitterMs = jitterMs;
    this.random = random(seed);
    this.severed = false;
    this.sent = 0;
    this.lost = 0;
  }

  /** Nothing goes out any more, not even answers to connectivity checks. */
  cut() {
    this.severed = true;
  }

  restore() {
    this.severed = false;
  }

  /** Passes a packet on by `send`, late or never. */
  pass(packet, send) {
    if (this.severed) return;
    if (!isMedia(packet)) {
      send();
      return;
    }
    this.sent++;
    if (this.random() < this.loss) {
      this.lost++;
      return;
    }
    if (this.jitterMs === 0) send();
    else setTimeout(() => this.severed || send(), this.random() * this.jitterMs);
  }

  /** Puts itself before the UDP socket of a connectivity protocol. */
  wrap(transport) {
    if (transport.impaired) return;
    transport.impaired = true;
    const send = transport.send;
    transport.send = async (data, address) => this.pass(data, () => transport.closed || send(data, address));
  }
}
