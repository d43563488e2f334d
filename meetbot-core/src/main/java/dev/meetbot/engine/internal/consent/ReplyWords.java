package dev.meetbot.engine.internal.consent;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words of yes and no, by language, phrases separated by bars. What is a yes in one language
 * and something else in another, or may be said out of politeness, is left out.
 */
final class ReplyWords {
  /** The longest first. */
  static final List<String> YES =
      phrases(
          // en
          "yes|yeah|yep|yup|sure|ok|okay|of course|go ahead|agreed|i agree|i consent|granted|allowed",
          "you may|you can|yes you may|yes you can|absolutely|approved|permission granted|fine by me",
          "that is fine|that s fine|it is fine|it s fine|no problem|not a problem|no objection",
          "no objections|i don t mind|i do not mind|you may record|you can record",
          // de
          "ja|jawohl|klar|na klar|gerne|gern|natürlich|einverstanden|in ordnung|geht in ordnung",
          "kein problem|von mir aus|geht klar|aber sicher|ja gerne|ich stimme zu|ja ich stimme zu",
          // fr
          "oui|ouais|d accord|bien sûr|allez y|vas y|pas de problème|pas de souci|entendu|volontiers",
          "j accepte|je suis d accord|aucun problème",
          // es
          "sí|claro|claro que sí|por supuesto|de acuerdo|vale|adelante|sin problema|ningún problema",
          "estoy de acuerdo|acepto|está bien",
          // pt
          "sim|claro que sim|com certeza|pode|pode gravar|tudo bem|sem problema|sem problemas|concordo",
          "autorizo|aceito",
          // it
          "certo|certamente|va bene|d accordo|nessun problema|sono d accordo|accetto|acconsento",
          // nl
          "zeker|akkoord|prima|is goed|dat is goed|geen probleem|ga je gang|natuurlijk",
          // pl
          "tak|jasne|oczywiście|zgoda|zgadzam się|wyrażam zgodę|nie ma problemu|proszę bardzo",
          // sv, no, da, fi
          "jajamän|självklart|javisst|selvfølgelig|det är okej|det er greit|kyllä|joo|sopii",
          // cs, sk, hu, tr, el
          "ano|jistě|souhlasím|áno|súhlasím|igen|persze|evet|tabii|olur|ναι|βεβαίως",
          // ru, uk
          "да|конечно|хорошо|согласен|согласна|разрешаю|без проблем|звичайно|згоден|згодна",
          // ja, zh, ko
          "はい|はいどうぞ|どうぞ|いいですよ|同意します|許可します|承知しました",
          "是|是的|好|好的|可以|可以的|同意|我同意|没问题|沒問題|行",
          "네|예|넵|좋아요|동의합니다|괜찮아요|괜찮습니다",
          // ar, he, hi
          "نعم|موافق|أوافق|כן|בסדר|מסכים|מסכימה|हाँ|हां|जी हाँ|ठीक है",
          "👍|✅");

  /** The longest first. */
  static final List<String> NO =
      phrases(
          "no|nope|no way|never|absolutely not|not allowed|denied|permission denied|not ok|not okay",
          "not now|i do not agree|i don t agree|i do not consent|i don t consent|don t|do not",
          "rather not|i d rather not|i object",
          "nein|nö|bitte nicht|lieber nicht|auf keinen fall|niemals|nicht einverstanden|auch nicht",
          "nicht ok|nicht okay|ich stimme nicht zu",
          "non|pas d accord|surtout pas|jamais|je refuse|je ne suis pas d accord|pas question",
          "de ninguna manera|no estoy de acuerdo|nunca|mejor no",
          "não|nunca|não concordo|não autorizo|de jeito nenhum|não pode",
          "assolutamente no|non sono d accordo|non d accordo|mai|meglio di no",
          "nee|liever niet|niet akkoord|nooit|absoluut niet",
          "nie|nie zgadzam się|nie wyrażam zgody|nigdy|lepiej nie",
          "nej|nei|nej tak|nei takk|nej tack|helst inte|ei|ei kiitos",
          "ne|nesouhlasím|nesúhlasím|nem|hayır|olmaz|όχι",
          "нет|не надо|не согласен|не согласна|ні|не згоден|не згодна",
          "いいえ|だめ|だめです|ダメ|ダメです|駄目です|同意しません|やめてください",
          "不|不行|不可以|不同意|我不同意|不要|아니요|아니오|안돼요|안됩니다|동의하지 않습니다",
          "لا|غير موافق|לא|नहीं|जी नहीं",
          "👎");

  static final List<String> STOP =
      phrases(
          "stop recording|stop the recording|stop recording now|no recording|do not record|don t record",
          "aufnahme stoppen|aufnahme beenden|aufzeichnung stoppen|aufzeichnung beenden",
          "nicht aufnehmen|nicht aufzeichnen|keine aufnahme|keine aufzeichnung",
          "arrêtez l enregistrement|arrête l enregistrement|ne pas enregistrer|pas d enregistrement",
          "detener la grabación|detén la grabación|paren la grabación|no grabar|no grabes|no graben",
          "pare a gravação|parar a gravação|parem a gravação|não gravar|não grave",
          "ferma la registrazione|fermate la registrazione|interrompi la registrazione",
          "non registrare|non registrate|stop de opname|stop met opnemen|niet opnemen|geen opname",
          "zatrzymaj nagrywanie|proszę nie nagrywać|nie nagrywać|nie nagrywaj|stop nagrywaniu",
          "остановите запись|не записывать|не записывайте|録画を止めてください|録音を止めてください",
          "録画しないでください|停止录制|不要录制|不要錄製|녹화 중지");

  static final List<String> FILLERS =
      phrases(
          "please|thanks|thank you|bitte|danke|danke schön|s il vous plaît|s il te plaît|merci",
          "por favor|gracias|obrigado|obrigada|per favore|grazie|alsjeblieft|alstublieft|dank je",
          "dank u|bedankt|proszę|dziękuję|tack|takk|kiitos|prosím|děkuji|spasibo|пожалуйста|спасибо",
          "お願いします|ありがとうございます|谢谢|謝謝|请|감사합니다|شكرا|תודה");

  private ReplyWords() {}

  private static List<String> phrases(String... lines) {
    return Stream.of(lines)
        .flatMap(line -> Stream.of(line.split("\\|")))
        .map(Reply::plain)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }
}
