// The call's shapes. v2 has ids and data-tids and the voice outline; light has other tags, no ids and no
// outline at all; live has data-tids without ids.
import {glyph, h} from '../shared/mt-dom.js';
import {identity} from '../shared/mt-ids.js';

export class Look {
  constructor(t, scenarioId, variant) {
    this.t = t;
    this.scenarioId = scenarioId;
    this.variant = variant;
  }

  get light() {
    return this.variant === 'light';
  }

  frame() {
    const stage = h('div.stage', {'data-tid': this.light ? 'only-videos-wrapper' : 'modern-stage-wrapper'});
    const bar = h('div.bar', {role: 'toolbar', 'data-tid': 'call-controls', 'aria-label': 'Meeting controls'});
    const side = h('div.panel', {'data-tid': 'calling-right-side-panel', role: 'complementary', hidden: true});
    const captions = h('div.cc', {'data-tid': this.light ? 'closed-captions-v2-window-wrapper' : 'closed-caption-renderer-wrapper', 'aria-label': this.t('captions'), hidden: true});
    const frame = h('div.call', {'data-tid': 'calling-screen', id: this.variant === 'v2' ? 'calling-app' : null}, bar, stage, side, captions);
    return {frame, stage, bar, side, captions};
  }

  /** The tile's data-tid is the person's name. */
  tile(person, video) {
    return h('div.tile', {
      'data-tid': person.name, 'data-stream-type': video ? 'Video' : 'Avatar', role: 'menuitem', 'data-acc-element-id': identity(this.scenarioId, person.id, person.bot),
      'aria-label': this.light ? `${person.name}, ${this.t(person.muted ? 'muted' : 'camera')}` : null,
    },
      this.light ? null : h('div.outline', {'data-tid': 'voice-level-stream-outline'}),
      video ?? h('div.initials', {'aria-hidden': 'true'}, person.name.slice(0, 2).toUpperCase()));
  }

  screen(person, video) {
    return h('div.tile.wide', {'data-tid': `${person.name}-screen`, 'data-stream-type': 'ScreenSharing', 'aria-label': this.t('sharing', person.name)}, video);
  }

  label(person) {
    return h('div.caption', {'data-tid': 'stream-label'},
      h('span', {dir: 'auto', title: person.name}, person.name),
      person.bot ? h('span', {}, ' ' + this.t('unverified')) : null,
      person.muted ? h('span', {'data-cid': 'roster-participant-muted', 'aria-label': this.t('muted')}, glyph('M4 4l16 16')) : null);
  }

  mark(tile, speaking) {
    tile.querySelector('[data-tid=voice-level-stream-outline]')?.classList.toggle('vdi-frame-occlusion', speaking);
  }

  bar({devices, panel, count}, act) {
    const button = (id, tid, label, click, more = {}) => h(this.light ? 'div.fui-Button' : 'button.fui-Button', {
      id: this.variant === 'v2' ? id : null, 'data-tid': tid, 'aria-label': label, title: label, role: this.light ? 'button' : null,
      tabindex: '0', type: this.light ? null : 'button', onclick: click, ...more,
    }, glyph(), h('span', {}, label));
    const mic = devices.microphone;
    const camera = devices.camera;
    return [
      h('div', {'data-tid': 'call-duration'}, '00:42'),
      h('div.twin', {'aria-hidden': 'true'}, h('button', {type: 'button', tabindex: '-1', 'data-tid': 'hangup-main-btn', 'aria-label': this.t('leave')})),
      button('chat-button', 'chat-button', this.t('chat'), () => act.show('chat'), {'aria-pressed': String(panel === 'chat')}),
      button('roster-button', 'roster-button', this.t('people'), () => act.show('people'), {'aria-pressed': String(panel === 'people')}),
      h('span', {'data-tid': 'roster-button-tile', 'aria-hidden': 'true'}, String(count)),
      button('view-mode-button', 'view-mode-button', this.t('view'), () => {}),
      button('callingButtons-showMoreBtn', 'more-button', this.t('more'), act.more, {'aria-haspopup': 'menu'}),
      button('video-button', 'toggle-video', this.t(camera ? 'cameraTurnOff' : 'cameraOn'), () => act.toggle('camera')),
      button('microphone-button', 'toggle-mute', this.t(mic ? 'muteMic' : 'unmuteMic'), () => act.toggle('microphone')),
      button('share-button', 'share-button', this.t('share'), () => {}),
      this.#leave(act.leave),
    ];
  }

