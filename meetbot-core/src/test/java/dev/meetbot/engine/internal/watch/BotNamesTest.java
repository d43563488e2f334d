package dev.meetbot.engine.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.engine.internal.watch.BotNames.Bot;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotNamesTest {
  private final BotNames names =
      new BotNames(BotVendors.builtIn(), Set.of("Acme Scribe", "Zapper-9"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Otter.ai                          | Otter
          Ada's OtterPilot                  | Otter
          OtterPilot                        | Otter
          Otter                             | Otter
          OTTER.AI NOTETAKER (2)            | Otter
          Ada's Otter Notetaker             | Otter
          Fireflies.ai Notetaker Ada        | Fireflies
          Fireflies                         | Fireflies
          read.ai meeting notes             | Read
          Read AI                           | Read
          Read                              | Read
          Read (Ada Lovelace)               | Read
          read-ai                           | Read
          tl;dv Notetaker                   | tl;dv
          tl;dv                             | tl;dv
          TLDV                              | tl;dv
          Fathom                            | Fathom
          Ada's Fathom AI Notetaker         | Fathom
          Fathom Notetaker (Guest)          | Fathom
          Grain                             | Grain
          Grain Notetaker                   | Grain
          Fellow Note Taker                 | Fellow
          Fellow.app                        | Fellow
          Avoma Assistant                   | Avoma
          Gong Recorder                     | Gong
          Recorder by Gong                  | Gong
          Gong.io                           | Gong
          Chorus.ai                         | Chorus
          Chorus by ZoomInfo                | Chorus
          Chorus Recorder                   | Chorus
          Notta Bot                         | Notta
          MeetGeek Notetaker                | MeetGeek
          Sembly AI                         | Sembly
          Zoom AI Companion                 | Zoom AI Companion
          AI Companion                      | Zoom AI Companion
          Microsoft Copilot                 | Copilot
          Copilot                           | Copilot
          Clari Copilot                     | Clari Copilot
          Recall.ai                         | Recall
          Recall Bot                        | Recall
          attendee.dev                      | Attendee
          Vexa                              | Vexa
          VexaBot                           | Vexa
          Jamie AI                          | Jamie
          Supernormal                       | Supernormal
          Krisp Notetaker                   | Krisp
          Circleback                        | Circleback
          Bluedot                           | Bluedot
          Laxis Assistant                   | Laxis
          Airgram Assistant                 | Airgram
          Nyota Notetaker                   | Nyota
          Sybill                            | Sybill
          Spinach.io                        | Spinach
          Spinach AI                        | Spinach
          Tactiq                            | Tactiq
          meetbot                           | meetbot
          meetbot (2)                       | meetbot
          Team meetbot                      | meetbot
          The Acme Scribe, second edition   | custom
          zapper 9                          | custom
          Otter Acme Scribe                 | custom
          """)
  void bots_of_known_vendors(String name, String vendor) {
    assertThat(names.find(person(name, false)).map(Bot::vendor)).hasValue(vendor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada's Notetaker",
        "AI Notetaker",
        "Meeting Note Taker",
        "Notetaker",
        "Somebody's AI Meeting Assistant",
        "ACME Recording Bot"
      })
  void bots_that_nobody_knows_by_vendor(String name) {
    assertThat(names.find(person(name, false)))
        .hasValueSatisfying(bot -> assertThat(bot.vendor()).isNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada",
        "Ada Lovelace",
        "Reader",
        "Read Montague",
        "Herbert Read",
        "Read, Herbert",
        "Mr. Read, AI researcher",
        "Herbert Read (AI team)",
        "Herbert Read - AI",
        "Gong Li",
        "Li Gong",
        "Gongora Potter",
        "Otterbein",
        "Jane Otter",
        "Jamie",
        "Jamie Bell",
        "Sally",
        "Grain Smith",
        "Ingrain",
        "Fellow Traveller",
        "Fellows",
        "Chorus Line",
        "Fathoms Below",
        "Copilots Inc.",
        "Attendee",
        "Attendee 3",
        "Bob (notetaker)",
        "Bob - note taker",
        "Recall Committee",
        "Bottega",
        "Robot Fan",
        "Abbot Suger",
        "Gemini",
        "Zoom Room 4",
        "Acme",
        "Scribe Acme",
        "",
        "()",
        "\ud83d\ude00"
      })
  void people(String name) {
    assertThat(names.find(person(name, false))).isEmpty();
  }

  @Test
  void the_platforms_mark_counts_and_the_own_tile_never_does() {
    assertThat(names.find(person("Ada", true))).isPresent();
    assertThat(names.find(new Participant("1", "meetbot", true, false, true, false))).isEmpty();
    assertThat(names.find(person("meetbot", true)).map(Bot::vendor)).hasValue("meetbot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"suffixes\":[],\"endings\":[],\"generic\":[],\"vendors\":[{\"vendor\":\"A\"}]}",
        "{\"suffixes\":[],\"endings\":[],\"generic\":[],"
            + "\"vendors\":[{\"vendor\":\"A\",\"names\":[],\"phrases\":[]}]}",
        "{\"suffixes\":[\"...\"],\"endings\":[],\"generic\":[],\"vendors\":[]}",
        "{\"suffixes\":[1],\"endings\":[],\"generic\":[],\"vendors\":[]}"
      })
  void a_list_that_makes_no_sense_is_refused(String json) {
    ByteArrayInputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> BotVendors.read(in))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bot-vendors.json");
  }

  private static Participant person(String name, boolean bot) {
    return new Participant("id", name, false, false, bot, false);
  }
}
