// The server's end of the bot's connection. The server offers, the page answers.
import {
  MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, useAudioLevelIndication, useNACK, usePLI, useSdesMid,
} from 'werift';
import { RtpStream } from './stream.mjs';

const AUDIO = new RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48000, channels: 2, payloadType: 111 });
const VIDEO = new RTCRtpCodecParameters({
  mimeType: 'video/VP8', clockRate: 90000, payloadType: 96, rtcpFeedback: [useNACK(), usePLI()],
});

/** Leaves only candidates on the loopback device. */
export function loopbackOnly(sdp) {
  const stays = (line) => !line.startsWith('a=candidate:') || / 127\.0\.0\.1 /.test(line);
  return sdp.split('\r\n').filter(stays).join('\r\n');
}

export class Peer {
  /** `offer({sdp, tracks})` sends an offer to the page; its answer comes by answer(). */
  constructor({ offer, impairment, zeroMs, onConnected }) {
    this.offer = offer;
    this.impairment = impairment;
    this.zeroMs = zeroMs;
    this.streams = new Map(); // transceiver -> {stream, info}
    this.queue = Promise.resolve();
    this.answered = null;
    this.closed = false;
    this.pc = new RTCPeerConnection({
      codecs: { audio: [AUDIO], video: [VIDEO] },
      headerExtensions: { audio: [useSdesMid(), useAudioLevelIndication()], video: [useSdesMid()] },
      iceServers: [], iceUseIpv4: true, iceUseIpv6: false, bundlePolicy: 'max-bundle',
      iceAdditionalHostAddresses: ['127.0.0.1'], iceInterfaceAddresses: { udp4: '127.0.0.1' },
    });
    this.pc.connectionStateChange.subscribe((state) => state === 'connected' && onConnected?.());
  }

  get connected() {
    return this.pc.connectionState === 'connected';
  }

  /** A new stream; it flows after the next negotiate(). `info` is told to the page with the offer. */
  add({ kind, streamId, trackId, ppm = 0, info = {}, onKeyWish }) {
    const transceiver = this.pc.addTransceiver(new MediaStreamTrack({ kind }), { direction: 'sendonly' });
    transceiver.sender.trackId = trackId;
    transceiver.sender.streamIds = [streamId];
    if (onKeyWish) transceiver.sender.onPictureLossIndication.subscribe(onKeyWish);
    const stream = new RtpStream(transceiver, { clock: kind === 'audio' ? 48000 : 90000, zeroMs: this.zeroMs, ppm });
    this.streams.set(transceiver, { stream, info: { kind, ...info } });
    return stream;
  }

  /** Takes a stream away; its track goes with the next negotiate(). */
  remove(stream) {
    this.streams.delete(stream.transceiver);
    stream.transceiver.setDirection('inactive');
  }

  channel(label, options) {
    return this.pc.createDataChannel(label, options);
  }

  /** Offers what there is now. Negotiations follow one another; several wishes become one offer. */
  negotiate() {
    this.wanted = true;
    this.queue = this.queue.then(() => this.wanted && !this.closed && this.exchange()).catch((e) => this.fail(e));
    return this.queue;
  }

  async exchange() {
    this.wanted = false;
    await this.pc.setLocalDescription(await this.pc.createOffer());
    this.impair();
    const tracks = [...this.streams].map(([transceiver, { info }]) => ({ mid: transceiver.mid, ...info }));
    const answer = new Promise((resolve) => (this.answered = resolve));
    this.offer({ sdp: loopbackOnly(this.pc.localDescription.sdp), tracks });
    const sdp = await answer;
    if (!this.closed) await this.pc.setRemoteDescription({ type: 'answer', sdp: loopbackOnly(sdp) });
  }

  answer(sdp) {
    this.answered?.(sdp);
  }

  fail(error) {
    if (!this.closed) this.failure = error;
    if (!this.closed) console.error('negotiation:', error);
  }

  impair() {
    for (const ice of this.pc.iceTransports) {
      for (const protocol of ice.connection.protocols ?? []) this.impairment.wrap(protocol.transport);
    }
  }

  reports(nowMs) {
    for (const { stream } of this.streams.values()) stream.report(nowMs);
  }

  async close() {
    this.closed = true;
    this.answered?.('');
    await this.pc.close().catch(() => {});
  }
}