  #leave(leave) {
    const label = this.t('leave');
    if (this.light) return h('div.fui-Button', {role: 'button', tabindex: '0', 'data-inp': 'hangup-button', 'aria-label': label, onclick: leave}, h('span', {}, label));
    return h('button.fui-Button', {
      id: this.variant === 'v2' ? 'hangup-button' : null, type: 'button', 'data-tid': 'hangup-main-btn', 'data-inp': 'hangup-button',
      'aria-label': label, onclick: leave,
    }, h('span', {}, label));
  }

  menu(which, captionsOn, {language, captions}) {
    const item = (id, text, act) => h('div', {id, role: 'menuitem', tabindex: '0', 'aria-label': text, onclick: act}, text);
    return h('div.menu', {role: 'menu'}, which === 'more'
      ? [item('RecordingMenuControl-id', this.t('view'), () => {}), item('LanguageSpeechMenuControl-id', this.t('languageMenu'), language)]
      : [item('closed-captions-button', this.t(captionsOn ? 'captionsOff' : 'captionsOn'), captions)]);
  }

  people(people, speaking) {
    return [
      h('h2', {'data-tid': 'right-side-panel-header-title', id: 'roster-title-section-2'}, this.t('participants')),
      h('div', {role: 'button', 'aria-expanded': 'true', 'data-tid': 'roster-section-header'}, this.t('inThisMeeting', people.length)),
      h('div', {role: this.light ? 'list' : 'tree', 'aria-label': this.t('participants'), 'data-tid': 'roster-list'}, people.map(person => this.#row(person, speaking.has(person.id)))),
    ];
  }

  #row(person, speaking) {
    const words = [person.name, person.host ? this.t('organizer') : null, person.bot ? this.t('guest') : null, person.muted ? this.t('muted') : null];
    return h(this.light ? 'div' : 'li', {
      role: this.light ? 'listitem' : 'treeitem', 'data-tid': `participantsInCall-${person.name}`, 'data-cid': 'roster-participant',
      'aria-label': words.filter(Boolean).join(', '), 'data-acc-element-id': this.light ? null : identity(this.scenarioId, person.id, person.bot),
    },
      h('span', {id: this.light ? null : `roster-avatar-img-${person.id}`, title: person.name}, person.name),
      person.bot ? h('span', {}, ' ' + this.t('guest')) : null,
      person.host ? h('span', {'data-tid': 'ts-roster-organizer-status'}, ' ' + this.t('organizer')) : null,
      h('span', {'data-tid': person.muted ? 'roster-participant-muted' : 'roster-participant-unmuted', 'data-speaking': !this.light && speaking ? 'true' : null}));
  }

  chat(list, {draft, typed, send}) {
    return [
      h('h2', {'data-tid': 'chat-title'}, this.t('meetingChat')),
      h('div', {'data-tid': 'message-pane-list-viewport', role: 'main'}, h('div', {'data-tid': 'message-pane-list-runway', id: 'chat-pane-list'}, list)),
      this.light ? this.#plainField(draft, typed, send) : this.#richField(typed, send),
    ];
  }

  #richField(typed, send) {
    const field = h('div', {
      contenteditable: 'true', role: 'textbox', 'data-tid': 'ckeditor', 'aria-label': this.t('typeMessage'), 'aria-multiline': 'true',
      oninput: event => typed(event.target.textContent),
      onkeydown: event => {
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        send(field);
      },
    });
    return h('div', {}, field, h('button', {type: 'button', 'data-tid': 'newMessageCommands-send', 'aria-label': this.t('send'), onclick: () => send(field)}, this.t('send')));
  }

  #plainField(draft, typed, send) {
    const field = h('textarea', {
      placeholder: this.t('typeMessage'), value: draft, oninput: event => typed(event.target.value),
      onkeydown: event => {
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        send(field);
      },
    });
    return h('div', {}, field, h('div', {role: 'button', tabindex: '0', 'aria-label': this.t('send'), onclick: () => send(field)}, this.t('send')));
  }

  message(message) {
    const side = message.self ? 'ChatMyMessage' : 'ChatMessage';
    return h(`div.fui-${side}`, {'data-tid': 'chat-pane-item'},
      h('div', {'data-tid': 'chat-pane-message', 'data-mid': String(message.id), 'aria-labelledby': `author-${message.id} content-${message.id}`},
        message.self && this.light ? null : h('span', {'data-tid': 'message-author-name', id: `author-${message.id}`}, message.name),
        h('time', {datetime: new Date(message.at).toISOString()}, new Date(message.at).toTimeString().slice(0, 5)),
        h('div', {id: `content-${message.id}`, 'data-message-content': ''}, h('p', {}, message.text))));
  }

  captions(items) {
    return items.map(item => h('div.fui-ChatMessageCompact', {'data-tid': this.light ? 'closed-captions-v2-items-renderer' : 'closed-caption-message-content'},
      h('span.ui-chat__message__author', {'data-tid': 'author'}, item.name),
      h('span', {'data-tid': 'closed-caption-text', dir: 'auto'}, item.text)));
  }
}
