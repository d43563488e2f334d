() => {
  const box = document.querySelector('.bootbox .bootbox-body');
  const words = box ? box.textContent.trim() : '';
  const plain = html => new DOMParser().parseFromString(html || '', 'text/html').body.textContent;
  const me = typeof myid === 'undefined' ? null : myid;
  const joined = me !== null;
  if (joined) {
    window.__janusAdmitted ??= Date.now();
  }
  const kicked = window.__janusKicked === true;
  const over = window.__janusDestroyed === true || /destroyed/i.test(words);
  const none = /no such room|not exist/i.test(words);
  const state = kicked ? 'REMOVED' : over ? 'ENDED' : none ? 'NOT_FOUND'
    : words && !joined ? 'AUTH_REQUIRED' : joined ? 'IN_CALL' : 'PREJOIN';
  const tag = track => track[Symbol.for('dev.meetbot.track')];
  const people = (typeof feeds === 'undefined' ? [] : feeds).filter(Boolean).map(feed => ({
    id: String(feed.rfid),
    name: plain(feed.rfdisplay),
    self: false,
    streams: Object.values(feed.remoteTracks || {})
      .flatMap(stream => stream.getTracks()).map(tag).filter(Boolean),
  }));
  if (joined) {
    people.push({id: String(me), name: plain(myusername), self: true, streams: []});
  }
  return {state, words: kicked ? 'kicked' : words || undefined,
    admittedAt: window.__janusAdmitted ?? null, people, chat: []};
}
