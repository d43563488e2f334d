package dev.meetbot.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static List<Scenario> expand(String json) {
    return Matrix.expand(JsonText.object(json.replace('\'', '"')), JsonValue.EMPTY_JSON_OBJECT);
  }

  @Test
  void everyCombinationOfTheAxesHasAName() {
    List<Scenario> made =
        expand(
            """
            {'base': {'platform': 'p', 'media': {'video': false}},
             'scenarios': [{'name': 'in', 'over': {'variant': ['a', 'b'], 'media.lossPercent': [2, 5]}}]}
            """);
    assertThat(made)
        .extracting(Scenario::name)
        .containsExactly("in-a-2", "in-a-5", "in-b-2", "in-b-5");
    assertThat(made).extracting(Scenario::variant).containsExactly("a", "a", "b", "b");
    assertThat(made.get(1).json().toString())
        .isEqualTo(
            "{\"platform\":\"p\",\"media\":{\"video\":false,\"lossPercent\":5},\"name\":\"in-a-5\",\"variant\":\"a\"}");
  }

  @Test
  void anObjectIsPutOverTheWhole() {
    List<Scenario> made =
        expand(
            """
            {'scenarios': [{'name': 'in', 'platform': 'p', 'language': 'en',
              'over': {'': [{'as': 'plain'}, {'as': 'b-de', 'variant': 'b', 'language': 'de'}]}}]}
            """);
    assertThat(made).extracting(Scenario::name).containsExactly("in-plain", "in-b-de");
    assertThat(made).extracting(Scenario::language).containsExactly("en", "de");
    assertThat(made.get(1).json()).doesNotContainKeys("as", "over", "like");
  }

  @Test
  void piecesLieOverTheBaseAndUnderTheScenario() {
    Scenario made =
        expand(
                """
                {'base': {'platform': 'p', 'door': {'kind': 'open', 'after': 1}, 'job': {'x': 1}},
                 'pieces': {'shut': {'door': {'kind': 'lobby', 'answer': 'deny'}}, 'late': {'door': {'after': 5}}},
                 'scenarios': [{'name': 'n', 'like': ['shut', 'late'], 'door': {'answer': 'admit'}}]}
                """)
            .get(0);
    assertThat(made.object("door").toString())
        .isEqualTo("{\"kind\":\"lobby\",\"after\":5,\"answer\":\"admit\"}");
    assertThat(made.job()).containsKey("x");
  }

  @Test
  void aMissingPieceIsNamed() {
    assertThatThrownBy(() -> expand("{'scenarios': [{'name': 'n', 'like': ['nothing']}]}"))
        .hasMessageContaining("nothing");
  }
}
