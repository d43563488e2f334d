// How a page of ours dies for good.

const DEPTH = 6000;

/** The renderer ends within seconds: a layout that is nested deeper than its stack can follow. */
export function crash() {
  const outermost = document.createElement('div');
  let inner = outermost;
  for (let i = 0; i < DEPTH; i++) {
    const next = document.createElement('div');
    next.style.display = 'inline-block';
    inner.append(next);
    inner = next;
  }
  inner.append('x');
  document.body.append(outermost);
  return document.body.offsetHeight;
}
