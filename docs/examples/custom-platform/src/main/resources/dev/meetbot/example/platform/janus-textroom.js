() => {
  const box = document.querySelector('.bootbox .bootbox-body');
  const words = box ? box.textContent.trim() : '';
  const room = document.querySelector('#room');
  const joined = Boolean(room && room.offsetParent);
  if (joined) {
    window.__janusAdmitted ??= Date.now();
  }
  const state = /kicked/i.test(words) ? 'REMOVED' : /destroyed/i.test(words) ? 'ENDED'
    : /does not exist|no such room/i.test(words) ? 'NOT_FOUND' : joined ? 'IN_CALL' : 'PREJOIN';
  const people = [...document.querySelectorAll('#list li.list-group-item')].map(item => ({
    id: item.id.replace(/^rp/, ''), name: item.textContent.trim(), self: false, streams: []}));
  const me = document.querySelector('#participant');
  if (joined && me) {
    people.push({id: String(myid), name: me.textContent.trim(), self: true, streams: []});
  }
  // The page writes no date: a line is from the moment in which it was first seen.
  const seen = window.__janusLines ??= new Map();
  const chat = [];
  for (const line of document.querySelectorAll('#chatroom p')) {
    const who = line.querySelector('b');
    if (who) {
      if (!seen.has(line)) {
        seen.set(line, {id: 'line-' + seen.size, at: Date.now()});
      }
      const sender = who.textContent.replace(/:$/, '').trim();
      const {id, at} = seen.get(line);
      const own = people.find(p => p.name === sender);
      let text = '';
      for (let node = who.nextSibling; node; node = node.nextSibling) {
        text += node.textContent;
      }
      chat.push({id, at, sender, senderId: own ? own.id : '', text: text.trim()});
    }
  }
  return {state, words: words || undefined, admittedAt: window.__janusAdmitted ?? null, people, chat};
}
