// The media of one visit: connection, shape, pictures. Lives from admission to the end of the visit.
import { Peer } from './media/peer.mjs';
import { CameraStreams } from './media/cameras.mjs';
import { OwnTracks } from './media/own.mjs';
import { Slots } from './media/slots.mjs';
import { Mix } from './media/mix.mjs';
import { WebAudio } from './media/webaudio.mjs';
import { nowMs } from './clock.mjs';

const SHAPES = { own: OwnTracks, slots: Slots, mix: Mix };

export class Call {
  constructor(meeting, session) {
    this.meeting = meeting;
    this.session = session;
    const { platform, impairment, zeroMs } = meeting;
    const media = meeting.scenario.media;
    if (media.shape === 'webaudio') {
      this.shape = new WebAudio({ media, meeting, session, zeroMs });
      return;
    }
    this.peer = new Peer({
      offer: (offer) => session.send('offer', offer), impairment, zeroMs, onConnected: () => meeting.mediaFlows(),
    });
    if (media.dataChannel) this.channels(platform, meeting);
    this.cameras = new CameraStreams({ peer: this.peer, platform, meeting });
    this.shape = new SHAPES[media.shape]({ peer: this.peer, platform, media, meeting, cameras: this.cameras });
  }

  channels(platform, meeting) {
    for (const { label, ...options } of platform.channels(meeting)) {
      const channel = this.peer.channel(label, options);
      channel.stateChanged.subscribe((state) => state === 'open' && platform.onChannel(channel, meeting));
      channel.onMessage.subscribe((data) => platform.onChannelMessage(channel, data, meeting));
    }
  }

  /** The first offer, when all who are there have joined. */
  start() {
    if (!this.peer) this.meeting.mediaFlows();
    this.started = true;
    this.peer?.negotiate();
  }

  joined(person) {
    this.shape.joined(person);
    this.changed();
  }

  left(person) {
    this.shape.left(person);
    this.changed();
  }

  share(person, on) {
    if (this.cameras && on) this.cameras.add(person, true);
    if (this.cameras && !on) this.cameras.remove(person, true);
    this.changed();
  }

  changed() {
    if (this.started) this.peer?.negotiate();
  }

  tick(n, ms) {
    this.shape.tick(n, ms);
    this.peer?.reports(nowMs());
  }

  wish(index) {
    this.shape.wish?.(index);
  }

  close() {
    this.shape.close();
    return this.peer?.close();
  }
}
