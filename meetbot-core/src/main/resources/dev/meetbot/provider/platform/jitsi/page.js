/*
 * What Jitsi Meet's own state says: APP.store is its Redux store, APP.conference._room the
 * conference of lib-jitsi-meet.
 */
const feature = name => window.APP?.store?.getState?.()[`features/${name}`] ?? {};
const room = () => window.APP?.conference?._room;
let kicked = null;
let listening = null;
let subscribed = false;
let dominant = null;

/** Errors by which a conference says that there is no way in. */
const ENDINGS = {
  'conference.max_users': 'FULL',
  'conference.connectionError.accessDenied': 'DENIED',
  'conference.connectionError.notAllowed': 'AUTH_REQUIRED',
  'conference.connectionError.reservation': 'AUTH_REQUIRED',
  'conference.passwordRequired': 'PASSCODE_REQUIRED',
  'conference.authenticationRequired': 'WAITING_FOR_HOST',
  'conference.connectionError.membersOnly': 'WAITING_ROOM',
  'conference.destroyed': 'ENDED',
  'conference.gracefulShutdown': 'ENDED',
};

/** Errors by which the connection to the server says that it is gone. */
const LOST = ['connection.droppedError', 'connection.otherError', 'connection.serverError'];

const isPerson = person => !person.fakeParticipant && !person.isFakeParticipant;

/** Everybody, as {local, remote, dominantSpeaker}; before 2021 it was one array of people. */
const people = () => {
  const known = feature('base/participants');
  if (!Array.isArray(known)) {
    return known;
  }
  return {
    local: known.find(person => person.local),
    remote: known.filter(person => !person.local),
    dominantSpeaker: known.find(person => person.dominantSpeaker)?.id,
  };
};

const remotePeople = ({remote}) =>
  remote instanceof Map ? [...remote.values()] : Object.values(remote ?? {});

const participants = () => {
  const known = people();
  const {local} = known;
  const all = [...(local ? [local] : []), ...remotePeople(known)];
  return all.filter(isPerson).map(person => ({
    id: person.id,
    name: person.name ?? '',
    self: person === local,
    host: person.role === 'moderator',
    bot: person.botType !== undefined && person.botType !== null,
    speaking: false,
  }));
};

const streamOf = track => track.getOriginalStream?.() ?? track.stream;

/** A shared screen is a participant of its own in the store, but its track knows its owner. */
const sources = () => [...(feature('base/tracks').values?.() ?? [])]
  .filter(entry => !entry.local && entry.jitsiTrack)
  .map(({jitsiTrack, participantId, videoType, mediaType}) => ({
    streamId: streamOf(jitsiTrack)?.id,
    participantId: jitsiTrack.getParticipantId?.() ?? participantId,
    kind: mediaType === 'screenshare' || videoType === 'desktop' ? 'screen' : 'camera',
  }))
  .filter(source => source.streamId && source.participantId);

const chat = () => [...(feature('chat').messages ?? [])]
  .filter(line => line.messageType === 'local' || line.messageType === 'remote')
  .map(line => ({
    id: String(line.messageId ?? `${line.timestamp}-${line.participantId ?? line.id}`),
    senderId: line.participantId ?? line.id ?? '',
    sender: line.displayName ?? '',
    atMs: Number(line.timestamp),
    text: line.message ?? '',
  }))
  .sort((a, b) => a.atMs - b.atMs);

const subtitles = new Map();

/** The page shows a subtitle for some seconds; it grows from unstable to final. */
const captions = () => {
  const shown = feature('subtitles')._transcriptMessages;
  for (const [id, line] of shown instanceof Map ? shown : []) {
    const text = line.final ?? [line.stable, line.unstable].filter(part => part).join('');
    const known = subtitles.get(id);
    if (text && known?.text !== text) {
      subtitles.set(id, {
        id: String(id),
        speakerId: line.participant?.id ?? '',
        speaker: line.participant?.name ?? line.participantName ?? '',
        text,
        startMs: known?.startMs ?? Date.now(),
        endMs: Date.now(),
      });
    }
  }
  return [...subtitles.values()].slice(-100);
};

const listen = () => {
  const now = room();
  if (now?.on && now !== listening) {
    listening = now;
    now.on('conference.kicked', (by, reason) => {
      kicked = {by: by?.getDisplayName?.() ?? '', reason: reason ?? ''};
    });
  }
  if (!subscribed && window.APP?.store?.subscribe) {
    subscribed = true;
    window.APP.store.subscribe(follow);
  }
};

/** One dominant speaker follows another; the bot itself is muted. */
const follow = () => {
  const speaker = people().dominantSpeaker ?? null;
  if (speaker !== dominant) {
    const at = Date.now();
    if (dominant) {
      meetbot.mark(dominant, false, 'ACTIVE_SPEAKER', at);
    }
    if (speaker) {
      meetbot.mark(speaker, true, 'ACTIVE_SPEAKER', at);
    }
    dominant = speaker;
  }
};

const state = () => {
  const {error, passwordRequired} = feature('base/conference');
  const lobby = feature('lobby');
  if (kicked) {
    return 'REMOVED';
  }
  if (LOST.includes(feature('base/connection').error?.name)) {
    return 'DISCONNECTED';
  }
  if (room()?.isJoined?.()) {
    return room().isConnectionInterrupted?.() ? 'DISCONNECTED' : 'IN_CALL';
  }
  if (passwordRequired) {
    return 'PASSCODE_REQUIRED';
  }
  if (lobby.knocking) {
    return 'WAITING_ROOM';
  }
  return ENDINGS[error?.name] ?? null;
};

meetbot.register({
  facts() {
    listen();
    if (!window.APP?.store) {
      return {};
    }
    follow();
    const now = state();
    const inside = now === 'IN_CALL' || now === 'DISCONNECTED';
    return {
      state: now,
      // the stage is drawn before the conference is joined
      signs: window.APP.conference?.isJoined?.() === false ? ['outside'] : [],
      words: kicked ? kicked.reason || null : null,
      selfId: people().local?.id,
      participants: inside ? participants() : [],
      sources: sources(),
      chat: chat(),
      captions: captions(),
    };
  },
  sendChat(text) {
    if (!room()?.isJoined?.() || typeof room().sendTextMessage !== 'function') {
      return false;
    }
    room().sendTextMessage(text);
    return true;
  },
});
