// The large picture and the strip of tiles.
import { h, icon } from '../shared/zj-dom.js';
import { fill } from '../shared/zj-texts.js';
import { endpointOf } from './ids.js';

/** Who is large: a shared screen, else whoever spoke last. */
export function largeVideo(view) {
  const { session, videos } = view;
  const shared = [...session.shares][0];
  const person = session.person(shared ?? session.active) ?? session.others()[0] ?? session.self();
  const source = videos.get(`${person?.id}/${shared ? 'screen' : 'camera'}`)?.srcObject;
  if (!view.large) view.large = h('video', { id: 'largeVideo', autoplay: true, muted: true, playsinline: true });
  view.large.muted = true;
  if (source && view.large.srcObject !== source) view.large.srcObject = source;
  return h('div', { id: 'largeVideoContainer' }, h('div', { id: 'largeVideoElementsContainer' }, h('div', { id: 'largeVideoWrapper' }, source ? view.large : null),
    h('div', { id: 'dominantSpeaker' }, source ? null : (person?.name ?? '').slice(0, 2))),
  person && h('div', { id: 'stageParticipantName', class: 'displayname' }, person.name));
}

function tile(view, person) {
  const id = endpointOf(person.id);
  const lit = person.id === view.session.active;
  const classes = ['videocontainer', lit && (view.traits.look === 'old' ? 'active-speaker' : 'active-speaker dominant-speaker'), view.videos.has(`${person.id}/camera`) ? 'display-video' : 'display-avatar-only'];
  return h('span', { class: classes.filter(Boolean).join(' '), id: `participant_${id}` },
    h('div', { class: 'videocontainer__background' }), view.videos.get(`${person.id}/camera`),
    h('div', { class: 'videocontainer__toptoolbar' }, person.muted ? icon('icon-mic-disabled') : null),
    h('div', { class: 'displayNameContainer' }, h('span', { class: 'displayname', id: `participant_${id}_name` }, person.name)));
}

/** A shared screen has a tile of its own, as if it were somebody. */
function screenTile(view, id) {
  const person = view.session.person(id);
  const name = `${endpointOf(id)}-v1`;
  return h('span', { class: 'videocontainer display-video', id: `participant_${name}` }, view.videos.get(`${id}/screen`),
    h('div', { class: 'displayNameContainer' }, h('span', { class: 'displayname', id: `participant_${name}_name` }, fill(view.t.screenOf, person?.name ?? ''))));
}

export function filmstrip(view) {
  const { session, t } = view;
  const self = session.self();
  return h('div', { class: 'filmstrip vertical-filmstrip' }, h('div', { id: 'filmstripRemoteVideos' }, h('div', { id: 'filmstripRemoteVideosContainer', class: 'remote-videos' },
    session.others().map((person) => tile(view, person)), [...session.shares].map((id) => screenTile(view, id)))),
  h('div', { id: 'filmstripLocalVideo' }, h('div', { id: 'filmstripLocalVideoThumbnail' }, h('span', { class: 'videocontainer', id: 'localVideoContainer' },
    h('div', { class: 'displayNameContainer' }, h('span', { class: 'displayname', id: 'localDisplayName' }, `${self?.name ?? view.name} (${t.me})`))))));
}
