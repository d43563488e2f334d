// What the page says, in the order of LANGUAGES. Worded as the product words it as far as that is known.

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ja'];

const TEXTS = {
  // launcher
  howToJoin: ['How do you want to join your Teams meeting?', 'Wie möchten Sie an Ihrer Teams-Besprechung teilnehmen?', 'Comment voulez-vous rejoindre votre réunion Teams ?', '¿Cómo quiere unirse a la reunión de Teams?', 'Como deseja ingressar na reunião do Teams?', 'Teams 会議にどのように参加しますか?'],
  continueOnBrowser: ['Continue on this browser', 'In diesem Browser fortfahren', 'Continuer sur ce navigateur', 'Continuar en este explorador', 'Continuar neste navegador', 'このブラウザーで続ける'],
  joinFromBrowser: ['Join meeting from this browser', 'Über diesen Browser an der Besprechung teilnehmen', 'Rejoindre la réunion depuis ce navigateur', 'Unirse a la reunión desde este explorador', 'Ingressar na reunião por este navegador', 'このブラウザーから会議に参加する'],
  openApp: ['Join on the Teams app', 'In der Teams-App teilnehmen', 'Rejoindre dans l’application Teams', 'Unirse en la aplicación Teams', 'Ingressar pelo aplicativo Teams', 'Teams アプリで参加する'],
  // before the call
  meeting: ['Microsoft Teams meeting', 'Microsoft Teams-Besprechung', 'Réunion Microsoft Teams', 'Reunión de Microsoft Teams', 'Reunião do Microsoft Teams', 'Microsoft Teams 会議'],
  typeName: ['Type your name', 'Namen eingeben', 'Tapez votre nom', 'Escriba su nombre', 'Digite seu nome', '名前を入力'],
  joinNow: ['Join now', 'Jetzt teilnehmen', 'Rejoindre maintenant', 'Unirse ahora', 'Ingressar agora', '今すぐ参加'],
  cancel: ['Cancel', 'Abbrechen', 'Annuler', 'Cancelar', 'Cancelar', 'キャンセル'],
  signIn: ['Sign in', 'Anmelden', 'Se connecter', 'Iniciar sesión', 'Entrar', 'サインイン'],
  cameraOff: ['Your camera is turned off', 'Ihre Kamera ist ausgeschaltet', 'Votre caméra est désactivée', 'La cámara está desactivada', 'Sua câmera está desligada', 'カメラがオフになっています'],
  computerAudio: ['Computer audio', 'Computeraudio', 'Audio de l’ordinateur', 'Audio del equipo', 'Áudio do computador', 'コンピューターの音声'],
  phoneAudio: ['Phone audio', 'Telefonaudio', 'Audio du téléphone', 'Audio del teléfono', 'Áudio do telefone', '電話の音声'],
  noAudio: ['Don’t use audio', 'Kein Audio verwenden', 'Ne pas utiliser l’audio', 'No usar audio', 'Não usar áudio', 'オーディオを使用しない'],
  microphone: ['Microphone', 'Mikrofon', 'Microphone', 'Micrófono', 'Microfone', 'マイク'],
  camera: ['Camera', 'Kamera', 'Caméra', 'Cámara', 'Câmera', 'カメラ'],
  selectAllow: ['Select Allow to let Microsoft Teams use your mic and camera for this meeting', 'Wählen Sie „Zulassen“ aus, damit Microsoft Teams Ihr Mikrofon und Ihre Kamera verwenden kann', 'Sélectionnez Autoriser pour permettre à Microsoft Teams d’utiliser votre micro et votre caméra', 'Seleccione Permitir para que Microsoft Teams use el micrófono y la cámara', 'Selecione Permitir para que o Microsoft Teams use seu microfone e câmera', '[許可] を選択して、Microsoft Teams がマイクとカメラを使用できるようにします'],
  sureNoMedia: ['Are you sure you don’t want audio or video?', 'Möchten Sie wirklich kein Audio oder Video verwenden?', 'Voulez-vous vraiment participer sans audio ni vidéo ?', '¿Seguro que no quiere audio ni vídeo?', 'Tem certeza de que não quer áudio nem vídeo?', '音声やビデオを使用しなくてもよろしいですか?'],
  withoutMedia: ['Continue without audio or video', 'Ohne Audio oder Video fortfahren', 'Continuer sans audio ni vidéo', 'Continuar sin audio ni vídeo', 'Continuar sem áudio ou vídeo', '音声またはビデオなしで続ける'],
  // the lobby
  lobbySoon: ['Hi, {0}. Someone will let you in soon.', 'Hallo, {0}. Jemand wird Sie in Kürze hereinlassen.', 'Bonjour, {0}. Quelqu’un vous laissera entrer sous peu.', 'Hola, {0}. Alguien le permitirá entrar pronto.', 'Olá, {0}. Alguém permitirá sua entrada em breve.', '{0} さん、もうすぐ誰かが参加を許可します。'],
  lobbyShortly: ['Someone will let you in shortly', 'Jemand wird Sie gleich hereinlassen', 'Quelqu’un vous fera entrer dans un instant', 'Alguien le dejará entrar en breve', 'Alguém deixará você entrar em instantes', 'まもなく誰かがあなたを参加させます'],
  lobbyShould: ['Someone in the meeting should let you in soon', 'Jemand in der Besprechung sollte Sie in Kürze hereinlassen', 'Un participant à la réunion devrait vous laisser entrer bientôt', 'Alguien de la reunión debería permitirle entrar pronto', 'Alguém na reunião deve permitir sua entrada em breve', '会議の参加者がまもなくあなたの参加を許可します'],
  whenStarts: ['When the meeting starts, we’ll let people know you’re waiting', 'Wenn die Besprechung beginnt, teilen wir den Teilnehmern mit, dass Sie warten', 'Lorsque la réunion commencera, nous préviendrons les participants que vous attendez', 'Cuando empiece la reunión, avisaremos de que está esperando', 'Quando a reunião começar, avisaremos que você está aguardando', '会議が始まったら、あなたが待っていることを参加者に知らせます'],
  connecting: ['Connecting…', 'Verbindung wird hergestellt…', 'Connexion…', 'Conectando…', 'Conectando…', '接続しています…'],
  // ends
  denied: ['Sorry, but you were denied access to the meeting.', 'Leider wurde Ihnen der Zugang zur Besprechung verweigert.', 'Désolé, l’accès à la réunion vous a été refusé.', 'Lo sentimos, se le denegó el acceso a la reunión.', 'Desculpe, mas seu acesso à reunião foi negado.', '申し訳ございませんが、会議へのアクセスが拒否されました。'],
  declined: ['Your request to join was declined', 'Ihre Teilnahmeanfrage wurde abgelehnt', 'Votre demande de participation a été refusée', 'Se rechazó su solicitud para unirse', 'Sua solicitação para ingressar foi recusada', '参加リクエストは拒否されました'],
  timedOut: ['Nobody responded to your request to join the meeting', 'Niemand hat auf Ihre Anfrage zur Teilnahme an der Besprechung reagiert', 'Personne n’a répondu à votre demande de participation à la réunion', 'Nadie respondió a su solicitud para unirse a la reunión', 'Ninguém respondeu à sua solicitação para ingressar na reunião', '会議への参加リクエストに誰も応答しませんでした'],
  removed: ['You’ve been removed from this meeting', 'Sie wurden aus dieser Besprechung entfernt', 'Vous avez été supprimé de cette réunion', 'Se le ha quitado de esta reunión', 'Você foi removido desta reunião', 'この会議から削除されました'],
  removedShort: ['Removed from the meeting', 'Aus der Besprechung entfernt', 'Supprimé de la réunion', 'Quitado de la reunión', 'Removido da reunião', '会議から削除'],
  ended: ['The meeting has ended', 'Die Besprechung wurde beendet', 'La réunion est terminée', 'La reunión ha finalizado', 'A reunião terminou', '会議は終了しました'],
  youLeft: ['You left the meeting', 'Sie haben die Besprechung verlassen', 'Vous avez quitté la réunion', 'Ha salido de la reunión', 'Você saiu da reunião', '会議から退出しました'],
  byMistake: ['Did you leave by mistake?', 'Haben Sie die Besprechung versehentlich verlassen?', 'Avez-vous quitté par erreur ?', '¿Salió por error?', 'Você saiu por engano?', '誤って退出しましたか?'],
  rejoin: ['Rejoin', 'Erneut teilnehmen', 'Rejoindre', 'Volver a unirse', 'Ingressar novamente', '再参加'],
  rejoinCall: ['Rejoin call', 'Anruf erneut beitreten', 'Rejoindre l’appel', 'Volver a la llamada', 'Ingressar na chamada novamente', '通話に再参加'],
  dismiss: ['Dismiss', 'Schließen', 'Ignorer', 'Descartar', 'Ignorar', '閉じる'],
  notFound: ['We couldn’t find a meeting matching this ID and passcode.', 'Es wurde keine Besprechung mit dieser ID und Kennung gefunden.', 'Nous n’avons pas trouvé de réunion correspondant à cet ID et à ce code secret.', 'No encontramos una reunión que coincida con este id. y código de acceso.', 'Não encontramos uma reunião correspondente a esta ID e senha.', 'この ID とパスコードに一致する会議が見つかりませんでした。'],
  badUrl: ['Looks like the meeting URL is incorrect', 'Die Besprechungs-URL scheint falsch zu sein', 'L’URL de la réunion semble incorrecte', 'Parece que la dirección URL de la reunión no es correcta', 'Parece que a URL da reunião está incorreta', '会議の URL が正しくないようです'],
  meetingId: ['Meeting ID', 'Besprechungs-ID', 'ID de réunion', 'Id. de reunión', 'ID da Reunião', '会議 ID'],
  typeMeetingId: ['Type a meeting ID', 'Besprechungs-ID eingeben', 'Tapez un ID de réunion', 'Escriba un id. de reunión', 'Digite uma ID da reunião', '会議 ID を入力'],
  passcode: ['Meeting Passcode', 'Besprechungskennung', 'Code secret de la réunion', 'Código de acceso de la reunión', 'Senha da reunião', '会議のパスコード'],
  typePasscode: ['Type a meeting passcode', 'Besprechungskennung eingeben', 'Tapez le code secret de la réunion', 'Escriba un código de acceso de reunión', 'Digite a senha da reunião', '会議のパスコードを入力'],
  full: ['This meeting is full', 'Diese Besprechung ist voll', 'Cette réunion est complète', 'Esta reunión está llena', 'Esta reunião está cheia', 'この会議は満員です'],
  notConnected: ['Sorry, we couldn’t connect you', 'Leider konnten wir Sie nicht verbinden', 'Désolé, nous n’avons pas pu vous connecter', 'Lo sentimos, no pudimos conectarle', 'Desculpe, não foi possível conectar você', '申し訳ございません。接続できませんでした'],
  captcha: ['Verify you’re a real person', 'Bestätigen Sie, dass Sie eine reale Person sind', 'Vérifiez que vous êtes une personne réelle', 'Compruebe que es una persona real', 'Verifique se você é uma pessoa real', '実在の人物であることを確認してください'],
  captchaHint: ['Enter the characters you see', 'Geben Sie die angezeigten Zeichen ein', 'Entrez les caractères affichés', 'Escriba los caracteres que ve', 'Digite os caracteres exibidos', '表示されている文字を入力してください'],
  verifyInfo: ['We need to verify your info before you can join', 'Wir müssen Ihre Informationen überprüfen, bevor Sie teilnehmen können', 'Nous devons vérifier vos informations avant que vous puissiez participer', 'Debemos comprobar su información antes de que pueda unirse', 'Precisamos verificar suas informações antes de você ingressar', '参加する前に情報を確認する必要があります'],
  signInToJoin: ['Sign in to join this meeting', 'Melden Sie sich an, um an dieser Besprechung teilzunehmen', 'Connectez-vous pour participer à cette réunion', 'Inicie sesión para unirse a esta reunión', 'Entre para ingressar nesta reunião', 'この会議に参加するにはサインインしてください'],
  reconnecting: ['We’re trying to reconnect you…', 'Wir versuchen, die Verbindung wiederherzustellen…', 'Nous essayons de vous reconnecter…', 'Estamos intentando volver a conectarle…', 'Estamos tentando reconectar você…', '再接続を試みています…'],
  // in the call
  leave: ['Leave', 'Verlassen', 'Quitter', 'Salir', 'Sair', '退出'],
  chat: ['Chat', 'Chat', 'Conversation', 'Chat', 'Chat', 'チャット'],
  people: ['People', 'Personen', 'Personnes', 'Personas', 'Pessoas', 'ユーザー'],
  participants: ['Participants', 'Teilnehmer', 'Participants', 'Participantes', 'Participantes', '参加者'],
  inThisMeeting: ['In this meeting ({0})', 'In dieser Besprechung ({0})', 'Dans cette réunion ({0})', 'En esta reunión ({0})', 'Nesta reunião ({0})', 'この会議 ({0})'],
  inLobby: ['Waiting in lobby', 'Im Wartebereich', 'En attente dans la salle d’attente', 'Esperando en la sala', 'Aguardando no lobby', 'ロビーで待機中'],
  organizer: ['Organizer', 'Organisator', 'Organisateur', 'Organizador', 'Organizador', '開催者'],
  guest: ['(Guest)', '(Gast)', '(Invité)', '(Invitado)', '(Convidado)', '(ゲスト)'],
  unverified: ['Unverified', 'Nicht überprüft', 'Non vérifié', 'Sin comprobar', 'Não verificado', '未確認'],
  muted: ['Muted', 'Stummgeschaltet', 'Micro désactivé', 'Silenciado', 'Com mudo', 'ミュート'],
  muteMic: ['Mute mic', 'Mikrofon stummschalten', 'Désactiver le micro', 'Silenciar micrófono', 'Desativar microfone', 'マイクをミュート'],
  unmuteMic: ['Unmute mic', 'Stummschaltung aufheben', 'Activer le micro', 'Activar micrófono', 'Ativar microfone', 'マイクのミュートを解除'],
  cameraOn: ['Turn camera on', 'Kamera einschalten', 'Activer la caméra', 'Activar cámara', 'Ligar câmera', 'カメラをオンにする'],
  cameraTurnOff: ['Turn camera off', 'Kamera ausschalten', 'Désactiver la caméra', 'Desactivar cámara', 'Desligar câmera', 'カメラをオフにする'],
  more: ['More', 'Mehr', 'Plus', 'Más', 'Mais', 'その他'],
  view: ['View', 'Ansicht', 'Affichage', 'Vista', 'Exibição', '表示'],
  share: ['Share', 'Teilen', 'Partager', 'Compartir', 'Compartilhar', '共有'],
  languageMenu: ['Language and speech', 'Sprache und Spracheingabe', 'Langue et voix', 'Idioma y voz', 'Idioma e fala', '言語と音声'],
  captionsOn: ['Show live captions', 'Liveuntertitel anzeigen', 'Afficher les sous-titres en direct', 'Mostrar subtítulos en directo', 'Mostrar legendas ao vivo', 'ライブ キャプションを表示'],
  captionsOff: ['Hide live captions', 'Liveuntertitel ausblenden', 'Masquer les sous-titres en direct', 'Ocultar subtítulos en directo', 'Ocultar legendas ao vivo', 'ライブ キャプションを非表示'],
  captions: ['Live captions', 'Liveuntertitel', 'Sous-titres en direct', 'Subtítulos en directo', 'Legendas ao vivo', 'ライブ キャプション'],
  typeMessage: ['Type a message', 'Nachricht eingeben', 'Tapez un message', 'Escriba un mensaje', 'Digite uma mensagem', 'メッセージを入力'],
  send: ['Send', 'Senden', 'Envoyer', 'Enviar', 'Enviar', '送信'],
  meetingChat: ['Meeting chat', 'Besprechungschat', 'Conversation de la réunion', 'Chat de la reunión', 'Chat da reunião', '会議チャット'],
  sharing: ['{0} is sharing', '{0} teilt Inhalte', '{0} partage du contenu', '{0} está compartiendo', '{0} está compartilhando', '{0} が共有しています'],
  // consent
  recording: ['Recording and transcription have started. By joining, you are giving consent for this meeting to be recorded and transcribed.', 'Aufzeichnung und Transkription wurden gestartet. Durch Ihre Teilnahme stimmen Sie der Aufzeichnung zu.', 'L’enregistrement et la transcription ont démarré. En participant, vous acceptez l’enregistrement.', 'La grabación y la transcripción han comenzado. Al unirse, da su consentimiento.', 'A gravação e a transcrição foram iniciadas. Ao ingressar, você consente com a gravação.', '録音と文字起こしが開始されました。参加すると、録音に同意したことになります。'],
  consentTitle: ['This meeting is being recorded', 'Diese Besprechung wird aufgezeichnet', 'Cette réunion est enregistrée', 'Esta reunión se está grabando', 'Esta reunião está sendo gravada', 'この会議は録画されています'],
  consentAsk: ['Do you consent to being recorded and transcribed?', 'Stimmen Sie der Aufzeichnung und Transkription zu?', 'Acceptez-vous d’être enregistré et transcrit ?', '¿Acepta que se le grabe y transcriba?', 'Você concorda em ser gravado e transcrito?', '録画と文字起こしに同意しますか?'],
  yesConsent: ['Yes, I consent', 'Ja, ich stimme zu', 'Oui, j’accepte', 'Sí, acepto', 'Sim, eu concordo', 'はい、同意します'],
  noConsent: ['No, I do not consent', 'Nein, ich stimme nicht zu', 'Non, je n’accepte pas', 'No, no acepto', 'Não, eu não concordo', 'いいえ、同意しません'],
};

export function textsOf(language) {
  const at = Math.max(0, LANGUAGES.indexOf((language ?? 'en').slice(0, 2)));
  return (key, ...values) => {
    const text = TEXTS[key]?.[at];
    if (text === undefined) throw new Error(`no text ${key}`);
    return values.reduce((made, value, i) => made.replaceAll(`{${i}}`, value), text);
  };
}
