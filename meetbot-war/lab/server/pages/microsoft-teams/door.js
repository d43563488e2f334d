// Before and after the call: pre-join, permission modal, lobby, the "retry" screens. Three looks differ in
// tags, ids and sentences: v2, light, live.
import {fill, h} from '../shared/mt-dom.js';

const LOBBY = {v2: 'lobbySoon', light: 'lobbyShould', live: 'lobbyShortly'};
const LOBBY_TID = {v2: 'calling-lobby-screen', light: 'lobby-screen', live: null};

export class Door {
  constructor(root, t, devices, variant) {
    this.root = root;
    this.t = t;
    this.devices = devices;
    this.variant = variant;
    this.name = '';
    this.modal = null;
    this.captcha = false;
    this.busy = false;
  }

  shell() {
    fill(this.root, h('div', {'data-tid': 'pre-core-title-bar', role: 'banner'}, h('div', {role: 'progressbar'})));
  }

  prejoin({ask, passcode = null}) {
    const typing = document.activeElement?.matches?.('[data-tid=prejoin-display-name-input]');
    fill(this.root,
      h('div.prejoin', {'data-tid': 'calling-prejoin-screen'},
        h('div', {'data-tid': 'calling-prejoin-render-content-container'},
          h('div', {'data-tid': 'prejoin-header-content'},
            h('span', {dir: 'auto', 'data-tid': 'meeting-header-title', 'aria-hidden': 'true', title: this.t('meeting')}, this.t('meeting')))),
        h('div.preview', {'data-tid': 'prejoin-v2-video-preview'}, this.devices.camera ? null : h('span', {}, this.t('cameraOff'))),
        this.#nameField(),
        this.captcha ? this.#captcha() : null,
        passcode ? h('input', {type: 'text', 'data-tid': 'meeting-passcode-input', placeholder: this.t('typePasscode'), 'aria-label': this.t('passcode'), oninput: event => passcode(event.target.value)}) : null,
        this.#audio(),
        h('div.row', {'data-tid': 'prejoin-v2-video-actions'}, this.#toggle('toggle-video', 'camera'), this.#toggle('toggle-mute', 'microphone')),
        h('div.row', {},
          h('button.fui-Button', {type: 'button', 'data-tid': 'prejoin-cancel-button'}, this.t('cancel')),
          h('div.twin', {'aria-hidden': 'true'}, h('button.fui-Button', {type: 'button', tabindex: '-1', 'data-tid': 'prejoin-join-button'}, this.t('joinNow'))),
          this.#joinButton(ask)),
        h('a', {'data-tid': 'auth-sign-in-link', href: 'https://login.microsoftonline.com/'}, this.t('signIn'))),
      this.modal);
    if (typing) this.#refocus();
  }

  #refocus() {
    const field = this.root.querySelector('[data-tid=prejoin-display-name-input]');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  /** A controlled field: what does not come as an input event is not there. */
  #nameField() {
    return h('span.fui-Input', {}, h('input.fui-Input__input', {
      type: 'text', 'data-tid': 'prejoin-display-name-input', placeholder: this.t('typeName'), maxlength: '100', value: this.name,
      oninput: event => { this.name = event.target.value; },
      onblur: event => { event.target.value = this.name; },
    }));
  }

  #joinButton(ask) {
    const common = {type: 'button', 'aria-label': this.t('joinNow'), disabled: this.busy || this.modal !== null, onclick: () => ask(this.name.trim())};
    if (this.variant === 'live') return h('button.fui-Button', {...common, 'aria-label': null, 'data-tid': 'prejoin-join-button'}, h('span.fui-Button__content', {}, this.t('joinNow')));
    return h('button.fui-Button', {...common, id: 'prejoin-join-button', 'data-tid': 'prejoin-join-button'}, this.t('joinNow'));
  }

