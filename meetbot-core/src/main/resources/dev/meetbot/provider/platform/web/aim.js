/* Where a click on an element goes, and what the visible page says. */

const deepest = (doc, x, y) => {
  let el = doc.elementFromPoint(x, y);
  while (el?.shadowRoot) {
    const inner = el.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === el) {
      break;
    }
    el = inner;
  }
  return el;
};

const parentOf = node => node.parentNode ?? node.host ?? null;

const isInside = (node, ancestor) => {
  for (let at = node; at; at = parentOf(at)) {
    if (at === ancestor) {
      return true;
    }
  }
  return false;
};

/** Whether a point of the element is what lies uppermost, in every frame on the way. */
const isOnTop = (hit, x, y) => {
  let doc = document;
  let [left, top] = [x, y];
  for (const frame of hit.frames) {
    if (deepest(doc, left, top) !== frame) {
      return false;
    }
    const box = frame.getBoundingClientRect();
    left -= box.left + frame.clientLeft;
    top -= box.top + frame.clientTop;
    doc = frame.contentDocument;
  }
  const uppermost = deepest(doc, left, top);
  const label = uppermost?.closest?.('label');
  return uppermost !== null && (isInside(uppermost, hit.el) || label?.control === hit.el);
};

const originOf = frames => frames.reduce(([left, top], frame) => {
  const box = frame.getBoundingClientRect();
  return [left + box.left + frame.clientLeft, top + box.top + frame.clientTop];
}, [0, 0]);

/** Points of an element in the top page's view: the middle first, then off to the sides. */
const pointsOf = hit => {
  const box = hit.el.getBoundingClientRect();
  const [left, top] = originOf(hit.frames);
  return [[0.5, 0.5], [0.2, 0.5], [0.8, 0.5], [0.5, 0.2], [0.5, 0.8]]
    .map(([across, down]) => [
      left + box.left + box.width * across, top + box.top + box.height * down])
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
};

const pause = millis => new Promise(done => setTimeout(done, millis));

/** Brings the element into view; the points of it that can be clicked, freely or not. */
const pointsInView = async hit => {
  hit.el.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
  let before = '';
  for (let i = 0; i < 20; i++) {
    const now = JSON.stringify(pointsOf(hit));
    if (now === before) {
      break;
    }
    before = now;
    await pause(16);
  }
  return pointsOf(hit);
};

/** Pages keep twins of their buttons that nobody can get at: this many are tried. */
const TWINS = 4;

/** The point to click for an element by name; covered when something else lies on it. */
const aim = async name => {
  let found = null;
  for (let i = 0; i < 3; i++) {
    const look = new Look();
    found = await aimIn(look, name);
    if (!found?.covered || look.one(name).el.isConnected) {
      break; // else the page drew it anew meanwhile
    }
  }
  return found;
};

const aimIn = async (look, name) => {
  const first = look.one(name);
  let found = null;
  const equals = look.all(name).filter(hit => hit !== first && hit.how === first.how);
  for (const hit of first ? [first, ...equals].slice(0, TWINS) : []) {
    const points = await pointsInView(hit);
    const free = points.find(([x, y]) => isOnTop(hit, x, y));
    const [x, y] = free ?? points[0] ?? [0, 0];
    const one = {x, y, covered: !free, disabled: isDisabled(hit.el), value: valueOf(hit)};
    if (free && !one.disabled) {
      return one;
    }
    found ??= one;
  }
  return found;
};

const isDisabled = el => el.disabled === true || el.getAttribute('aria-disabled') === 'true';

/** Whether what has the focus is, or lies in, the element of that name. */
const hasFocus = name => {
  const hit = new Look().one(name);
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement || documentIn(active ?? {})?.activeElement) {
    active = active.shadowRoot?.activeElement ?? documentIn(active).activeElement;
  }
  return Boolean(hit && active && (isInside(active, hit.el) || isInside(hit.el, active)
    && active !== document.body && active !== active.ownerDocument.body));
};

/** What other people wrote or said. */
const othersIn = look => [DATA.chat?.item, DATA.captions?.item]
  .filter(name => name).flatMap(name => look.all(name));

/** What can be read on the page, without what other people wrote or said. */
const pageText = look => {
  let text = look.visibleText();
  for (const hit of othersIn(look)) {
    const said = plain(hit.el.innerText);
    if (said) {
      text = text.replace(said, ' ');
    }
  }
  return text;
};

/** Whether anybody sees the element's text: what is for screen readers alone is off or tiny. */
const isSeen = el => {
  const range = el.ownerDocument.createRange();
  range.selectNodeContents(el);
  const box = range.getBoundingClientRect();
  const view = el.ownerDocument.defaultView;
  if (box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0) {
    return false;
  }
  for (let at = el; at && at !== el.ownerDocument.body; at = at.parentElement) {
    const clip = at.getBoundingClientRect();
    if ((clip.width <= 1 || clip.height <= 1)
        && /hidden|clip/.test(view.getComputedStyle(at).overflow)) {
      return false;
    }
  }
  return true;
};

/** Whether words that the page has are to be seen anywhere, and not only in what others wrote. */
const shows = (look, words) => {
  const others = new Set(othersIn(look).map(hit => hit.el));
  const below = el => {
    const inner = [...el.children].filter(child => hasWords(plain(child.innerText), words));
    return inner.length > 0
      ? inner.some(child => !others.has(child) && below(child))
      : !el.ownerDocument || el.nodeType !== Node.ELEMENT_NODE || isSeen(el);
  };
  return look.scopes.some(({root}) => {
    const top = root.nodeType === Node.DOCUMENT_NODE ? root.body : root;
    const text = top?.innerText ?? [...top?.children ?? []].map(c => c.innerText).join(' ');
    return hasWords(plain(text), words) && below(top);
  });
};
