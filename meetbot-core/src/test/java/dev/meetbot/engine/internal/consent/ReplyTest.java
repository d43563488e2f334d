package dev.meetbot.engine.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Yes!",
        "YES.",
        "Yes, please",
        "ok",
        "Okay, go ahead",
        "Sure, no problem",
        "👍",
        "👍🏽",
        "I don't mind",
        "I don’t mind",
        "That's fine, thanks",
        "Ja",
        "ja, gerne",
        "Kein Problem!",
        "Natürlich",
        "einverstanden",
        "Oui",
        "d’accord",
        "Bien sûr, allez-y",
        "pas de problème",
        "Sí",
        "si",
        "claro que sí",
        "Por supuesto, adelante",
        "Sim",
        "Com certeza",
        "pode gravar",
        "certo",
        "Va bene, grazie",
        "nessun problema",
        "zeker",
        "Geen probleem",
        "is goed",
        "tak",
        "Oczywiście",
        "nie ma problemu",
        "wyrażam zgodę",
        "はい",
        "はい、どうぞ。",
        "同意します",
        "ano",
        "souhlasím",
        "igen",
        "evet",
        "да",
        "конечно",
        "可以",
        "好的",
        "没问题",
        "네",
        "כן",
        "نعم",
        "हाँ",
        "kyllä",
        "självklart"
      })
  void a_clear_yes_counts_in_many_languages(String line) {
    assertThat(Reply.of(line)).as(line).contains(Reply.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "No!",
        "nope",
        "No, thanks",
        "No no no",
        "please don't",
        "Not now",
        "👎",
        "never",
        "I do not consent",
        "Nein",
        "nein danke",
        "Lieber nicht",
        "Bitte nicht!",
        "Non",
        "non merci",
        "Pas d'accord",
        "surtout pas",
        "No, gracias",
        "no estoy de acuerdo",
        "Não",
        "não concordo",
        "Assolutamente no",
        "Nee",
        "Nee, dank je",
        "liever niet",
        "nie",
        "Nie zgadzam się",
        "いいえ",
        "だめです",
        "нет",
        "不行",
        "不可以",
        "아니요",
        "לא",
        "لا",
        "नहीं",
        "nej tack",
        "hayır",
        "όχι"
      })
  void a_clear_no_counts_in_many_languages(String line) {
    assertThat(Reply.of(line)).as(line).contains(Reply.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop recording",
        "Please stop the recording!",
        "Don't record, please",
        "Aufnahme beenden, bitte",
        "bitte nicht aufnehmen",
        "Arrêtez l’enregistrement",
        "no grabar por favor",
        "録画を止めてください",
        "Proszę nie nagrywać",
        "stop de opname"
      })
  void a_line_against_recording_is_understood_without_a_question(String line) {
    assertThat(Reply.of(line)).as(line).contains(Reply.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "!!!",
        "please",
        "yes and no",
        "yes, but not now",
        "yesterday",
        "nobody",
        "know",
        "okay?",
        "yes?",
        "Ja oder nein",
        "no idea",
        "not sure",
        "I said yes to Bob",
        "no one is here yet",
        "nicht einverstanden? doch",
        "ja aber erst später",
        "maybe",
        "hello",
        "ok let's start with the agenda",
        "no problem with the agenda",
        "si vous voulez",
        "jaguar",
        "I am not okay with being asked whether it is ok or not okay to record this meeting ok ok"
      })
  void anything_else_is_no_answer(String line) {
    assertThat(Reply.of(line)).as(line).isEmpty();
  }

  @Test
  void no_phrase_means_both() {
    assertThat(ReplyWords.YES).doesNotContainAnyElementsOf(ReplyWords.NO);
    assertThat(ReplyWords.YES).doesNotContainAnyElementsOf(ReplyWords.STOP);
    assertThat(ReplyWords.FILLERS).doesNotContainAnyElementsOf(ReplyWords.YES);
    assertThat(ReplyWords.FILLERS).doesNotContainAnyElementsOf(ReplyWords.NO);
  }
}
