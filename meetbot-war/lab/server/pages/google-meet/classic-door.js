// The "classic" look before and after the call: <button jsname> with spans, an <input jsname>, text screens.
import {fill, glyph, h} from '../shared/mt-dom.js';

export class ClassicDoor {
  constructor(root, t, devices) {
    this.root = root;
    this.t = t;
    this.devices = devices;
    this.name = '';
    this.gate = null;
  }

  gettingReady() {
    fill(this.root, h('div.oORaUb', {jsname: 'r4nke'}, h('div.uyjlLc', {role: 'status'}, this.t('gettingReady'))));
  }

  /** Drawn again and again; the typed name survives. */
  prejoin({open, ask}) {
    const focused = document.activeElement?.getAttribute?.('jsname') === 'YPqjbf';
    fill(this.root,
      h('div.crqnQb', {jsname: 'X3Lwxc'},
        h('div.QhPhw', {role: 'heading', 'aria-level': '1'}, this.t('readyToJoin')),
        this.#preview(),
        h('div.jtn8y', {jscontroller: 'A1pwcf'},
          this.#nameField(),
          h('div.XCoPyb', {},
            this.#joinTwin(open),
            this.#joinButton(open, ask),
            h('div.eHVCHf', {},
              h('button.VfPpkd-LgbsSe.ksBjEc', {jsname: 'mLkbGd', type: 'button'}, h('span.UywwFc-vQzf8d', {jsname: 'V67aGc'}, this.t('otherWays')))),
            h('div.mFzCLe', {}, this.t('terms')))),
        h('a.xuxWKe', {href: 'https://accounts.google.com/ServiceLogin?service=meet'}, this.t('signIn')),
        this.gate));
    if (focused) this.#refocus();
  }

