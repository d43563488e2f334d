/*
 * Finds what a platform's data file names, in the document, its frames of the same origin and open
 * shadow roots. CONFIG: handle, data (the data file), painted.
 */
const DATA = CONFIG.data;
const USUAL = 'button, [role=button], [role=menuitem], a, input[type=submit], input[type=button]';
const LABELS = ['aria-label', 'placeholder', 'title', 'alt'];

/** As people read it: whatever the quotes, blanks and capitals. */
const plain = text => String(text ?? '')
  .replace(/[\u2018-\u201b\u02bc\u00b4`\uff07]/g, "'")
  .replace(/[\u201c-\u201f\u00ab\u00bb\uff02]/g, '"')
  .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
  .replace(/\u2026/g, '...')
  .replace(/\s+/g, ' ')
  .trim().toLowerCase();

const wordsByKey = new Map();
/** A text of the data file in all its languages. */
const wordsOf = key => {
  if (!wordsByKey.has(key)) {
    const languages = Object.values(DATA.texts?.[key] ?? {});
    wordsByKey.set(key, languages.flat().map(plain).filter(text => text));
  }
  return wordsByKey.get(key);
};

/** Styled to be there, whether or not it has a box. */
const isRendered = el => el.isConnected
  && (el.checkVisibility ? el.checkVisibility({visibilityProperty: true}) : true);

/** Has a box that scrolling can reach. */
const isShown = el => {
  if (!isRendered(el)) {
    return false;
  }
  const box = el.getBoundingClientRect();
  const view = el.ownerDocument.defaultView;
  return box.width > 0 && box.height > 0
    && box.right + (view?.scrollX ?? 0) > 0 && box.bottom + (view?.scrollY ?? 0) > 0;
};

const documentIn = frame => {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
};

/** The node and everything below it that a selector does not look into, with the frames around. */
const scopesBelow = (node, frames) => {
  const found = [{root: node, frames}];
  const enter = el => {
    if (el.shadowRoot) {
      found.push(...scopesBelow(el.shadowRoot, frames));
    } else if (el.localName === 'iframe' || el.localName === 'frame') {
      const inner = documentIn(el);
      if (inner?.documentElement && isShown(el)) {
        found.push(...scopesBelow(inner, [...frames, el]));
      }
    }
  };
  if (node.nodeType === Node.ELEMENT_NODE) {
    enter(node);
  }
  const all = node.querySelectorAll('*');
  for (let i = 0; i < all.length; i++) {
    const el = all[i];
    if (el.shadowRoot || el.localName === 'iframe' || el.localName === 'frame') {
      enter(el);
    }
  }
  return found;
};

/** Remembers answers, which are the same from one reading to the next; forgets all when many. */
const remembering = answer => {
  const known = new Map();
  return (key, text) => {
    const id = key + '\n' + text;
    let found = known.get(id);
    if (found === undefined) {
      if (known.size > 20000) {
        known.clear();
      }
      found = answer(key, text);
      known.set(id, found);
    }
    return found;
  };
};

const ownText = el => 'value' in el && el.localName === 'input' ? el.value : el.textContent;

/** Letters of scripts that put blanks between words. */
const LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;
const cuts = (a, b) => Boolean(a && b && LETTER.test(a) && LETTER.test(b));

/** Whether the text has those words, whole: "unmute" does not say "mute". */
const hasWords = (text, words) => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!cuts(text[at - 1], words[0]) && !cuts(words[words.length - 1], text[end])) {
      return true;
    }
  }
  return false;
};

/** Longer texts are no labels, but a part of the page. */
const LONGEST = 1000;

/** 2: the text is exactly what the key stands for, 1: says it among other things, 0: does not. */
const says = remembering((key, raw) => {
  const text = plain(raw);
  const words = wordsOf(key);
  return words.includes(text) ? 2 : Number(words.some(each => hasWords(text, each)));
});

const saysText = (el, key) => {
  const text = ownText(el);
  if (text.length > LONGEST) {
    return 0;
  }
  // A heading and the text below it have no blank between them but where they are shown.
  return says(key, text) || (el.childElementCount > 0 ? says(key, el.innerText ?? '') : 0);
};

const saysLabel = (el, key) => LABELS.reduce((best, name) => {
  const label = best < 2 && el.getAttribute(name);
  return label ? Math.max(best, says(key, label)) : best;
}, 0);

/** How well an element fits an alternative; 0 when it does not. */
const fit = (el, {text, label, attribute}) => {
  if (attribute && !el.hasAttribute(attribute)) {
    return 0;
  }
  const best = label ? saysLabel(el, label) : 2;
  return best > 0 && text ? Math.min(best, saysText(el, text)) : best;
};

/** What one reading of the page has found so far; asks the page for nothing twice. */
class Look {
  constructor(scopes = scopesBelow(document, [])) {
    this.scopes = scopes;
    this.lists = new Map();
    this.firsts = new Map();
    this.below = new WeakMap();
    this.matched = {};
  }

  /** Every visible {el, frames} of the first alternative that finds any. */
  all(name) {
    if (!this.lists.has(name)) {
      this.lists.set(name, []); // an element within itself finds nothing
      this.lists.set(name, this.search(name));
    }
    return this.lists.get(name);
  }

  search(name) {
    const alternatives = DATA.elements?.[name] ?? [];
    for (let i = 0; i < alternatives.length; i++) {
      const hits = this.hits(alternatives[i]);
      if (hits.length > 0) {
        this.matched[name] = i;
        return hits;
      }
    }
    return [];
  }

  hits(alternative) {
    const scopes = alternative.within
      ? this.all(alternative.within).flatMap(hit => this.scopesIn(hit))
      : this.scopes;
    const {text} = alternative;
    // buttons side by side are written without a blank: whole words are for the element itself
    const isSaid = !text || wordsOf(text).some(words => this.visibleText().includes(words));
    return hitsIn(scopes, alternative, isShown, isSaid ? '' : 'input');
  }

  /** All that the page shows in writing, plain. */
  visibleText() {
    this.writing ??= plain(this.scopes.map(({root}) => (root.nodeType === Node.DOCUMENT_NODE
      ? root.body?.innerText
      : [...root.children].map(child => child.innerText).join(' ')) ?? '').join(' '));
    return this.writing;
  }

  /** The one element of that name: says exactly what is wanted, else the shortest that does. */
  one(name) {
    if (!this.firsts.has(name)) {
      this.firsts.set(name, bestOf(this.all(name)));
    }
    return this.firsts.get(name);
  }

  /** The element of that name in another one, which may have no box. */
  inside(name, hit) {
    const alternatives = DATA.elements?.[name] ?? [];
    for (let i = 0; i < alternatives.length; i++) {
      const found = bestOf(hitsIn(this.scopesIn(hit), alternatives[i], isRendered));
      if (found) {
        this.matched[name] = i;
        return found;
      }
    }
    return null;
  }

  scopesIn(hit) {
    if (!this.below.has(hit.el)) {
      this.below.set(hit.el, scopesBelow(hit.el, hit.frames));
    }
    return this.below.get(hit.el);
  }
}

/** Whether the browser understands the selector: a mistake in one must not stop the reading. */
const isSelector = remembering((css, _) => {
  try {
    document.createDocumentFragment().querySelector(css);
    return true;
  } catch (e) {
    problem(e);
    return false;
  }
});

const hitsIn = (scopes, alternative, isThere, only = '') => {
  const css = alternative.css ?? USUAL;
  if (!isSelector(css, '')) {
    return [];
  }
  const hits = [];
  const take = (el, frames) => {
    if (only && el.localName !== only) {
      return;
    }
    const how = fit(el, alternative);
    if (how > 0 && isThere(el)) {
      hits.push({el, frames, how, alternative});
    }
  };
  for (const {root, frames} of scopes) {
    if (root.nodeType === Node.ELEMENT_NODE && root.matches(css)) {
      take(root, frames);
    }
    for (const el of root.querySelectorAll(css)) {
      take(el, frames);
    }
  }
  return hits;
};

const bestOf = hits => {
  let best = null;
  for (const hit of hits) {
    if (!best || hit.how > best.how) {
      best = hit;
    } else if (hit.how === 1 && best.how === 1
        && ownText(hit.el).length < ownText(best.el).length) {
      best = hit;
    }
  }
  return best;
};

/** What a found element says: its attribute where the alternative names one. */
const valueOf = hit => {
  const {attribute} = hit.alternative ?? {};
  const value = attribute ? hit.el.getAttribute(attribute) : ownText(hit.el);
  return String(value ?? '').replace(/\s+/g, ' ').trim();
};

/**
 * A field of an item: "@attribute", of which "~pattern" may take a part, the name of an element in
 * it, or "." for its own text.
 */
const fieldOf = (look, hit, wanted) => {
  if (!wanted) {
    return '';
  }
  if (wanted === '.') {
    return valueOf(hit);
  }
  if (wanted.startsWith('@')) {
    const [name, pattern] = wanted.slice(1).split(/~(.*)/s);
    const holder = hit.el.hasAttribute(name) ? hit.el : hit.el.querySelector(`[${name}]`);
    const value = holder?.getAttribute(name) ?? '';
    return pattern ? value.match(new RegExp(pattern))?.[1] ?? value : value;
  }
  const found = look.inside(wanted, hit);
  return found ? valueOf(found) : '';
};
