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

/** What people can read on the page, without what other people wrote or said. */
const pageText = look => {
  let text = look.visibleText();
  const others = [DATA.chat?.item, DATA.captions?.item].filter(name => name);
  for (const hit of others.flatMap(name => look.all(name))) {
    const said = plain(hit.el.innerText);
    if (said) {
      text = text.replace(said, ' ');
    }
  }
  return text;
};
