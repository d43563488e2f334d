// Pages that stop working, really: no event loop any more, or no process.

/** Stands still for good (or `forMs`) without using the processor: a request that nobody answers. */
export function freezePage({ forMs } = {}, config) {
  const request = new XMLHttpRequest();
  request.open('GET', `/__lab/hang?scenario=${config?.scenarioId ?? ''}&forMs=${forMs ?? ''}`, false);
  try {
    request.send();
  } catch {
    // the server is gone; so be it
  }
}

/** Ends the page's process: what is nested deeper than the engine's stack is fatal to it. */
export function crashPage() {
  const depth = 60_000;
  try {
    document.querySelector(`${':not('.repeat(depth)}a${')'.repeat(depth)}`);
  } catch {
    // an engine that survives this; the next one is slower
  }
  let element = document.body;
  for (let i = 0; i < depth; i++) element = element.appendChild(document.createElement('div'));
  document.body.getBoundingClientRect();
}
