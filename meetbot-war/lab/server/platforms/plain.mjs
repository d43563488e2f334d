// No platform: shows what a module can do. One data channel that says all events over again.
const channels = new WeakMap(); // meeting -> open channel

export default {
  channels: () => [{ label: 'events', ordered: true }],

  onChannel(channel, meeting) {
    channels.set(meeting, channel);
    channel.send(JSON.stringify({ type: 'hello', data: { code: meeting.code } }));
  },

  onChannelMessage(channel, data) {
    channel.send(data);
  },

  onEvent(type, data, meeting) {
    channels.get(meeting)?.send(JSON.stringify({ type, data }));
  },
};
