// One RTP stream: sequence, timestamps by the schedule, contributing sources, loudness, reports.
import { RtcpSenderInfo, RtcpSrPacket, RtpHeader, RtpPacket } from 'werift';
import { packetize } from '../people/camera.mjs';

const LEVEL = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
const REPORT_MS = 1000;
const NTP_EPOCH = 2208988800;
const word = () => Math.floor(Math.random() * 2 ** 31);

/** Epoch milliseconds as a 64-bit NTP time. */
export function ntp(ms) {
  const seconds = Math.floor(ms / 1000);
  const fraction = Math.floor(((ms - seconds * 1000) / 1000) * 2 ** 32);
  return (BigInt(seconds + NTP_EPOCH) << 32n) | BigInt(fraction);
}

export class RtpStream {
  /** `clock` ticks a second; `zeroMs` is where the timestamps begin; `ppm` by how much they run fast. */
  constructor(transceiver, { clock, zeroMs, ppm = 0 }) {
    this.transceiver = transceiver;
    this.sender = transceiver.sender;
    this.sender.runRtcp = async () => {}; // its reports follow late timers; ours follow the schedule
    this.clock = clock;
    this.zeroMs = zeroMs;
    this.rate = (clock / 1000) * (1 + ppm / 1e6);
    this.base = word();
    this.sequence = word() & 0x7fff;
    this.picture = word() & 0x7fff;
    this.packets = 0;
    this.octets = 0;
    this.reported = -Infinity;
  }

  get ready() {
    return !this.sender.stopped && !!this.sender.codec && this.sender.dtlsTransport?.state === 'connected';
  }

  /** Hands a packet to the socket; false when the connection is not there yet. */
  send(payload, units, { marker = false, csrc = [], level = null } = {}) {
    if (!this.ready) return false;
    const header = new RtpHeader({
      sequenceNumber: this.sequence, timestamp: (this.base + units) >>> 0, marker, payloadType: 0, ssrc: 0,
    });
    header.csrc = csrc.slice(0, 15);
    header.csrcLength = header.csrc.length;
    const extension = level === null ? null : this.levelExtension();
    if (extension) {
      header.extensions = [{ id: extension.id, payload: Buffer.from([(level < 127 ? 0x80 : 0) | level]) }];
    }
    this.sequence = (this.sequence + 1) & 0xffff;
    this.packets++;
    this.octets += payload.length;
    this.sender.sendRtp(new RtpPacket(header, payload)).catch(() => {});
    return true;
  }

  levelExtension() {
    return (this.sender.headerExtensions ?? []).find((e) => e.uri === LEVEL);
  }

  /** All packets of a picture taken `ms` after zero. */
  sendPicture(frame, ms) {
    if (!this.ready) return false;
    const payloads = packetize(frame.data, this.picture);
    this.picture = (this.picture + 1) & 0x7fff;
    const units = Math.round((ms * this.clock) / 1000);
    payloads.forEach((p, i) => this.send(p, units, { marker: i === payloads.length - 1 }));
    return true;
  }

  /** Says once a second which timestamp belongs to which wall clock time. */
  report(nowMs) {
    if (!this.ready || this.packets === 0 || nowMs - this.reported < REPORT_MS) return;
    this.reported = nowMs;
    const info = new RtcpSenderInfo({
      ntpTimestamp: ntp(nowMs),
      rtpTimestamp: (this.base + Math.round((nowMs - this.zeroMs) * this.rate)) >>> 0,
      packetCount: this.packets >>> 0,
      octetCount: this.octets >>> 0,
    });
    this.sender.dtlsTransport.sendRtcp([new RtcpSrPacket({ ssrc: this.sender.ssrc, senderInfo: info })]).catch(() => {});
  }
}
