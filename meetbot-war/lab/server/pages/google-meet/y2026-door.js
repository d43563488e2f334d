// The "2026" look before and after the call: clickable <div>s, other jsnames, other lobby sentences,
// names of classes that change with every load.
import {fill, glyph, h} from '../shared/mt-dom.js';

export class Door2026 {
  constructor(root, t, devices, scramble) {
    this.root = root;
    this.t = t;
    this.devices = devices;
    this.c = scramble;
    this.name = '';
    this.gate = null;
    this.ready = false;
  }

  gettingReady() {
    fill(this.root, this.#div('boot', {'aria-busy': 'true'}, this.#div('spin', {role: 'progressbar'}, this.t('gettingReady'))));
  }

  #div(name, attributes, ...children) {
    return h('div.' + this.c(name), attributes, ...children);
  }

  /** A clickable <div>, as the newer screens have them. */
  #action(name, attributes, text, act) {
    return this.#div(name, {
      role: 'button', tabindex: '0', ...attributes,
      onclick: act, onkeydown: event => event.key === 'Enter' && act?.(),
    }, h('span', {'aria-hidden': 'true'}), h('span.' + this.c('label'), {}, text));
  }

  prejoin({open, ask}) {
    const typing = document.activeElement?.matches?.('input[jsname=uq2GAd]');
    fill(this.root,
      this.#div('green', {jsname: 'tJHJj'},
        this.#div('stage', {},
          this.#div('tile', {'data-participant-id': 'local', 'data-self-name': this.t('you'), 'data-requested-participant-id': 'local'},
            h('span.notranslate', {'data-self-name': this.t('you')}, this.t('you')),
            this.devices.camera ? null : this.#div('camoff', {}, this.t('cameraIsOff'))),
          this.#div('bar', {role: 'group'},
            this.#device('BOHaEe', 'microphone', 'mic'),
            this.#device('I5Fjmd', 'camera', 'cam'),
            this.#action('fx', {jsname: 'eVyUGd', 'aria-label': this.t('effects')}, '', () => {}))),
        this.#div('side', {},
          this.#div('ask', {role: 'heading', 'aria-level': '1'}, this.t('whatsYourName')),
          this.#nameField(),
          this.#fine(open, ask),
          this.devices.refused
            ? this.#action('nodev', {jsname: 'sNbHzb'}, this.t('noDevices'), () => this.#settle(open, ask))
            : null,
          this.#div('terms', {}, this.t('terms'))),
        this.gate));
    if (typing) this.#refocus();
  }

  #settle(open, ask) {
    this.devices.refused = false;
    this.prejoin({open, ask});
  }

  #refocus() {
    const field = this.root.querySelector('input[jsname=uq2GAd]');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  #nameField() {
    return h('label.' + this.c('field'), {},
      h('input', {
        jsname: 'uq2GAd', type: 'text', placeholder: this.t('yourName'), 'aria-label': this.t('yourName'), spellcheck: 'false',
        'aria-required': 'true', value: this.name,
        oninput: event => {
          this.name = event.target.value;
          this.#markReady();
        },
      }));
  }

  /** Disabled by attribute and class, not by a property: a <div> has none. */
  #fine(open, ask) {
    const text = this.t(open ? 'joinNow' : 'askToJoin');
    const go = () => {
      if (this.name.trim() === '') return;
      ask(this.name.trim());
    };
    const hidden = this.#action('cta', {jsname: 'iHq7zc', 'aria-hidden': 'true', style: {display: 'none'}}, text, null);
    const shown = this.#action('cta', {jsname: 'iHq7zc', 'data-mdc-join': '', 'aria-disabled': String(this.name.trim() === '')}, text, go);
    return [hidden, shown];
  }

  #markReady() {
    const shown = this.root.querySelector('[data-mdc-join]');
    shown?.setAttribute('aria-disabled', String(this.name.trim() === ''));
  }

  #device(jsname, which, text) {
    const on = this.devices[which];
    return h('button.' + this.c('device'), {
      jsname, type: 'button', 'aria-label': this.t(text + (on ? 'Off' : 'On')), 'aria-pressed': String(!on), 'data-is-muted': String(!on),
      onclick: () => this.devices.toggle(which),
    }, glyph(on ? 'M12 4v12' : 'M4 4l16 16'));
  }

  deviceGate(done) {
    this.gate = null;
    done();
  }

  lobby(kind, {name, leave}) {
    const text = kind === 'waiting_for_host' ? 'waitingForHost' : 'hostAdmitsYou';
    fill(this.root,
      this.#div('call', {jsname: 'o6Ojcd'},
        this.#div('tile', {'data-participant-id': 'local', 'data-requested-participant-id': 'local', 'data-audio-level': '0'},
          h('span.notranslate', {'data-self-name': this.t('you')}, name)),
        this.#div('note', {role: 'status', 'aria-live': 'polite'}, this.#words(this.t(text))),
        this.#div('controls', {role: 'region', 'aria-label': this.t('callControls')},
          this.#device('BOHaEe', 'microphone', 'mic'),
          this.#device('I5Fjmd', 'camera', 'cam'),
          this.#action('people', {jsname: 'VhlNHf', 'aria-label': this.t('people'), 'aria-disabled': 'true'}, '', () => {}),
          this.#action('hangup', {jsname: 'RQ0T3', 'aria-label': this.t('leave')}, '', leave)),
        this.#action('home', {jsname: 'dqt8Pb'}, this.t('returnHome'), leave)));
  }

  /** The sentence in pieces with no-break spaces, as copy from a translation system comes. */
  #words(text) {
    const middle = text.indexOf(' ', Math.floor(text.length / 2));
    if (middle < 0) return h('span', {}, text);
    return [h('span', {}, text.slice(0, middle) + '\u00a0'), h('span', {}, text.slice(middle + 1))];
  }

  end(text, {why = null, rejoin = null} = {}) {
    fill(this.root,
      this.#div('over', {role: 'main', 'aria-live': 'assertive'},
        h('h1.' + this.c('title'), {tabindex: '-1'}, text),
        why ? h('p', {}, why) : null,
        rejoin ? this.#action('again', {jsname: 'fKyyWd'}, this.t('rejoin'), rejoin) : null,
        this.#action('home', {jsname: 'dqt8Pb'}, this.t('returnHome'), () => {}),
        h('p.' + this.c('count'), {}, this.t('returning'))));
  }

  collapse() {
    fill(this.root, this.#div('over', {role: 'main'}, this.#action('home', {jsname: 'dqt8Pb'}, this.t('returnHome'), () => {})));
  }
}
