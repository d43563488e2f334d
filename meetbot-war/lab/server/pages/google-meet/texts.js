// What the page says, in the order of LANGUAGES. Worded as the product words it as far as that is known;
// where several wordings are known the two variants use different ones.

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ja'];

const TEXTS = {
  // before the call
  gettingReady: ['Getting ready…', 'Wird vorbereitet…', 'Préparation…', 'Preparando…', 'Preparando…', '準備しています…'],
  whatsYourName: ['What’s your name?', 'Wie heißen Sie?', 'Quel est votre nom ?', '¿Cómo te llamas?', 'Qual é o seu nome?', 'お名前を入力してください'],
  yourName: ['Your name', 'Ihr Name', 'Votre nom', 'Tu nombre', 'Seu nome', '名前'],
  readyToJoin: ['Ready to join?', 'Bereit zur Teilnahme?', 'Prêt à participer ?', '¿Todo listo para unirte?', 'Pronto para participar?', '参加の準備はできましたか？'],
  askToJoin: ['Ask to join', 'Teilnahme anfragen', 'Demander à participer', 'Solicitar unirse', 'Pedir para participar', '参加をリクエスト'],
  joinNow: ['Join now', 'Jetzt teilnehmen', 'Participer', 'Unirse ahora', 'Participar agora', '今すぐ参加'],
  joinAnyway: ['Join anyway', 'Trotzdem teilnehmen', 'Participer quand même', 'Unirse de todos modos', 'Participar mesmo assim', '参加する'],
  otherWays: ['Other ways to join', 'Andere Möglichkeiten zur Teilnahme', 'Autres façons de participer', 'Otras formas de unirse', 'Outras formas de participar', '他の参加方法'],
  signIn: ['Sign in', 'Anmelden', 'Se connecter', 'Iniciar sesión', 'Fazer login', 'ログイン'],
  terms: ['By joining, you agree to the Terms of Service and Privacy Policy. System info will be sent to confirm you’re not a bot.', 'Mit der Teilnahme stimmen Sie den Nutzungsbedingungen und der Datenschutzerklärung zu.', 'En participant, vous acceptez les Conditions d’utilisation et les Règles de confidentialité.', 'Al unirte, aceptas las Condiciones del Servicio y la Política de Privacidad.', 'Ao participar, você aceita os Termos de Serviço e a Política de Privacidade.', '参加すると、利用規約とプライバシー ポリシーに同意したことになります。'],
  micOff: ['Turn off microphone', 'Mikrofon deaktivieren', 'Désactiver le micro', 'Desactivar micrófono', 'Desativar microfone', 'マイクをオフにする'],
  micOn: ['Turn on microphone', 'Mikrofon aktivieren', 'Activer le micro', 'Activar micrófono', 'Ativar microfone', 'マイクをオンにする'],
  camOff: ['Turn off camera', 'Kamera deaktivieren', 'Désactiver la caméra', 'Desactivar cámara', 'Desativar câmera', 'カメラをオフにする'],
  camOn: ['Turn on camera', 'Kamera aktivieren', 'Activer la caméra', 'Activar cámara', 'Ativar câmera', 'カメラをオンにする'],
  cameraIsOff: ['Camera is off', 'Kamera ist aus', 'La caméra est désactivée', 'La cámara está desactivada', 'A câmera está desativada', 'カメラはオフです'],
  effects: ['Backgrounds and effects', 'Hintergründe und Effekte', 'Arrière-plans et effets', 'Fondos y efectos', 'Planos de fundo e efeitos', '背景とエフェクト'],
  doYouWant: ['Do you want people to see and hear you in the meeting?', 'Möchten Sie in der Videokonferenz gesehen und gehört werden?', 'Voulez-vous que les autres vous voient et vous entendent ?', '¿Quieres que los demás te vean y te escuchen en la reunión?', 'Quer que as pessoas vejam e ouçam você na reunião?', '会議で他のユーザーにあなたの映像と音声を共有しますか？'],
  useDevices: ['Use microphone and camera', 'Mikrofon und Kamera verwenden', 'Utiliser le micro et la caméra', 'Usar micrófono y cámara', 'Usar microfone e câmera', 'マイクとカメラを使用'],
  noDevices: ['Continue without microphone and camera', 'Ohne Mikrofon und Kamera fortfahren', 'Continuer sans micro ni caméra', 'Continuar sin micrófono ni cámara', 'Continuar sem microfone e câmera', 'マイクとカメラを使わずに続行'],
  gotIt: ['Got it', 'Ok', 'OK', 'Entendido', 'Entendi', 'OK'],
  seeDifferently: ['Others may see your video differently', 'Andere sehen Ihr Video möglicherweise anders', 'Les autres peuvent voir votre vidéo différemment', 'Es posible que otros vean tu vídeo de otra forma', 'Outras pessoas podem ver seu vídeo de outra forma', '他の参加者にはあなたの動画が違って見える場合があります'],
  // the lobby
  asking: ['Asking to be let in…', 'Anfrage zur Teilnahme wird gesendet…', 'Demande de participation envoyée…', 'Pidiendo unirse…', 'Pedindo para participar…', '参加をリクエストしています…'],
  someoneLetsYouIn: ['You’ll join the call when someone lets you in', 'Sie nehmen am Anruf teil, sobald Sie jemand hereinlässt', 'Vous participerez à l’appel dès que quelqu’un vous y autorisera', 'Te unirás a la llamada cuando alguien te deje entrar', 'Você participará da chamada quando alguém permitir sua entrada', '誰かが参加を承認すると、通話に参加できます'],
  hostBringsYouIn: ['Please wait until a meeting host brings you into the call', 'Bitte warten Sie, bis ein Organisator Sie in den Anruf holt', 'Veuillez patienter jusqu’à ce qu’un organisateur vous fasse entrer dans l’appel', 'Espera a que un organizador de la reunión te incluya en la llamada', 'Aguarde até que um organizador da reunião inclua você na chamada', '会議の主催者があなたを通話に参加させるまでお待ちください'],
  hostAdmitsYou: ['Please wait until a meeting host admits you to the call', 'Bitte warten Sie, bis ein Organisator Sie zum Anruf zulässt', 'Veuillez patienter jusqu’à ce qu’un organisateur vous admette à l’appel', 'Espera a que un organizador de la reunión te admita en la llamada', 'Aguarde até que um organizador da reunião admita você na chamada', '会議の主催者が参加を許可するまでお待ちください'],
  waitingForHost: ['Waiting for the host to join', 'Warten auf die Teilnahme des Organisators', 'En attente de l’arrivée de l’organisateur', 'Esperando a que se una el organizador', 'Aguardando o organizador entrar', '主催者の参加を待っています'],
  // ends
  denied: ['Someone in the call denied your request to join', 'Ein Teilnehmer hat Ihre Teilnahmeanfrage abgelehnt', 'Un participant a refusé votre demande de participation', 'Alguien de la llamada ha rechazado tu solicitud para unirte', 'Alguém na chamada recusou seu pedido para participar', '通話の参加者があなたの参加リクエストを拒否しました'],
  timedOut: ['No one responded to your request to join the call', 'Niemand hat auf Ihre Teilnahmeanfrage reagiert', 'Personne n’a répondu à votre demande de participation à l’appel', 'Nadie ha respondido a tu solicitud para unirte a la llamada', 'Ninguém respondeu ao seu pedido para participar da chamada', '通話への参加リクエストに誰も応答しませんでした'],
  removed: ['You’ve been removed from the meeting', 'Sie wurden aus der Videokonferenz entfernt', 'Vous avez été exclu de la réunion', 'Te han quitado de la reunión', 'Você foi removido da reunião', '会議から削除されました'],
  hostEnded: ['Your host ended the meeting for everyone', 'Der Organisator hat die Videokonferenz für alle beendet', 'L’organisateur a mis fin à la réunion pour tous les participants', 'El organizador ha finalizado la reunión para todos', 'O organizador encerrou a reunião para todos', '主催者が全員の会議を終了しました'],
  ended: ['This call has ended', 'Dieser Anruf wurde beendet', 'Cet appel est terminé', 'Esta llamada ha finalizado', 'Esta chamada foi encerrada', 'この通話は終了しました'],
  youLeft: ['You left the meeting', 'Sie haben die Videokonferenz verlassen', 'Vous avez quitté la réunion', 'Has abandonado la reunión', 'Você saiu da reunião', '会議から退出しました'],
  blocked: ['You can’t join this video call', 'Sie können an diesem Videoanruf nicht teilnehmen', 'Vous ne pouvez pas participer à cet appel vidéo', 'No puedes unirte a esta videollamada', 'Não é possível participar desta videochamada', 'このビデオ通話に参加できません'],
  blockedWhy: ['No one can join a meeting unless invited or admitted by the host', 'An einer Videokonferenz kann nur teilnehmen, wer eingeladen oder zugelassen wurde', 'Personne ne peut participer à une réunion sans invitation de l’organisateur', 'Nadie puede unirse a una reunión si no le invita o admite el organizador', 'Ninguém pode participar sem convite ou permissão do organizador', '主催者に招待または承認されない限り、会議に参加できません'],
  problem: ['There is a problem connecting to this video call', 'Beim Herstellen der Verbindung zu diesem Videoanruf ist ein Problem aufgetreten', 'Un problème est survenu lors de la connexion à cet appel vidéo', 'Se ha producido un problema al conectar con esta videollamada', 'Houve um problema na conexão com esta videochamada', 'このビデオ通話への接続中に問題が発生しました'],
  badCode: ['Check your meeting code', 'Prüfen Sie Ihren Besprechungscode', 'Vérifiez votre code de réunion', 'Comprueba el código de la reunión', 'Confira o código da reunião', '会議コードを確認してください'],
  badCodeWhy: ['Make sure you entered the correct meeting code in the URL, for example: https://meet.google.com/xxx-yyyy-zzz', 'Achten Sie darauf, dass die URL den richtigen Besprechungscode enthält, z. B. https://meet.google.com/xxx-yyyy-zzz', 'Vérifiez le code de réunion dans l’URL, par exemple : https://meet.google.com/xxx-yyyy-zzz', 'Asegúrate de que has introducido el código correcto en la URL, por ejemplo: https://meet.google.com/xxx-yyyy-zzz', 'Verifique se o código na URL está correto, por exemplo: https://meet.google.com/xxx-yyyy-zzz', 'URL の会議コードが正しいことをご確認ください（例: https://meet.google.com/xxx-yyyy-zzz）'],
  badName: ['Invalid video call name', 'Ungültiger Name für Videoanruf', 'Nom d’appel vidéo non valide', 'El nombre de la videollamada no es válido', 'Nome de videochamada inválido', 'ビデオ通話の名前が無効です'],
  expired: ['Your meeting code has expired', 'Ihr Besprechungscode ist abgelaufen', 'Votre code de réunion a expiré', 'El código de la reunión ha caducado', 'Seu código da reunião expirou', '会議コードの有効期限が切れています'],
  full: ['This video call is full', 'Dieser Videoanruf ist voll', 'Cet appel vidéo est complet', 'Esta videollamada está completa', 'Esta videochamada está cheia', 'このビデオ通話は定員に達しています'],
  returnHome: ['Return to home screen', 'Zurück zum Startbildschirm', 'Revenir à l’écran d’accueil', 'Volver a la pantalla de inicio', 'Voltar à tela inicial', 'ホーム画面に戻る'],
  returning: ['Returning to home screen', 'Startbildschirm wird geöffnet', 'Retour à l’écran d’accueil', 'Volviendo a la pantalla de inicio', 'Voltando à tela inicial', 'ホーム画面に戻ります'],
  rejoin: ['Rejoin', 'Wieder teilnehmen', 'Participer à nouveau', 'Volver a unirse', 'Participar novamente', '再参加'],
  feedback: ['Submit feedback', 'Feedback geben', 'Envoyer des commentaires', 'Enviar comentarios', 'Enviar feedback', 'フィードバックを送信'],
  lostNetwork: ['You lost your network connection. Trying to reconnect.', 'Die Netzwerkverbindung wurde unterbrochen. Verbindung wird wiederhergestellt.', 'Connexion réseau perdue. Tentative de reconnexion.', 'Has perdido la conexión. Intentando restablecerla.', 'Sua conexão de rede caiu. Tentando reconectar.', 'ネットワーク接続が切断されました。再接続しています。'],
  // in the call
  leave: ['Leave call', 'Anruf verlassen', 'Quitter l’appel', 'Salir de la llamada', 'Sair da chamada', '通話から退出'],
  callControls: ['Call controls', 'Anrufsteuerung', 'Commandes d’appel', 'Controles de la llamada', 'Controles de chamada', '通話の操作'],
  captionsOn: ['Turn on captions', 'Untertitel aktivieren', 'Activer les sous-titres', 'Activar subtítulos', 'Ativar legendas', '字幕をオンにする'],
  captionsOff: ['Turn off captions', 'Untertitel deaktivieren', 'Désactiver les sous-titres', 'Desactivar subtítulos', 'Desativar legendas', '字幕をオフにする'],
  captions: ['Captions', 'Untertitel', 'Sous-titres', 'Subtítulos', 'Legendas', '字幕'],
  people: ['People', 'Personen', 'Contacts', 'Personas', 'Pessoas', 'ユーザー'],
  inTheMeeting: ['In the meeting', 'In der Videokonferenz', 'Dans la réunion', 'En la reunión', 'Na reunião', '会議中'],
  participants: ['Participants', 'Teilnehmer', 'Participants', 'Participantes', 'Participantes', '参加者'],
  contributors: ['Contributors', 'Mitwirkende', 'Contributeurs', 'Colaboradores', 'Colaboradores', '投稿者'],
  chatWithEveryone: ['Chat with everyone', 'Mit allen chatten', 'Discuter avec tous les participants', 'Chatear con todos', 'Chat com todos', '全員とチャット'],
  inCallMessages: ['In-call messages', 'Nachrichten während des Anrufs', 'Messages envoyés pendant l’appel', 'Mensajes de la llamada', 'Mensagens na chamada', '通話中のメッセージ'],
  sendMessage: ['Send a message', 'Nachricht senden', 'Envoyer un message', 'Enviar un mensaje', 'Enviar uma mensagem', 'メッセージを送信'],
  chatNote: ['Messages can only be seen by people in the call and are deleted when the call ends', 'Nachrichten sind nur für Teilnehmer sichtbar und werden nach dem Anruf gelöscht', 'Les messages ne sont visibles que par les participants et sont supprimés à la fin de l’appel', 'Los mensajes solo los ven los participantes y se eliminan al terminar la llamada', 'As mensagens só são vistas por quem está na chamada e são excluídas quando ela termina', 'メッセージは通話の参加者にのみ表示され、通話の終了時に削除されます'],
  meetingHost: ['Meeting host', 'Organisator', 'Organisateur de la réunion', 'Organizador de la reunión', 'Organizador da reunião', '会議の主催者'],
  you: ['You', 'Ich', 'Vous', 'Tú', 'Você', 'あなた'],
  cantUnmute: ['You can’t unmute someone else', 'Sie können die Stummschaltung für andere nicht aufheben', 'Vous ne pouvez pas réactiver le micro d’un autre participant', 'No puedes activar el micrófono de otra persona', 'Não é possível ativar o microfone de outra pessoa', '他のユーザーのミュートは解除できません'],
  mute: ['Mute {0}’s microphone', 'Mikrofon von {0} stummschalten', 'Couper le micro de {0}', 'Silenciar el micrófono de {0}', 'Silenciar o microfone de {0}', '{0} さんのマイクをミュート'],
  moreActions: ['More actions', 'Weitere Aktionen', 'Autres actions', 'Más acciones', 'Mais ações', 'その他の操作'],
  moreOptions: ['More options', 'Weitere Optionen', 'Autres options', 'Más opciones', 'Mais opções', 'その他のオプション'],
  shareScreen: ['Share screen', 'Bildschirm freigeben', 'Partager l’écran', 'Compartir pantalla', 'Compartilhar tela', '画面を共有'],
  raiseHand: ['Raise hand', 'Hand heben', 'Lever la main', 'Levantar la mano', 'Levantar a mão', '挙手する'],
  presenting: ['{0} (presenting)', '{0} (präsentiert)', '{0} (présente son écran)', '{0} (presentando)', '{0} (apresentando)', '{0}（画面共有中）'],
  presentation: ['Presentation', 'Präsentation', 'Présentation', 'Presentación', 'Apresentação', 'プレゼンテーション'],
  joined: ['{0} joined', '{0} nimmt jetzt teil', '{0} participe à l’appel', '{0} se ha unido', '{0} entrou', '{0} さんが参加しました'],
  left: ['{0} left', '{0} hat den Anruf verlassen', '{0} a quitté l’appel', '{0} ha salido', '{0} saiu', '{0} さんが退出しました'],
  close: ['Close', 'Schließen', 'Fermer', 'Cerrar', 'Fechar', '閉じる'],
  cancel: ['Cancel', 'Abbrechen', 'Annuler', 'Cancelar', 'Cancelar', 'キャンセル'],
  // consent
  notesTitle: ['Gemini is taking notes', 'Gemini macht Notizen', 'Gemini prend des notes', 'Gemini está tomando notas', 'O Gemini está fazendo anotações', 'Gemini がメモを作成しています'],
  notesText: ['The host turned on “take notes for me”. By joining, you consent to notes and a transcript being taken.', 'Der Organisator hat „Notizen für mich erstellen“ aktiviert. Mit der Teilnahme stimmen Sie dem zu.', 'L’organisateur a activé « Prendre des notes à ma place ». En participant, vous y consentez.', 'El organizador ha activado «Tomar notas por mí». Al unirte, das tu consentimiento.', 'O organizador ativou “Faça anotações para mim”. Ao participar, você concorda com isso.', '主催者が「自動メモ生成」をオンにしました。参加すると同意したことになります。'],
  recordedTitle: ['This video call is being recorded', 'Dieser Videoanruf wird aufgezeichnet', 'Cet appel vidéo est enregistré', 'Esta videollamada se está grabando', 'Esta videochamada está sendo gravada', 'このビデオ通話は録画されています'],
  recordedText: ['By joining this call, you’re giving consent to be recorded', 'Mit der Teilnahme stimmen Sie der Aufzeichnung zu', 'En participant à cet appel, vous acceptez d’être enregistré', 'Al unirte a esta llamada, das tu consentimiento para que se grabe', 'Ao participar desta chamada, você concorda em ser gravado', 'この通話に参加すると、録画に同意したことになります'],
  leaveInstead: ['Leave', 'Verlassen', 'Quitter', 'Salir', 'Sair', '退出'],
};

/** texts(lang) gives a function: t('mute', 'Ada'). */
export function textsOf(language) {
  const at = Math.max(0, LANGUAGES.indexOf((language ?? 'en').slice(0, 2)));
  return (key, ...values) => {
    const text = TEXTS[key]?.[at];
    if (text === undefined) throw new Error(`no text ${key}`);
    return values.reduce((made, value, i) => made.replaceAll(`{${i}}`, value), text);
  };
}
