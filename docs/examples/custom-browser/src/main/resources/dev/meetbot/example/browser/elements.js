// Waits for the first visible element that the selector matches, in open shadow roots too. For a click it must stand
// still and be what lies at its middle: the answer is that point. For text it gets the focus, its text selected.
async (selector, millis, edit) => {
  const end = performance.now() + millis;
  const visible = e => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility === 'visible';
  };
  const find = root => {
    const found = [...root.querySelectorAll(selector)].find(visible);
    if (found) return found;
    for (const e of root.querySelectorAll('*')) {
      const inside = e.shadowRoot && find(e.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const at = (x, y) => {
    let root = document, hit = null;
    for (let next = root.elementFromPoint(x, y); next && next !== hit; next = root?.elementFromPoint(x, y)) {
      hit = next;
      root = hit.shadowRoot;
    }
    return hit;
  };
  const isOrIsIn = (inner, outer) => {
    for (let e = inner; e; e = e.parentNode ?? e.host) if (e === outer) return true;
    return inner?.closest('label')?.control === outer;
  };
  const select = e => {
    e.focus();
    if (e.select) e.select();
    else getSelection().selectAllChildren(e);
  };
  let before = '';
  for (; performance.now() < end; await new Promise(r => setTimeout(r, 20))) {
    const element = find(document);
    if (!element || element.disabled || (edit && element.readOnly)) continue;
    if (edit) {
      select(element);
      return 'selected';
    }
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
    const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
    const now = x + ' ' + y;
    if (now === before && isOrIsIn(at(x, y), element)) return now;
    before = now;
  }
  return '';
}
