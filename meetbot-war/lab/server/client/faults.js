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

/** Ends the page's process: an array that outgrows what the engine can hold is fatal to it. */
export function crashPage() {
  const list = [];
  for (;;) list.push(1);
}
