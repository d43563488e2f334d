// window.meetbotRoom: what a bot or a test may rely on. Described in docs/room.md.

export function publishPageApi({ room, api, peers, leave }) {
  window.meetbotRoom = Object.freeze({
    snapshot: () => room.snapshot(peers.iceStates()),
    sendChat: (text) => api.post("chat", { text }),
    sendCaption: (text, final = true) => api.post("caption", { text, final }),
    leave,
    setRecording: (on) => api.post("recording", { on }),
    askRecordingPermission: async (prompt) =>
      (await api.post("recording-permission/ask", { prompt })).requestId,
    peerStats: () => peers.stats(),
  });
}
