// Makes window[name] of a binding, which can only send a text: calls get numbers, and answers find their promise.
(() => {
  const name = NAME;
  const send = globalThis['__meetbot_' + name];
  if (globalThis[name] || !send) return;
  const waiting = new Map();
  let last = 0;
  globalThis[name] = value => new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    send(JSON.stringify({ id: last, text: String(value) }));
  });
  globalThis['__meetbot_answer_' + name] = (id, error) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === null) call?.resolve();
    else call?.reject(new Error(error));
  };
})()
