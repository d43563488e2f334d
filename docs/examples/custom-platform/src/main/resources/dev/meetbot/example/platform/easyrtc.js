() => {
  const rtc = window.easyrtc;
  const me = rtc && rtc.myEasyrtcid;
  if (me) {
    window.__easyrtcAdmitted ??= Date.now();
  }
  const people = [];
  for (let box = 1; me && box <= 3; box++) {
    const id = rtc.getIthCaller(box - 1);
    if (id) {
      const stream = document.querySelector('#box' + box).srcObject;
      people.push({id, name: rtc.idToName(id), self: false, streams: stream ? [stream.id] : []});
    }
  }
  if (me) {
    people.push({id: me, name: me, self: true, streams: []});
  }
  const lost = me && rtc.webSocket && rtc.webSocket.connected === false;
  return {state: lost ? 'DISCONNECTED' : me ? 'IN_CALL' : 'PREJOIN',
    admittedAt: window.__easyrtcAdmitted ?? null, people, chat: []};
}
