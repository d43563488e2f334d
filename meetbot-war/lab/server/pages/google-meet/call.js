// The call's behaviour, the same in both looks: panels, tiles, marks, toasts, captions, a toolbar that hides.
import {fill, h, hideWhenIdle, redrawEvery} from '../shared/mt-dom.js';
import {Screens, cameraOf, screenOf} from '../shared/mt-media.js';

const REDRAW_MS = 3700;
const TOAST_MS = 5000;

/** The line is gone, before the call or in it. */
export const trouble = text => h('div.mt-trouble', {role: 'alert'}, text);

export class Call {
  constructor(root, meeting, t, devices, look) {
    Object.assign(this, {root, meeting, t, devices, look});
    this.panel = null;
    this.captionsOn = false;
    this.draft = '';
    this.screens = new Screens();
    this.endings = [];
  }

  open() {
    const {stage, toolbar, side, toasts, captions, frame} = this.look.frame();
    Object.assign(this, {stage, toolbar, side, toasts, captions});
    fill(this.root, frame);
    this.#on('changed', event => this.#changed(event.detail.what));
    this.#on('speaking', event => this.#mark(event.detail.id));
    this.#on('roster', event => this.#announce(event.detail));
    this.#on('chat', event => this.#chatToast(event.detail));
    this.endings.push(hideWhenIdle(toolbar, 'mt-idle', 3500));
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

  /** Everything but the tiles' frames is new each time; the tiles get new labels. */
  #redraw() {
    this.#drawToolbar();
    this.#drawPanel();
    for (const tile of this.stage.querySelectorAll('[data-lab-tile]')) this.#label(tile);
  }

  #drawTiles() {
    const {meeting, look} = this;
    const tiles = meeting.people.map(person => {
      const camera = cameraOf(meeting.tracks, person.id);
      const tile = look.tile(person, camera ? this.screens.of(camera, look.videoAttributes) : null);
      tile.dataset.labTile = person.id;
      this.#label(tile);
      return tile;
    });
    for (const id of meeting.sharers) {
      const track = screenOf(meeting.tracks, id);
      const person = meeting.person(id);
      if (person) tiles.unshift(look.screen(person, track ? this.screens.of(track, look.videoAttributes) : null));
    }
    fill(this.stage, tiles);
  }

  #label(tile) {
    const person = this.meeting.person(tile.dataset.labTile);
    if (!person) return;
    const old = tile.querySelector('[data-lab-label]');
    const fresh = this.look.label(person, this.meeting.speaking.has(person.id));
    fresh.dataset.labLabel = '';
    if (old) old.replaceWith(fresh);
    else tile.append(fresh);
  }

  #mark(id) {
    const tile = [...this.stage.children].find(child => child.dataset.labTile === id);
    const label = tile?.querySelector('[data-lab-label]');
    if (label) this.look.mark(label, this.meeting.speaking.has(id));
    if (this.panel === 'people') this.#drawPanel();
  }

  #drawToolbar() {
    fill(this.toolbar, this.look.toolbar({
      devices: this.devices,
      captionsOn: this.captionsOn,
      panel: this.panel,
      count: this.meeting.people.length,
      toggle: which => {
        this.devices.toggle(which);
        this.#drawToolbar();
      },
      captions: () => {
        this.captionsOn = !this.captionsOn;
        this.meeting.lab.send('captions', {on: this.captionsOn});
        this.#drawToolbar();
        this.#drawCaptions();
      },
      show: panel => {
        this.panel = this.panel === panel ? null : panel;
        this.#redraw();
      },
      leave: () => this.meeting.leave(),
    }));
  }

  #drawPanel() {
    if (this.panel === 'people') {
      fill(this.side, this.look.people(this.meeting.people, this.meeting.speaking, this.meeting.sharers));
    } else if (this.panel === 'chat') {
      this.#drawChat();
    } else {
      fill(this.side);
    }
    this.side.hidden = this.panel === null;
  }

  #drawChat() {
    const field = this.side.querySelector('textarea');
    const focused = field && document.activeElement === field;
    const messages = this.meeting.messages.map(message => ({...message, self: this.#mine(message)}));
    fill(this.side, this.look.chat(messages, {
      draft: this.draft,
      typed: text => { this.draft = text; },
      send: () => this.#send(),
    }));
    if (!focused) return;
    const next = this.side.querySelector('textarea');
    next.focus();
    next.setSelectionRange(next.value.length, next.value.length);
  }

  #mine(message) {
    return message.from === this.meeting.self()?.id;
  }

  #send() {
    const text = this.draft.trim();
    if (text === '') return;
    this.draft = '';
    this.meeting.say(text);
    this.#drawChat();
  }

  #drawCaptions() {
    this.captions.hidden = !this.captionsOn;
    if (!this.captionsOn) return fill(this.captions);
    const recent = this.meeting.captions.slice(-3);
    return fill(this.captions, this.look.captions(recent));
  }

  #announce({joined, left}) {
    if (joined.length > 3) return;
    for (const person of joined.filter(one => !one.self)) this.#toast(this.t('joined', person.name));
    for (const person of left) this.#toast(this.t('left', person.name));
  }

  #chatToast(message) {
    if (this.panel === 'chat' || this.#mine(message)) return;
    this.#toast(`${message.name}: ${message.text}`);
  }

  #toast(text) {
    const toast = h('div.mt-toast', {role: 'status'}, h('span', {}, text),
      h('button', {type: 'button', 'aria-label': this.t('close'), onclick: () => toast.remove()}, '×'));
    this.toasts.append(toast);
    setTimeout(() => toast.remove(), TOAST_MS);
  }

  trouble(text) {
    const old = this.root.querySelector('.mt-trouble');
    old?.remove();
    if (text) this.root.append(trouble(text));
  }
}
