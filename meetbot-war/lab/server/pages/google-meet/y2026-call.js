// The "2026" look of the call: roles and labels instead of names from the build, chat grouped by sender.
import {glyph, h} from '../shared/mt-dom.js';
import {deviceId} from '../shared/mt-ids.js';

export class Call2026 {
  constructor(t, scenarioId, scramble) {
    this.t = t;
    this.scenarioId = scenarioId;
    this.c = scramble;
    this.videoAttributes = {'data-uid': 'v'};
  }

  #div(name, attributes, ...children) {
    return h('div.' + this.c(name), attributes, ...children);
  }

  frame() {
    const stage = this.#div('grid', {role: 'main', jsname: 'wQSaDd'});
    const toolbar = this.#div('bottom', {jsname: 'EaZ7Cc'});
    const side = this.#div('panel', {role: 'complementary', 'aria-label': 'Side panel', hidden: true});
    const toasts = this.#div('toasts', {'aria-live': 'polite'});
    const captions = this.#div('cc', {role: 'region', 'aria-label': this.t('captions'), hidden: true});
    stage.classList.add('mt-grid');
    toolbar.classList.add('mt-bottom', 'mt-fades');
    side.classList.add('mt-side');
    toasts.classList.add('mt-toasts');
    captions.classList.add('mt-cc');
    const frame = this.#div('call', {jsname: 'Q0Lmzc', 'data-call-active': 'true'}, stage, side, captions, toasts, toolbar);
    return {frame, stage, toolbar, side, toasts, captions};
  }

  tile(person, video) {
    const id = deviceId(this.scenarioId, person.id);
    const tile = this.#div('tile', {'data-participant-id': id, 'data-audio-level': '0'},
      this.#div('pic', {}, video ?? h('span', {'aria-hidden': 'true'}, person.name.slice(0, 1))));
    tile.classList.add('mt-tile');
    return tile;
  }

  screen(person, video) {
    const tile = this.#div('tile', {role: 'region', 'aria-label': this.t('presentation'), 'data-participant-id': deviceId(this.scenarioId, person.id) + '-p'},
      h('h2', {}, this.t('presenting', person.name)), video);
    tile.classList.add('mt-tile', 'mt-wide');
    return tile;
  }

  label(person, speaking) {
    const label = this.#div('name', {},
      h('span.notranslate', {'data-self-name': person.self ? this.t('you') : null}, person.name),
      this.#div('wave', {'aria-hidden': 'true'}, h('b'), h('b'), h('b')));
    queueMicrotask(() => this.mark(label, speaking));
    return label;
  }

  mark(label, speaking) {
    const wave = label.lastElementChild;
    wave.classList.toggle('wEsLMd', speaking);
    wave.classList.toggle('OgVli', speaking);
    wave.classList.toggle('gjg47c', !speaking);
    label.parentElement?.setAttribute('data-audio-level', speaking ? '2' : '0');
  }

  #action(jsname, label, act, more = {}, ...inside) {
    return this.#div('act', {
      role: 'button', tabindex: '0', jsname, 'aria-label': label, onclick: act,
      onkeydown: event => event.key === 'Enter' && act?.(), ...more,
    }, ...inside);
  }

  toolbar({devices, captionsOn, panel, count, toggle, captions, show, leave}) {
    const mic = devices.microphone;
    const camera = devices.camera;
    return [
      this.#action('BOHaEe', this.t(mic ? 'micOff' : 'micOn'), () => toggle('microphone'), {'data-is-muted': String(!mic)}, glyph()),
      this.#action('I5Fjmd', this.t(camera ? 'camOff' : 'camOn'), () => toggle('camera'), {'data-is-muted': String(!camera)}, glyph()),
      this.#action('hVOdld', this.t(captionsOn ? 'captionsOff' : 'captionsOn'), captions, {'aria-pressed': String(captionsOn)}, glyph('M4 8h16M4 14h10')),
      this.#action('wZ7mZ', this.t('shareScreen'), null, {}, glyph('M12 18V6l-4 4')),
      this.#action('RQ0T3', this.t('leave'), null, {'aria-hidden': 'true', style: {visibility: 'hidden', position: 'absolute'}}),
      this.#action('RQ0T3', this.t('leave'), leave, {}, glyph('M4 14c5-5 11-5 16 0')),
      this.#action('VhlNHf', `${this.t('people')} – ${count}`, () => show('people'), {'data-promo-anchor-id': 'GEUYHe', 'aria-expanded': String(panel === 'people')}, glyph('M6 18c2-6 10-6 12 0')),
      this.#action('tnbZGe', this.t('chatWithEveryone'), () => show('chat'), {'aria-expanded': String(panel === 'chat')}, glyph('M4 6h16v10H4z')),
    ];
  }

  people(people, speaking, sharers) {
    const row = (person, presentation = false) => this.#div('row', {role: 'listitem', 'aria-label': person.name},
      h('img', {alt: ''}),
      this.#div('who', {}, h('span', {}, person.name), person.self ? h('span', {}, `(${this.t('you')})`) : null),
      person.host && !presentation ? this.#div('role', {}, this.t('meetingHost')) : null,
      presentation ? this.#div('role', {}, this.t('presentation')) : null,
      h('button', {type: 'button', disabled: Boolean(person.muted), 'aria-label': person.muted ? this.t('cantUnmute') : this.t('mute', person.name)}),
      h('button', {type: 'button', 'aria-label': this.t('moreActions')}));
    return [
      h('div', {role: 'heading', 'aria-level': '2'}, this.t('people')),
      h('div', {role: 'heading', 'aria-level': '3'}, this.t('inTheMeeting')),
      h('div', {role: 'list', 'aria-label': this.t('participants')},
        people.flatMap(person => sharers.has(person.id) ? [row(person), row(person, true)] : [row(person)])),
    ];
  }

  chat(messages, {draft, typed, send}) {
    return [
      h('div', {role: 'heading', 'aria-level': '2'}, this.t('inCallMessages')),
      h('p', {}, this.t('chatNote')),
      h('div', {role: 'log', 'aria-live': 'polite'}, this.#groups(messages)),
      h('div', {jsname: 'mpfXke'},
        h('textarea', {'aria-label': this.t('sendMessage'), placeholder: this.t('sendMessage'), value: draft,
          oninput: event => {
            typed(event.target.value);
            event.target.nextElementSibling.setAttribute('aria-disabled', String(event.target.value.trim() === ''));
          },
          onkeydown: event => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            send();
          }}),
        this.#action('GhdaE', this.t('sendMessage'), send, {'aria-disabled': String(draft.trim() === '')}, glyph('M4 12h14l-5-5'))),
    ];
  }

  /** The sender's name stands once over consecutive messages; one's own have no name at all. */
  #groups(messages) {
    const groups = [];
    for (const message of messages) {
      const last = groups.at(-1);
      if (last && last.from === message.from) last.items.push(message);
      else groups.push({from: message.from, name: message.name, self: message.self, at: message.at, items: [message]});
    }
    return groups.map(group => this.#div('group', {'data-sender-name': group.self ? null : group.name, jsname: 'Ypafjf'},
      this.#div('head', {}, group.self ? null : h('span', {jsname: 'biJjHb'}, group.name), h('time', {}, new Date(group.at).toTimeString().slice(0, 5))),
      group.items.map(item => h('div', {'data-message-id': item.id, jsname: 'dTKtvb'}, h('span', {}, item.text)))));
  }

  captions(items) {
    return items.map(item => this.#div('line', {'data-caption': ''}, h('img', {alt: item.name}), h('span', {}, item.name), h('div', {}, item.text)));
  }
}
