// The demo ignores the server's word that somebody was kicked or the room destroyed: keep it.
(() => {
  const send = window.fetch;
  const note = text => {
    window.__janusKicked ||= /"reason":\s*"kicked"/.test(text);
    window.__janusDestroyed ||= /"videoroom":\s*"destroyed"/.test(text);
  };
  window.fetch = async (...call) => {
    const answer = await send(...call);
    answer.clone().text().then(note, () => {});
    return answer;
  };
  const load = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (...call) {
    this.addEventListener('load', () => note(String(this.responseText)));
    return load.apply(this, call);
  };
})();
