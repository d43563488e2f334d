// The "classic" look of the call: button[jsname][aria-label], tiles with classes from the build.
import {glyph, h} from '../shared/mt-dom.js';
import {deviceId} from '../shared/mt-ids.js';

const SILENT = 'gjg47c';
const SPEAKING = ['Oaajhc', 'HX2H7'];

export class ClassicCall {
  constructor(t, scenarioId) {
    this.t = t;
    this.scenarioId = scenarioId;
    this.videoAttributes = {class: 'Gv1mTb-aTv5jf', jsname: 'EBc64b'};
  }

  #id(person) {
    return deviceId(this.scenarioId, person.id);
  }

  frame() {
    const stage = h('div.axUSnc.P9KVBf', {jsname: 'E2KThb'});
    const toolbar = h('div.fAIdIf', {role: 'presentation', jscontroller: 'A8Mdsd'});
    const side = h('aside.R3Gmyc.qwU8Me', {'aria-label': 'Side panel', hidden: true});
    const toasts = h('div.aGJE1b', {'aria-live': 'polite', role: 'region'});
    const captions = h('div.iOzk7', {role: 'region', 'aria-label': this.t('captions'), tabindex: '0', jsname: 'dsyhDe', hidden: true});
    const frame = h('div.T4LgNb.eFmLfc', {jsname: 'a9kxte', 'data-meeting-title': 'abc', 'data-unresolved-meeting-id': 'abc'},
      h('main', {}, stage), side, captions, toasts, toolbar);
    return {frame, stage, toolbar, side, toasts, captions};
  }

  tile(person, video) {
    return h('div.oZRSLe', {
      'data-participant-id': this.#id(person), 'data-requested-participant-id': this.#id(person),
      'data-allocation-index': '0', 'data-tile-media-id': this.#id(person), jscontroller: 'lhJ7Pc',
      'data-self-name': person.self ? this.t('you') : null,
    }, h('div.koV58.Zi94Db', {jsname: 'A9AAof'}, video ?? h('div.Qgxkqc', {}, person.name.slice(0, 1))));
  }

  screen(person, video) {
    return h('div.oZRSLe.BbJhmb', {
      'data-participant-id': this.#id(person) + '/screen', role: 'region', 'aria-label': this.t('presentation'), 'data-is-tooltip-wrapper': 'true',
    }, h('div.koV58', {}, video), h('div.LBDzPb', {}, h('span.notranslate', {}, this.t('presenting', person.name))));
  }

  label(person, speaking) {
    return h('div.LBDzPb.W3Ip8c', {},
      h('div.' + ['DYfzY', 'cYKTje', ...(speaking ? SPEAKING : [SILENT])].join('.'), {jsname: 'QgSmzd'}, h('span.IisKdb'), h('span.IisKdb')),
      h('div.XEazBc.adnwBd', {jsname: 'giiMnc'}, h('span.notranslate', {}, person.name)),
      person.muted ? h('i.google-symbols', {'aria-hidden': 'true'}, 'mic_off') : null);
  }

  mark(label, speaking) {
    const light = label.querySelector('[jsname=QgSmzd]');
    for (const name of SPEAKING) light.classList.toggle(name, speaking);
    light.classList.toggle(SILENT, !speaking);
  }

  toolbar({devices, captionsOn, panel, count, toggle, captions, show, leave}) {
    const button = (jsname, label, act, more = {}, ...inside) => h('button.VfPpkd-Bz112c-LgbsSe.fzRBVc.tmJved', {
      jsname, type: 'button', 'aria-label': label, 'data-disable-idom': 'true', 'data-tooltip-enabled': 'true', onclick: act, ...more,
    }, ...inside);
    const mic = devices.microphone;
    const camera = devices.camera;
    return h('div.tTdl5d', {role: 'region', 'aria-label': this.t('callControls'), jsname: 'uYtKLe'},
      h('div', {style: {display: 'none'}}, button('CQylAd', this.t('leave'), null, {'aria-hidden': 'true'})),
      button('hw0c9', this.t(mic ? 'micOff' : 'micOn'), () => toggle('microphone'), {'data-is-muted': String(!mic)}, glyph()),
      button('psRWwc', this.t(camera ? 'camOff' : 'camOn'), () => toggle('camera'), {'data-is-muted': String(!camera)}, glyph()),
      button('r8qRAd', this.t(captionsOn ? 'captionsOff' : 'captionsOn'), captions, {'aria-pressed': String(captionsOn)}, glyph('M4 8h16M4 14h10')),
      button('hNGZQc', this.t('shareScreen'), null, {}, glyph('M12 18V6l-4 4')),
      button('FpSaz', this.t('raiseHand'), null, {}, glyph('M8 14V6')),
      button('NakZHc', this.t('moreOptions'), null, {'aria-haspopup': 'menu'}, glyph('M12 5v1M12 12v1M12 19v1')),
      button('CQylAd', this.t('leave'), leave, {}, glyph('M4 14c5-5 11-5 16 0')),
      h('div.tffDpb', {},
        button('A5il2e', this.t('people'), () => show('people'), {'data-panel-id': '1', 'aria-pressed': String(panel === 'people')}, glyph('M6 18c2-6 10-6 12 0'), h('div.uGOf1d', {}, String(count))),
        button('A5il2e', this.t('chatWithEveryone'), () => show('chat'), {'data-panel-id': '2', 'aria-pressed': String(panel === 'chat')}, glyph('M4 6h16v10H4z'))));
  }

  people(people, speaking, sharers) {
    const row = (person, presentation = false) => h('div.cxdMu.KV1GEc', {
      role: 'listitem', 'aria-label': person.name, 'data-participant-id': this.#id(person) + (presentation ? '/screen' : ''), jscontroller: 'ZHOeze', tabindex: '0',
    },
      h('div.BEaVse', {}, h('span.zWGUib', {}, person.name), person.self ? h('span.NnTWjc', {}, ` (${this.t('you')})`) : null),
      person.host && !presentation ? h('div.d93U2d', {}, this.t('meetingHost')) : null,
      presentation ? h('div.d93U2d', {}, this.t('presentation')) : null,
      h('div.' + (speaking.has(person.id) && !presentation ? SPEAKING.join('.') : SILENT), {jsname: 'QgSmzd'}),
      h('button', {type: 'button', disabled: Boolean(person.muted), 'aria-label': person.muted ? this.t('cantUnmute') : this.t('mute', person.name)}),
      h('button', {type: 'button', jsname: 'h45Lrf', 'aria-label': this.t('moreActions')}));
    return [
      h('div.CYZUZd', {}, h('h2', {}, this.t('people')), h('button', {type: 'button', 'aria-label': this.t('close')}, '×')),
      h('h3', {}, this.t('inTheMeeting')),
      h('button', {type: 'button', 'aria-expanded': 'true'}, `${this.t('contributors')} ${people.length}`),
      h('div.AE8xFb', {role: 'list', 'aria-label': this.t('participants'), jsname: 'jrQDbd'},
        people.flatMap(person => sharers.has(person.id) ? [row(person), row(person, true)] : [row(person)])),
    ];
  }

  chat(messages, {draft, typed, send}) {
    return [
      h('div.CYZUZd', {}, h('h2', {}, this.t('inCallMessages')), h('button', {type: 'button', 'aria-label': this.t('close')}, '×')),
      h('div.Dj5Msf', {}, this.t('chatNote')),
      h('div.Ge9Kpc.z38b6', {'aria-live': 'polite', jsname: 'xySENc'}, messages.map(message => this.#message(message))),
      h('div.RLrADb', {},
        h('label.BC4V9b', {},
          h('textarea', {jsname: 'YPqjbf', 'aria-label': this.t('sendMessage'), placeholder: this.t('sendMessage'), maxlength: '500', rows: '1', value: draft,
            oninput: event => {
              typed(event.target.value);
              event.target.closest('.RLrADb').querySelector('[jsname=SoqoBf]').disabled = event.target.value.trim() === '';
            },
            onkeydown: event => {
              if (event.key !== 'Enter' || event.shiftKey) return;
              event.preventDefault();
              send();
            }})),
        h('button', {jsname: 'SoqoBf', type: 'button', 'aria-label': this.t('sendMessage'), disabled: draft.trim() === '', onclick: send}, glyph('M4 12h14l-5-5'))),
    ];
  }

  #message(message) {
    return h('div.Ss4fHf', {jsname: 'Ypafjf', tabindex: '-1', jscontroller: 'LQRnv', 'data-sender-id': deviceId(this.scenarioId, message.from), 'data-sender-name': message.name, 'data-timestamp': String(message.at)},
      h('div.QTyiie', {}, h('div.poVWob', {}, message.self ? this.t('you') : message.name), h('div.MuzmKe', {}, new Date(message.at).toTimeString().slice(0, 5))),
      h('div.beTDc', {}, h('div.RLrADb', {'data-message-id': `spaces/x/messages/${message.id}`, jscontroller: 'RrV5Ic'}, h('div.ptNLrf', {jsname: 'dTKtvb'}, h('div', {}, message.text)))));
  }

  captions(items) {
    return items.map(item => h('div.nMcdL.bj4p3b', {},
      h('div.adE6rb', {}, h('img.Z6byG', {alt: '', 'data-iml': '1'}), h('div.KcIKyf', {}, h('span.NWpY1d', {}, item.name))),
      h('div.ygicle.VbkSUe', {}, item.text)));
  }
}