  #refocus() {
    const field = this.root.querySelector('input[jsname=YPqjbf]');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  #preview() {
    const {microphone, camera} = this.devices;
    return h('div.ZUpb4c', {'data-participant-id': 'preview', 'data-self-name': this.t('you')},
      h('div.oZRSLe', {jsname: 'DfTUVc', 'aria-label': this.t('effects')},
        camera ? null : h('div.KHSqkf', {}, this.t('cameraIsOff'))),
      h('div.ZB88ed', {role: 'toolbar'},
        this.#device('hw0c9', microphone, 'mic', () => this.devices.toggle('microphone')),
        this.#device('psRWwc', camera, 'cam', () => this.devices.toggle('camera')),
        h('button.VYBDae-Bz112c-LgbsSe', {jsname: 'NakZHc', 'aria-label': this.t('moreOptions')}, glyph('M12 5v1M12 12v1M12 19v1'))),
      h('div.NtA4of', {jsname: 'ij8cu', 'aria-label': this.t('effects')}));
  }

  #device(jsname, on, which, toggle) {
    return h('div.U26fgb.JRY2Pb', {
      jsname, role: 'button', tabindex: '0', 'data-is-muted': String(!on), onclick: toggle,
      'aria-label': this.t(which + (on ? 'Off' : 'On')),
    }, glyph(on ? 'M12 4v12' : 'M4 4l16 16'));
  }

  #nameField() {
    return h('div.rFrNMe', {jscontroller: 'pxq3x'},
      h('label.fFvI2', {}, this.t('whatsYourName')),
      h('input.qdOxv-fmcmS-wGMbrd', {
        jsname: 'YPqjbf', type: 'text', 'aria-label': this.t('yourName'), placeholder: this.t('yourName'),
        autocomplete: 'name', maxlength: '60', value: this.name,
        oninput: event => {
          this.name = event.target.value;
          const join = this.root.querySelector('[jsname=Qx7uuf]:not([aria-hidden])');
          if (join) join.disabled = this.name.trim() === '';
        },
      }));
  }

  /** The product keeps a second copy of the button for another layout; it never shows. */
  #joinTwin(open) {
    return h('button.UywwFc-LgbsSe.tusd3.jEvJdc', {jsname: 'Qx7uuf', 'aria-hidden': 'true', tabindex: '-1', type: 'button'},
      h('span.UywwFc-vQzf8d', {jsname: 'V67aGc'}, this.t(open ? 'joinNow' : 'askToJoin')));
  }

  #joinButton(open, ask) {
    return h('button.UywwFc-LgbsSe.UywwFc-LgbsSe-OWXEXe-SfQLQb', {
      jsname: 'Qx7uuf', type: 'button', 'data-promo-anchor-id': 'w5gBed', disabled: this.name.trim() === '', onclick: () => ask(this.name.trim()),
    }, h('span.XjoK4b'), h('span.UTNHae', {jsname: 'm9ZlFb'}), h('span.UywwFc-vQzf8d', {jsname: 'V67aGc'}, this.t(open ? 'joinNow' : 'askToJoin')));
  }

  /** The question for the microphone where the browser gave none. */
  deviceGate(done) {
    this.gate = h('div.TpuhZe', {role: 'dialog', 'aria-modal': 'true', 'aria-label': this.t('doYouWant')},
      h('h2.nUdkVc', {}, this.t('doYouWant')),
      h('button.VfPpkd-LgbsSe', {jsname: 'IbE0S', type: 'button', onclick: () => this.devices.open()}, h('span', {}, this.t('useDevices'))),
      h('button.VfPpkd-LgbsSe', {jsname: 'EszDEe', type: 'button', onclick: () => {
        this.gate = null;
        done();
      }}, h('span', {}, this.t('noDevices'))));
  }

  /** The lobby shows the call's own controls and the bot's own tile. */
  lobby(kind, {name, leave}) {
    const second = {asking: 'someoneLetsYouIn', waiting: 'someoneLetsYouIn', waiting_for_host: 'hostBringsYouIn'}[kind];
    fill(this.root,
      h('div.crqnQb.IYwVEf', {jsname: 'LGHDld'},
        h('div.dkjMxf', {'data-participant-id': 'preview', 'data-self-name': this.t('you'), 'data-allocation-index': '0'},
          h('span.notranslate', {}, name), h('div.gjg47c')),
        h('div.bvUjfc', {jsname: 'BlN7yf'},
          h('div.uyjlLc', {role: 'progressbar'}),
          h('h1.roSPhc', {tabindex: '-1'}, this.t('asking')),
          h('div.mPFBwd', {}, this.t(second))),
        h('div.cZG6je', {role: 'region', 'aria-label': this.t('callControls')},
          this.#device('hw0c9', this.devices.microphone, 'mic', () => this.devices.toggle('microphone')),
          this.#device('psRWwc', this.devices.camera, 'cam', () => this.devices.toggle('camera')),
          h('button.VfPpkd-Bz112c-LgbsSe.jh0Tpd', {jsname: 'r8qRAd', disabled: true, 'aria-hidden': 'true', 'aria-label': this.t('captionsOn')}),
          h('button.VfPpkd-Bz112c-LgbsSe.Gt6sbf', {jsname: 'CQylAd', 'aria-label': this.t('leave'), onclick: leave}, glyph('M4 14c5-5 11-5 16 0')))));
  }

  /** One text, and buttons that are the same on every such screen. */
  end(text, {why = null, rejoin = null} = {}) {
    fill(this.root,
      h('div.crqnQb.AzdTfe', {jsname: 'pqJdOe', role: 'main'},
        h('h1.roSPhc', {jsname: 'r4nke', tabindex: '-1'}, text),
        why ? h('div.re2EVd', {}, why) : null,
        h('div.MEhVF', {},
          rejoin ? h('button.VfPpkd-LgbsSe', {jsname: 'oI8v0b', type: 'button', onclick: rejoin}, h('span', {}, this.t('rejoin'))) : null,
          h('button.VfPpkd-LgbsSe', {jsname: 'dqt8Pb', type: 'button'}, h('span.VfPpkd-vQzf8d', {jsname: 'V67aGc'}, this.t('returnHome')))),
        h('button.ksBjEc', {jsname: 'feedb', type: 'button'}, h('span', {}, this.t('feedback')))));
  }

  /** What is left of a screen when the product has nothing more to say. */
  collapse() {
    fill(this.root,
      h('div.crqnQb.AzdTfe', {role: 'main'},
        h('button.VfPpkd-LgbsSe', {jsname: 'dqt8Pb', type: 'button'}, h('span.VfPpkd-vQzf8d', {jsname: 'V67aGc'}, this.t('returnHome')))));
  }
}
