// What the product leaves in its window: the call as an object, in one of two places.
import {identity} from '../shared/mt-ids.js';

function streamsOf(meeting, person) {
  const slot = meeting.slots.find(one => one.id === person.id);
  const camera = meeting.tracks.some(track => track.kind === 'video' && track.id === person.id);
  return [
    {type: 'audio', label: 'main-audio', sourceId: slot?.csrc ?? -1, direction: 'sendrecv', serverMuted: Boolean(person.muted)},
    {type: 'video', label: 'main-video', sourceId: (slot?.csrc ?? 0) + 5000, direction: camera ? 'sendonly' : 'inactive'},
  ];
}

function participant(meeting, person) {
  const id = identity(meeting.config.scenarioId, person.id, person.bot);
  return {
    id, mri: id, displayName: person.name,
    meetingRole: person.host ? 'organizer' : person.bot ? 'attendee' : 'presenter',
    endpoints: {endpointDetails: [{endpointId: id.slice(-12), mediaStreams: streamsOf(meeting, person)}]},
  };
}

export function expose(meeting, variant) {
  const scenarioId = meeting.config.scenarioId;
  const call = {
    _callId: scenarioId,
    callerMri: identity(scenarioId, 'bot', true),
    get currentUserSkypeIdentity() { return {id: identity(scenarioId, 'bot', true)}; },
    get participants() { return meeting.others().map(person => participant(meeting, person)); },
    startClosedCaption() { meeting.lab.send('captions', {on: true}); },
    setClosedCaptionsLanguage() {},
    getClosedCaptionsLanguage: () => 'en-us',
  };
  if (variant === 'light') {
    window.msteamscalling = {deref: () => ({callingService: {getActiveCall: () => (meeting.inCall ? call : null)}})};
  } else if (variant === 'v2') {
    window.callingDebug = {get observableCall() { return meeting.inCall ? call : undefined; }};
  }
}
