// Who is seen where: one large tile and a bar, or equal tiles. Tiles know names only.
import { h } from '../shared/zj-dom.js';

if (!customElements.get('video-player')) {
  customElements.define('video-player', class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' });
    }
  });
}

export function drawTiles(view) {
  return view.traits.layout === 'gallery' ? gallery(view) : speakerView(view);
}

/** Who stands in the large tile: whoever spoke last, never the bot itself while others are there. */
function onStage(view) {
  const { session } = view;
  const id = session.active ?? view.lastActive;
  const person = session.person(id) ?? session.others()[0] ?? session.self();
  view.lastActive = person?.id;
  return person;
}

function speakerView(view) {
  const { session } = view;
  const stage = onStage(view);
  const shared = [...session.shares][0];
  const bar = h('div', { class: 'speaker-bar-container__wrap' }, h('div', { class: 'speaker-bar-container__video-list' },
    session.people.slice(0, 6).map((person) => {
      const lit = shared ? person.id === stage?.id : view.traits.title === 'old' && session.speaking.has(person.id) && person.id === session.active;
      return tile(view, person, `speaker-bar-container__video-frame ${lit ? 'speaker-bar-container__video-frame--active' : ''}`, 'bar');
    })));
  if (shared) return [bar, h('div', { class: 'sharing-layout' }, view.pictures.canvas(shared, 'screen', true))];
  return [bar, stage && h('div', { class: 'speaker-active-container__wrap' },
    tile(view, stage, 'speaker-active-container__video-frame', 'stage'))];
}

function gallery(view) {
  const { session } = view;
  const shared = [...session.shares][0];
  if (shared) return speakerView(view);
  const lit = session.active;
  return [h('div', { class: 'gallery-video-container__wrap', role: 'list' }, session.people.slice(0, 9).map((person) =>
    tile(view, person, `gallery-video-container__video-frame ${person.id === lit ? 'gallery-video-container__video-frame--active' : ''}`, 'gallery')))];
}

function tile(view, person, classes, place) {
  const canvas = view.pictures.canvas(person.id, place, false);
  const name = h('div', { class: `video-avatar__avatar-footer ${person.muted ? 'video-avatar__avatar-footer--view-mute-computer' : ''}` },
    h('span', { role: 'none' }, person.name));
  const face = canvas ? framed(view, canvas) : h('div', { class: 'video-avatar__avatar-img' }, initials(person.name));
  return h('div', { class: classes, role: place === 'gallery' && 'listitem' }, h('div', { class: 'video-avatar__avatar' }, face, name));
}

// newer builds keep the picture in an element of their own with a shadow root
function framed({ traits }, canvas) {
  if (traits.layout !== 'gallery') return canvas;
  const player = document.createElement('video-player');
  player.shadowRoot.append(canvas);
  return h('video-player-container', {}, player);
}

const initials = (name) => name.split(/\s+/).map((word) => word[0] ?? '').join('').slice(0, 2).toUpperCase();
