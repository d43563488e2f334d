// How the imitation looks: own colours, own proportions, only the layering matters.
export const STYLE = `
  html, body, #react { height: 100%; margin: 0; }
  body { font: 14px/1.4 "Noto Sans", "DejaVu Sans", sans-serif; background: #16181d; color: #eee; overflow: hidden; }
  #videoconference_page { position: fixed; inset: 0; }
  .with-pane #videospace, .with-pane #new-toolbox { right: 320px; }
  #videospace { position: absolute; inset: 0; }
  #largeVideoContainer { position: absolute; inset: 0 170px 0 0; background: #20242b; }
  #largeVideoElementsContainer, #largeVideoWrapper, #largeVideo { width: 100%; height: 100%; }
  #dominantSpeaker { position: absolute; left: 40%; top: 35%; font-size: 40px; }
  #stageParticipantName { position: absolute; bottom: 90px; left: 45%; }
  .filmstrip { position: absolute; right: 0; top: 0; bottom: 0; width: 170px; overflow: auto; }
  .videocontainer { display: block; position: relative; width: 150px; height: 100px; margin: 6px 10px; background: #2d323b; box-sizing: border-box; }
  .videocontainer video { width: 100%; height: 100%; object-fit: cover; }
  .videocontainer.dominant-speaker, .videocontainer.active-speaker { border: 2px solid #5b8def; }
  .displayNameContainer { position: absolute; left: 0; bottom: 0; background: #0008; padding: 1px 6px; font-size: 12px; }
  .videocontainer__toptoolbar { position: absolute; top: 2px; right: 4px; }
  #new-toolbox { position: absolute; left: 0; right: 0; bottom: -80px; height: 72px; transition: bottom 0.1s; z-index: 20; }
  #new-toolbox.visible { bottom: 0; }
  .toolbox-content-items { display: flex; gap: 8px; justify-content: center; background: #0d0f12; width: max-content; margin: 8px auto; padding: 8px; border-radius: 6px; }
  .toolbox-button { cursor: pointer; width: 48px; height: 40px; display: inline-block; }
  .toolbox-icon { width: 48px; height: 40px; background: #363b45; display: flex; align-items: center; justify-content: center; border-radius: 4px; }
  .toolbox-icon svg { fill: #ccd; pointer-events: none; }
  .hangup-button .toolbox-icon { background: #b3312c; }
  .premeeting-screen { position: fixed; inset: 0; background: #1c2026; display: flex; z-index: 30; }
  .premeeting-screen .content { width: 380px; padding: 80px 30px; display: flex; flex-direction: column; gap: 12px; }
  .premeeting-screen .preview { flex: 1; background: #2d323b; }
  .action-btn { background: #3d6fd1; color: #fff; padding: 10px; text-align: center; border-radius: 4px; cursor: pointer; border: 0; font: inherit; }
  .action-btn.text { background: none; text-decoration: underline; }
  input, textarea { font: inherit; padding: 8px; }
  .toolbox-in-prejoin { display: flex; gap: 8px; }
  .dialog-layer { position: fixed; inset: 0; background: #0009; z-index: 60; display: flex; align-items: center; justify-content: center; }
  .dialog { background: #262b33; padding: 24px; width: 420px; border-radius: 6px; display: flex; flex-direction: column; gap: 12px; }
  .dialog footer { display: flex; gap: 8px; justify-content: flex-end; }
  #notifications-container { position: fixed; left: 16px; bottom: 90px; z-index: 50; display: flex; flex-direction: column; gap: 8px; pointer-events: none; }
  #notifications-container > * { background: #f4f4f7; color: #222; padding: 12px 16px; width: 320px; border-radius: 4px; }
  #sideToolbarContainer, #participants-pane { position: absolute; right: 0; top: 0; bottom: 0; width: 320px; background: #262b33; z-index: 25; display: flex; flex-direction: column; }
  #chatconversation { flex: 1; overflow: auto; padding: 8px; }
  .chatmessage { background: #363b45; padding: 6px; margin: 4px 0; border-radius: 4px; }
  .display-name { font-weight: 600; font-size: 12px; }
  .timestamp { font-size: 11px; opacity: 0.7; }
  #chat-input { display: flex; gap: 4px; padding: 8px; } #chat-input textarea { flex: 1; }
  .transcription-subtitles { position: absolute; left: 20%; right: 30%; bottom: 90px; text-align: center; z-index: 12; }
  .transcription-subtitles span { background: #000c; padding: 2px 8px; }
  .overlay__container { position: fixed; inset: 0; background: #20242bee; z-index: 70; display: flex; align-items: center; justify-content: center; flex-direction: column; }
  .deep-linking-mobile, .close-page, .error-page { position: fixed; inset: 0; background: #fff; color: #222; text-align: center; padding-top: 20vh; z-index: 40; }
`;
