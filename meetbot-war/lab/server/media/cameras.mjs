// Pictures over RTP: a stream for each camera and each shared screen.

export class CameraStreams {
  constructor({ peer, platform, meeting }) {
    this.peer = peer;
    this.platform = platform;
    this.meeting = meeting;
    this.sent = []; // {person, camera, stream, screen}
  }

  has(person, screen) {
    return this.sent.some((s) => s.person === person && s.screen === screen);
  }

  add(person, screen = false) {
    const camera = screen ? person.screen : person.camera;
    if (!camera || this.has(person, screen)) return;
    const source = screen ? 'screen' : 'camera';
    const stream = this.peer.add({
      kind: 'video',
      streamId: this.platform.streamId(person, source),
      trackId: `${person.id}-${source}`,
      info: { id: person.id, source },
      onKeyWish: () => this.wish(camera, source),
    });
    camera.wishKey(); // it may have played before
    this.sent.push({ person, camera, stream, screen });
  }

  wish(camera, source) {
    camera.wishKey();
    this.meeting.truth.count('keyFrameRequests');
    this.meeting.truth.count(`keyFrameRequests.${source}`);
  }

  remove(person, screen) {
    const gone = this.sent.filter((s) => s.person === person && (screen === undefined || s.screen === screen));
    this.sent = this.sent.filter((s) => !gone.includes(s));
    gone.forEach((s) => this.peer.remove(s.stream));
  }

  tick(n, ms) {
    for (const { person, camera, stream, screen } of this.sent) {
      if (!person.inRoom || !stream.ready) continue;
      const frame = camera.next(n, !screen && person.now.on);
      if (!frame || !stream.sendPicture(frame, ms)) continue;
      this.meeting.truth.picture(person, frame, screen);
    }
  }
}
