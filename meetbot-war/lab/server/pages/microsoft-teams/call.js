// The call: stage, bar, panels, menu, captions. Behaviour here, shapes in look.js.
import {fill, h, hideWhenIdle, idleClock, redrawEvery} from '../shared/mt-dom.js';
import {Screens, cameraOf, screenOf} from '../shared/mt-media.js';

const REDRAW_MS = 4300;
const BANNER_MS = 15000;
const IDLE_MS = 5 * 60 * 1000; // whoever does not move for so long is shown no new chat; door.idleChatMs

export class Call {
  constructor(root, meeting, t, devices, look) {
    Object.assign(this, {root, meeting, t, devices, look});
    this.panel = null;
    this.menu = null;
    this.captionsOn = false;
    this.draft = '';
    this.screens = new Screens();
    this.endings = [];
    this.idleMs = idleClock();
    this.shown = 0;
  }

  open() {
    const parts = this.look.frame();
    Object.assign(this, parts);
    fill(this.root, parts.frame);
    this.#on('changed', event => this.#changed(event.detail.what));
    this.#on('speaking', event => this.#mark(event.detail.id));
    this.endings.push(hideWhenIdle(this.bar, 'idle', 5000));
    this.endings.push(redrawEvery(REDRAW_MS, () => this.#redraw()));
    this.#drawTiles();
    this.#redraw();
  }

  close() {
    for (const end of this.endings.splice(0)) end();
  }

  #on(type, listener) {
    this.meeting.addEventListener(type, listener);
    this.endings.push(() => this.meeting.removeEventListener(type, listener));
  }

  #changed(what) {
    if (what === 'roster' || what === 'media' || what === 'share') this.#drawTiles();
    if (what === 'caption') this.#drawCaptions();
    else this.#redraw();
  }

  #redraw() {
    this.#drawBar();
    this.#drawPanel();
    for (const tile of this.stage.children) this.#label(tile);
  }

  #drawTiles() {
    const {meeting, look} = this;
    const tiles = meeting.people.map(person => {
      const camera = cameraOf(meeting.tracks, person.id);
      const tile = look.tile(person, camera ? this.screens.of(camera, {'data-tid': 'stream-video'}) : null);
      tile.dataset.labTile = person.id;
      this.#label(tile);
      return tile;
    });
    for (const id of meeting.sharers) {
      const track = screenOf(meeting.tracks, id);
      const person = meeting.person(id);
      if (person) tiles.unshift(look.screen(person, track ? this.screens.of(track) : null));
    }
    fill(this.stage, tiles);
  }

  #label(tile) {
    const person = this.meeting.person(tile.dataset.labTile);
    if (!person) return;
    const fresh = this.look.label(person);
    fresh.dataset.labLabel = '';
    const old = tile.querySelector('[data-lab-label]');
    if (old) old.replaceWith(fresh);
    else tile.append(fresh);
    this.look.mark(tile, this.meeting.speaking.has(person.id));
  }

  #mark(id) {
    const tile = [...this.stage.children].find(child => child.dataset.labTile === id);
    if (tile) this.look.mark(tile, this.meeting.speaking.has(id));
    if (this.panel === 'people') this.#drawPanel();
  }

  #drawBar() {
    const act = {
      show: panel => {
        this.panel = this.panel === panel ? null : panel;
        this.#redraw();
      },
      toggle: which => {
        this.devices.toggle(which);
        this.#drawBar();
      },
      more: () => this.#openMenu(this.menu ? null : 'more'),
      leave: () => this.meeting.leave(),
    };
    fill(this.bar, this.look.bar({devices: this.devices, panel: this.panel, count: this.meeting.people.length}, act));
  }

  /** More, then language, then captions: three clicks. */
  #openMenu(which) {
    this.menu?.remove();
    this.menu = null;
    if (!which) return;
    this.menu = this.look.menu(which, this.captionsOn, {
      language: () => this.#openMenu('language'),
      captions: () => {
        this.#openMenu(null);
        this.#captions(!this.captionsOn);
      },
    });
    this.root.append(this.menu);
  }

  #captions(on) {
    this.captionsOn = on;
    this.meeting.lab.send('captions', {on});
    this.#drawCaptions();
  }

  #drawPanel() {
    this.side.hidden = this.panel === null;
    if (this.panel === 'people') fill(this.side, this.look.people(this.meeting.people, this.meeting.speaking));
    else if (this.panel === 'chat') this.#drawChat();
    else fill(this.side);
  }

  #drawChat() {
    const asleep = this.idleMs() > (this.meeting.config.door?.idleChatMs ?? IDLE_MS);
    if (!asleep) this.shown = this.meeting.messages.length;
    const list = this.meeting.messages.slice(0, this.shown).map(message => this.look.message({...message, self: message.from === 'bot'}));
    const pane = this.side.querySelector('[data-tid=message-pane-list-runway]');
    if (pane) {
      fill(pane, list);
      return;
    }
    fill(this.side, this.look.chat(list, {
      draft: this.draft,
      typed: text => { this.draft = text; },
      send: field => this.#send(field),
    }));
  }

  #send(field) {
    const text = this.draft.trim();
    if (text === '') return;
    this.draft = '';
    if ('value' in field) field.value = '';
    else field.replaceChildren();
    this.meeting.say(text);
  }

  #drawCaptions() {
    this.captions.hidden = !this.captionsOn;
    fill(this.captions, this.captionsOn ? this.look.captions(this.meeting.captions.slice(-4)) : []);
  }

  banner(text, {stays = false} = {}) {
    const banner = h('div.banner', {role: 'alert', 'data-tid': 'calling-alert'}, h('span', {}, text),
      h('button', {type: 'button', 'aria-label': this.t('dismiss'), onclick: () => banner.remove()}, this.t('dismiss')));
    this.root.append(banner);
    if (!stays) setTimeout(() => banner.remove(), BANNER_MS);
    return banner;
  }
}