  #audio() {
    const row = (tid, text, on) => h('div', {role: 'radio', 'aria-checked': String(on), tabindex: '0', 'data-tid': tid, 'aria-label': this.t(text)}, this.t(text));
    return h('div', {role: 'radiogroup'},
      row('prejoin-audio-common-header-computer-audio', 'computerAudio', true),
      row('prejoin-audio-common-header-phone-audio', 'phoneAudio', false),
      row('prejoin-audio-common-header-computer-no-audio', 'noAudio', false));
  }

  #toggle(tid, which) {
    const on = this.devices[which];
    const label = this.t(which);
    if (this.variant === 'light') {
      return h('div', {role: 'checkbox', tabindex: '0', 'aria-checked': String(on), 'data-tid': tid, 'aria-label': label, title: label, onclick: () => this.devices.toggle(which)}, h('span', {}, label));
    }
    const input = h('input', {type: 'checkbox', role: 'switch', 'data-tid': tid, 'aria-label': label, disabled: this.devices.refused, onchange: () => this.devices.toggle(which)});
    input.checked = on;
    return h('label.fui-Switch', {}, input, h('span', {}, label));
  }

  #captcha() {
    return h('div', {'data-tid': 'captcha-container', role: 'group', 'aria-label': this.t('captcha')},
      h('h2', {}, this.t('captcha')), h('div.preview', {role: 'img', 'aria-label': this.t('captchaHint')}),
      h('input', {type: 'text', placeholder: this.t('captchaHint')}));
  }

  /** The modal without which "Join now" stays dead. */
  mediaModal(done) {
    const close = () => {
      this.modal = null;
      done();
    };
    this.modal = h('div.scrim', {},
      h('div.sheet.fui-DialogSurface', {role: 'dialog', 'aria-modal': 'true', 'aria-label': this.t('sureNoMedia')},
        h('p', {}, this.t('selectAllow')),
        h('h2', {}, this.t('sureNoMedia')),
        h('button.fui-Button', {type: 'button', onclick: close}, this.t('withoutMedia')),
        h('button.fui-Button', {type: 'button', 'aria-label': this.t('dismiss'), onclick: () => {}}, '×')));
  }

  lobby(kind, {leave}) {
    const text = kind === 'waiting_for_host' ? this.t('whenStarts') : this.t(LOBBY[this.variant] ?? 'lobbyShould', this.name);
    fill(this.root,
      h('div.prejoin', {'data-tid': LOBBY_TID[this.variant]},
        h('span', {'data-tid': 'meeting-header-title', title: this.t('meeting')}, this.t('meeting')),
        h('div', {id: 'call-status', role: 'status'}, h('span', {}, text)),
        h('div.row', {role: 'toolbar'}, this.#toggle('toggle-video', 'camera'), this.#toggle('toggle-mute', 'microphone'),
          this.variant === 'v2'
            ? h('button.fui-Button', {type: 'button', id: 'hangup-button', 'data-tid': 'hangup-main-btn', 'aria-label': this.t('leave'), onclick: leave}, this.t('leave'))
            : h('button.fui-Button', {type: 'button', 'data-tid': 'prejoin-cancel-button', onclick: leave}, this.t('cancel')))));
  }

  connecting() {
    fill(this.root, h('div.prejoin', {'data-tid': 'calling-connecting-screen'}, h('div', {role: 'status'}, this.t('connecting'))));
  }

  /** One screen for everything that went wrong; only the words differ. */
  retry(text, {rejoin = null, mistake = false} = {}) {
    fill(this.root,
      h('div.retry', {'data-tid': 'calling-retry-screen'},
        h('div', {'data-tid': 'calling-retry-screen-alert-container', role: 'alert', 'aria-atomic': 'true'},
          h('h1', {id: this.variant === 'light' ? null : 'calling-retry-screen-title'}, text),
          mistake ? h('span', {}, this.t('byMistake')) : null),
        h('div.row', {'data-tid': 'button-container'},
          h('button', {type: 'button', 'data-tid': 'calling-retry-rejoinbutton', disabled: !rejoin, onclick: rejoin}, this.t('rejoin')),
          h('button', {type: 'button', 'data-tid': 'calling-retry-cancelbutton'}, this.t('dismiss')))));
  }

  /** Unknown meeting and wrong passcode look the same; the fields are filled with what the address said. */
  code(text, {id, passcode, again}) {
    let typed = passcode ?? '';
    const button = h('button', {type: 'button', 'data-tid': 'calling-retry-rejoinbutton', disabled: true, onclick: () => again(typed)}, this.t('rejoinCall'));
    fill(this.root,
      h('div.retry', {'data-tid': 'calling-retry-screen'},
        h('div', {'data-tid': 'calling-retry-screen-alert-container', role: 'alert', 'aria-atomic': 'true', 'aria-labelledby': 'calling-retry-screen-title calling-retry-screen-description'},
          h('h2', {id: 'calling-retry-screen-description'}, text)),
        h('input', {type: 'text', id: 'meeting-id-input-field-id', 'data-tid': 'meeting-code-input', 'aria-label': this.t('meetingId'), placeholder: this.t('typeMeetingId'), value: id}),
        h('input', {type: 'text', 'data-tid': 'meeting-passcode-input', 'aria-label': this.t('passcode'), placeholder: this.t('typePasscode'), value: typed,
          oninput: event => {
            typed = event.target.value;
            button.disabled = typed.trim() === '' || typed === passcode;
          }}),
        h('div.row', {'data-tid': 'button-container'}, button,
          h('button', {type: 'button', 'data-tid': 'calling-retry-cancelbutton'}, this.t('dismiss')))));
  }

  signIn() {
    fill(this.root,
      h('div.retry', {'data-tid': 'calling-anon-blocked-screen'},
        h('h1', {}, this.t(this.variant === 'v2' ? 'verifyInfo' : 'signInToJoin')),
        h('button', {type: 'button', 'data-tid': 'calling-retry-signin', onclick: () => location.assign('https://login.microsoftonline.com/common/oauth2/v2.0/authorize')}, this.t('signIn'))));
  }
}
