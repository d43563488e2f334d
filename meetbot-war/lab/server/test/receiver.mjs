// A receiver for tests: a page's line and connection without a browser.
import { RTCPeerConnection, RTCRtpCodecParameters, useAudioLevelIndication, useNACK, usePLI, useSdesMid } from 'werift';
import WebSocket from 'ws';

const CODECS = {
  audio: [new RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48000, channels: 2, payloadType: 111 })],
  video: [new RTCRtpCodecParameters({
    mimeType: 'video/VP8', clockRate: 90000, payloadType: 96, rtcpFeedback: [useNACK(), usePLI()],
  })],
};

/** Asks to be let in and collects `{mid, kind, source, id, packets: [{header, payload, at}]}` of every track. */
export async function receive(port, meetingUrl) {
  const { hostname } = new URL(meetingUrl);
  const socket = new WebSocket(`wss://127.0.0.1:${port}/__lab/socket`,
    { rejectUnauthorized: false, servername: hostname, headers: { host: hostname } });
  const pc = new RTCPeerConnection({
    codecs: CODECS, iceServers: [], iceUseIpv6: false, bundlePolicy: 'max-bundle',
    headerExtensions: { audio: [useSdesMid(), useAudioLevelIndication()], video: [useSdesMid()] },
    iceAdditionalHostAddresses: ['127.0.0.1'], iceInterfaceAddresses: { udp4: '127.0.0.1' },
  });
  const send = (type, data) => socket.send(JSON.stringify({ type, data }));
  const tracks = [], messages = [];
  let told = [];
  pc.onRemoteTransceiverAdded.subscribe((transceiver) => transceiver.onTrack.subscribe((track) => {
    const entry = { transceiver, track, packets: [], info: () => told.find((t) => t.mid === transceiver.mid) ?? {} };
    tracks.push(entry);
    track.onReceiveRtp.subscribe((p) => entry.packets.push({ header: p.header, payload: p.payload, at: Date.now() }));
  }));
  async function offered({ sdp, tracks: list }) {
    told = list;
    await pc.setRemoteDescription({ type: 'offer', sdp });
    await pc.setLocalDescription(await pc.createAnswer());
    send('answer', { sdp: pc.localDescription.sdp });
  }
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    messages.push(message);
    if (message.type === 'config') send('ask', { name: 'receiver' });
    if (message.type === 'offer') offered(message.data).catch((e) => messages.push({ type: 'fault', data: e }));
  });
  socket.on('open', () => send('hello', { url: meetingUrl }));
  const find = (source, id) => tracks.find((t) => t.info().source === source && t.info().id === id);
  const close = async () => {
    socket.terminate();
    await pc.close();
  };
  return { tracks, messages, find, pc, close };
}
