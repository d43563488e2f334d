// The objects that the product leaves in the window: APP.store with its state, APP.conference with its room. Two
// generations of the state: people in a Map beside the local one, and people in one array.
import { endpointOf } from './ids.js';

export function openApi(app) {
  if (app.traits.api === 'none') return;
  const store = { getState: () => stateOf(app), dispatch: (action) => action, subscribe: (listener) => { app.session.on('roster active chat track trackgone state', listener, { lasting: true }); return () => {}; } };
  const conference = {
    get _room() { return app.phase === 'prejoin' ? undefined : roomOf(app); },
    isJoined: () => app.phase === 'joined',
    getConnectionState: () => (app.phase === 'joined' ? 'connected' : 'disconnected'),
    getMyUserId: () => endpointOf('bot'),
    listMembers: () => roomOf(app).getParticipants(),
    get membersCount() { return app.session.people.length; },
    getStats: () => ({ bitrate: { download: 800, upload: 30 }, packetLoss: { total: 0 } }),
    isLocalAudioMuted: () => true,
    isLocalVideoMuted: () => true,
  };
  window.APP = { store, conference, UI: {}, API: {}, connection: {} };
  window.config = { hosts: { domain: location.hostname }, p2p: { enabled: false } };
}

function personState(app, person) {
  return {
    id: endpointOf(person.id), name: person.name, local: person.self || undefined, role: person.host ? 'moderator' : 'participant', email: undefined,
    dominantSpeaker: person.id === app.session.active, pinned: false, presence: undefined, conference: {}, loadableAvatarUrl: undefined,
  };
}

function peopleState(app) {
  const { session, traits } = app;
  const rows = session.people.map((person) => personState(app, person));
  if (traits.api === 'array') return rows;
  const local = rows.find((row) => row.local) ?? { id: endpointOf('bot'), name: app.name, local: true, role: 'participant' };
  const remote = new Map(rows.filter((row) => !row.local).map((row) => [row.id, row]));
  const shares = [...session.shares].map((id) => [`${endpointOf(id)}-v1`, { id: `${endpointOf(id)}-v1`, name: session.person(id)?.name, fakeParticipant: 'ScreenShare' }]);
  return {
    local, remote, dominantSpeaker: session.active ? endpointOf(session.active) : undefined, everyoneIsModerator: false,
    fakeParticipants: new Map(), localScreenShare: undefined, pinnedParticipant: undefined, raisedHandsQueue: [], speakersList: new Map(),
    sortedRemoteParticipants: new Map([...remote].map(([id, row]) => [id, row.name])), sortedRemoteVirtualScreenshareParticipants: new Map(shares.map(([id, row]) => [id, row.name])),
    remoteVideoSources: new Set(), remoteVirtualScreenshareParticipants: new Map(shares),
  };
}

function chatState(app) {
  const { session, traits } = app;
  const messages = session.chat.map((message) => {
    const own = session.person(message.from)?.self ?? false;
    const common = { displayName: message.name, message: message.text, timestamp: message.atMs, messageType: own ? 'local' : 'remote', hasRead: true, privateMessage: false, lobbyChat: false };
    // the older state has the sender under `id`, the newer one the message
    return traits.api === 'array'
      ? { ...common, id: endpointOf(message.from) }
      : { ...common, messageId: message.id, participantId: endpointOf(message.from), reactions: new Map(), recipient: undefined };
  });
  return { isOpen: Boolean(document.getElementById('sideToolbarContainer')), messages, nbUnreadMessages: 0, reactions: {} };
}

/** What the product wraps around a track. */
export function jitsiTrack(app, { track, stream, id, source }) {
  return {
    track, stream,
    getId: () => track.id,
    getTrackId: () => track.id,
    getStreamId: () => stream?.id,
    getOriginalStream: () => stream,
    getTrack: () => track,
    getType: () => track.kind,
    getVideoType: () => (source === 'screen' ? 'desktop' : 'camera'),
    getParticipantId: () => endpointOf(id),
    getSourceName: () => `${endpointOf(id)}-${track.kind[0]}${source === 'screen' ? 1 : 0}`,
    isLocal: () => false,
    isMuted: () => false,
    isAudioTrack: () => track.kind === 'audio',
    isVideoTrack: () => track.kind === 'video',
  };
}

function trackState(app) {
  return app.tracks.map((entry) => ({
    jitsiTrack: entry.jitsiTrack, participantId: endpointOf(entry.id), mediaType: entry.source === 'screen' && app.traits.api === 'map' ? 'screenshare' : entry.track.kind,
    videoType: entry.track.kind === 'video' ? entry.jitsiTrack.getVideoType() : undefined, local: false, muted: false, isReceivingData: true, mirror: false,
  }));
}

function stateOf(app) {
  const joined = app.phase === 'joined';
  const conference = joined ? { conference: roomOf(app), room: roomName() } : { joining: undefined, room: roomName(), membersOnly: app.phase === 'lobby' ? {} : undefined };
  return {
    'features/base/participants': peopleState(app),
    'features/base/tracks': trackState(app),
    'features/base/conference': { ...conference, leaving: undefined, error: undefined },
    'features/base/connection': { error: app.session.state === 'disconnected' ? { name: 'connection.droppedError' } : undefined },
    'features/base/settings': { displayName: app.name, startWithAudioMuted: true },
    'features/chat': chatState(app),
    'features/lobby': { knocking: Boolean(app.lobby.knocking), lobbyEnabled: app.phase === 'lobby', lobbyVisible: app.phase === 'lobby', knockingParticipants: [] },
    'features/prejoin': { showPrejoin: app.phase === 'prejoin' },
    'features/recording': { sessionDatas: [] },
    'features/subtitles': { _requestingSubtitles: Boolean(app.session.config.media.captions), _transcriptMessages: new Map(app.session.captions.map((c) => [c.id, { participant: { id: endpointOf(c.from), name: c.name }, final: c.final ? c.text : undefined, stable: c.final ? undefined : c.text }])) },
  };
}

const roomName = () => location.pathname.split('/').pop().toLowerCase();

function roomOf(app) {
  const member = (person) => ({
    _id: endpointOf(person.id), _displayName: person.name, _role: person.host ? 'moderator' : 'participant', _tracks: app.tracks.filter((t) => t.id === person.id).map((t) => t.jitsiTrack),
    getId() { return this._id; },
    getDisplayName() { return this._displayName; },
    getRole() { return this._role; },
    isModerator() { return this._role === 'moderator'; },
    getTracks() { return this._tracks; },
    isHidden: () => false,
  });
  return {
    isJoined: () => app.phase === 'joined',
    getParticipants: () => app.session.others().map(member),
    getParticipantById: (id) => app.session.others().map(member).find((m) => m.getId() === id),
    getParticipantCount: () => app.session.people.length,
    myUserId: () => endpointOf('bot'),
    getName: roomName,
    isMembersOnly: () => app.phase === 'lobby',
    getRole: () => 'participant',
    sendTextMessage: (text) => app.session.lab.sendChat(text),
    sendMessage: (text) => app.session.lab.sendChat(text),
    leave: async () => app.session.lab.leave(),
    setDisplayName() {},
    on() {},
    addEventListener() {},
    removeEventListener() {},
  };
}
