// How the imitation looks: own colours, own proportions, only the layering matters.
export const BASE = `
  html, body, #root { height: 100%; margin: 0; }
  body { font: 14px/1.4 "Noto Sans", "DejaVu Sans", sans-serif; background: #f4f5f9; color: #222; overflow: hidden; }
  button { font: inherit; cursor: pointer; }
  iframe#webclient { border: 0; width: 100%; height: 100%; display: block; }
  .zm-btn { border: 0; border-radius: 8px; padding: 8px 24px; background: #35609c; color: #fff; }
  .zm-btn--default, .zm-btn--plain { background: #e4e6ee; color: #222; }
  .zm-btn[disabled], .zm-btn.zm-btn--disabled { background: #c6c9d4; cursor: default; }
  #onetrust-banner-sdk { position: fixed; left: 0; right: 0; bottom: 0; z-index: 900; background: #fff; padding: 18px 40px;
    box-shadow: 0 0 12px #0006; display: flex; gap: 16px; align-items: center; }
  .launch { text-align: center; padding-top: 14vh; }
  .launch h1 { font-size: 20px; font-weight: 600; }
  .launch a { color: #35609c; cursor: pointer; }
  .preview-new-flow, .form-signin { display: flex; gap: 48px; justify-content: center; align-items: center; height: 90%; }
  .preview-video { width: 480px; height: 270px; background: #232630; border-radius: 14px; display: flex; align-items: end; gap: 8px;
    padding: 12px; box-sizing: border-box; }
  .preview-video button { background: #454957; color: #fff; border: 0; border-radius: 8px; padding: 8px; }
  .preview-meeting-info { width: 320px; display: flex; flex-direction: column; gap: 12px; }
  .preview-meeting-info input, .form-signin input[type=text], .form-signin input[type=password] { font: inherit; padding: 8px; }
  .tip-error { color: #b3261e; }
  .wait-page { text-align: center; padding-top: 30vh; font-size: 18px; }
  .zm-modal-legacy { position: fixed; inset: 0; background: #0007; z-index: 800; display: flex; align-items: center; justify-content: center; }
  .zm-modal-legacy.quiet { background: none; pointer-events: none; align-items: end; justify-content: start; padding: 0 24px 72px; }
  .zm-modal-legacy.quiet .zm-modal { pointer-events: auto; }
  .zm-modal { background: #fff; border-radius: 12px; padding: 24px; width: 420px; box-shadow: 0 4px 20px #0008; }
  .zm-modal-body-title { font-weight: 600; font-size: 16px; margin-bottom: 8px; }
  .zm-modal-footer { display: flex; gap: 8px; justify-content: flex-end; margin-top: 16px; }
`;

export const CALL = `
  .meeting-app { position: fixed; inset: 0; background: #1b1c22; color: #fff; }
  .main-layout { position: absolute; inset: 0 0 56px 0; }
  .with-right .main-layout { right: 340px; }
  .speaker-bar-container__video-list, .gallery-strip { display: flex; gap: 6px; height: 110px; justify-content: center; padding: 6px; }
  .speaker-bar-container__video-frame { width: 178px; height: 100px; position: relative; background: #2b2d36; overflow: hidden; box-sizing: border-box; }
  .speaker-active-container__wrap, .single-main-container__wrap { position: absolute; inset: 122px 20px 10px 20px; }
  .speaker-active-container__video-frame, .single-main-container__video-frame { position: absolute; inset: 0; background: #2b2d36; }
  .gallery-video-container__wrap { position: absolute; inset: 8px; display: flex; flex-wrap: wrap; gap: 6px; align-content: center; justify-content: center; }
  .gallery-video-container__video-frame { position: relative; width: 31%; aspect-ratio: 16/9; background: #2b2d36; overflow: hidden; box-sizing: border-box; }
  .speaker-bar-container__video-frame--active, .gallery-video-container__video-frame--active { border: 2px solid #f2d64b; }
  .video-avatar__avatar { position: absolute; inset: 0; }
  .video-avatar__avatar-footer { position: absolute; left: 0; bottom: 0; background: #0009; padding: 2px 8px; font-size: 12px; }
  .video-avatar__avatar-img { position: absolute; left: 45%; top: 40%; width: 10%; }
  canvas.video-canvas, video-player { position: absolute; inset: 0; width: 100%; height: 100%; }
  .sharing-layout { position: absolute; inset: 122px 20px 10px 20px; background: #000; }
  #wc-footer { position: absolute; left: 0; right: 0; bottom: 0; height: 56px; background: #111217; display: flex; align-items: center;
    gap: 8px; justify-content: center; transition: transform 0.15s; z-index: 20; }
  #wc-footer.footer__hidden { transform: translateY(100%); }
  .fading #wc-footer.footer__hidden { transform: none; opacity: 0; }
  .footer-button-base__button { background: none; border: 0; color: #fff; padding: 4px 12px; position: relative; display: flex; flex-direction: column; align-items: center; }
  .footer-button-base__button svg { pointer-events: none; fill: #cfd2dd; }
  .footer__leave-btn-container .footer-button-base__button, .footer__leave-btn { background: #b3261e; border-radius: 8px; }
  .leave-option-container { position: absolute; right: 20px; bottom: 60px; background: #fff; padding: 12px; border-radius: 8px; display: flex; flex-direction: column; gap: 8px; z-index: 30; }
  .leave-meeting-options__btn { padding: 8px 20px; border: 0; border-radius: 8px; }
  .leave-meeting-options__btn--danger { background: #b3261e; color: #fff; }
  #wc-container-right { position: absolute; right: 0; top: 0; bottom: 0; width: 340px; background: #fff; color: #222; display: none; flex-direction: column; z-index: 25; }
  .with-right #wc-container-right { display: flex; }
  .with-right #wc-footer { right: 340px; }
  #wc-container-right > section { flex: 1; display: flex; flex-direction: column; min-height: 0; border-bottom: 1px solid #ddd; }
  .participants-section-container__participants-ul, .chat-container__chat-list { flex: 1; overflow: auto; margin: 0; padding: 8px; list-style: none; }
  .participants-li, .item { padding: 6px 0; display: flex; gap: 8px; }
  .chat-rtf-box__editor-outer, .chat-box__chat-textarea { border: 1px solid #bbb; margin: 8px; min-height: 44px; display: flex; }
  .chat-rtf-box__editor-wrapper { flex: 1; } .tiptap.ProseMirror { min-height: 40px; padding: 6px; outline: none; }
  .chat-item__sender { font-weight: 600; margin-right: 6px; }
  .live-transcription-subtitle__box { position: absolute; left: 15%; right: 15%; bottom: 72px; background: #000c; padding: 8px 16px; z-index: 15; }
  .live-transcription-subtitle__item { display: block; }
  .dropdown-menu { position: absolute; bottom: 60px; background: #2b2d36; border-radius: 8px; padding: 6px; z-index: 30; }
  .dropdown-item { display: block; background: none; border: 0; color: #fff; padding: 6px 16px; }
  .notification-message-wrap { position: absolute; top: 8px; left: 50%; transform: translateX(-50%); background: #333; padding: 4px 16px; z-index: 18; pointer-events: none; }
  .new-message-bubble { position: absolute; right: 120px; bottom: 64px; background: #fff; color: #222; padding: 6px 12px; border-radius: 8px; z-index: 16; }
  .join-audio-container { position: absolute; left: 50%; top: 40%; transform: translateX(-50%); z-index: 60; background: #fff; padding: 24px; border-radius: 12px; }
`;
