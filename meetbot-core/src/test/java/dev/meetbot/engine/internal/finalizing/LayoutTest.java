package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.finalizing.Scene.Content;
import dev.meetbot.engine.internal.finalizing.Scene.Tile;
import dev.meetbot.engine.internal.finalizing.Timeline.Segment;
import dev.meetbot.model.RecordingSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutTest {
  private static final long END = 20_000;
  private static final Tiles PLACES = new Tiles(FrameSize.STANDARD);
  private static final List<Span> ALL = List.of(new Span(0, END));

  private static Cast cast(String who, List<Span> camera, List<Span> screen) {
    return new Cast(who, who, ALL, camera, screen);
  }

  private static Segment said(String who, long from, long to) {
    return new Segment(who, who, new Span(from, to), "test", 1);
  }

  private static List<Scene> scenes(
      RecordingSpec.Layout layout, List<Cast> cast, Segment... segments) {
    return Layout.scenes(layout, FrameSize.STANDARD, cast, List.of(segments), END);
  }

  @ParameterizedTest
  @EnumSource(RecordingSpec.Layout.class)
  void scenesCoverTheRecordingWithTilesInsideThePictureThatDoNotOverlap(
      RecordingSpec.Layout layout) {
    List<Cast> cast = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      cast.add(
          new Cast(
              "p" + i,
              "p" + i,
              List.of(new Span(i * 300L, END - i)),
              i % 3 == 0 ? List.of() : List.of(new Span(i * 400L, END)),
              i == 4 ? List.of(new Span(5_000, 9_000)) : List.of()));
      List<Scene> scenes = scenes(layout, cast, said("p0", 0, 3_000), said("p2", 4_000, 15_000));
      long at = 0;
      for (Scene scene : scenes) {
        assertThat(scene.span().startMs()).isEqualTo(at);
        at = scene.span().endMs();
        scene.tiles().forEach(LayoutTest::inside);
        long area = scene.tiles().stream().mapToLong(t -> (long) t.width() * t.height()).sum();
        assertThat(area).isLessThanOrEqualTo(1280L * 720 + 256 * 144);
      }
      assertThat(at).isEqualTo(END);
    }
  }

  private static void inside(Tile tile) {
    assertThat(tile.x() | tile.y() | tile.width() | tile.height()).matches(v -> (v & 1) == 0);
    assertThat(tile.x()).isNotNegative();
    assertThat(tile.y()).isNotNegative();
    assertThat(tile.x() + tile.width()).isLessThanOrEqualTo(1280);
    assertThat(tile.y() + tile.height()).isLessThanOrEqualTo(720);
    assertThat(tile.width()).isPositive();
    assertThat(tile.height()).isPositive();
  }

  @Test
  void theSpeakerIsLargeAndStaysThroughSilence() {
    List<Cast> cast = List.of(cast("a", ALL, List.of()), cast("b", ALL, List.of()));
    List<Scene> scenes =
        scenes(RecordingSpec.Layout.SPEAKER, cast, said("a", 0, 3_000), said("b", 8_000, 9_000));
    assertThat(scenes).hasSize(2);
    assertThat(scenes.get(0).tiles().get(0)).isEqualTo(PLACES.main("a", Content.CAMERA));
    assertThat(scenes.get(0).tiles().get(1)).isEqualTo(PLACES.thumbnail(0, "b", Content.CAMERA));
    assertThat(scenes.get(1).span()).isEqualTo(new Span(8_000, END));
    assertThat(scenes.get(1).tiles().get(0).who()).isEqualTo("b");
  }

  @Test
  void noSpeakerIsShownForLessThanASecond() {
    List<Cast> cast = List.of(cast("a", ALL, List.of()), cast("b", ALL, List.of()));
    List<Scene> scenes =
        scenes(
            RecordingSpec.Layout.SPEAKER,
            cast,
            said("a", 0, 2_000),
            said("b", 2_000, 2_300),
            said("a", 2_300, 9_000));
    assertThat(scenes)
        .extracting(Scene::span)
        .containsExactly(new Span(0, 2_000), new Span(2_000, 3_000), new Span(3_000, END));
  }

  @Test
  void aShareFillsThePictureWithTheSpeakerAsInset() {
    List<Cast> cast =
        List.of(cast("a", ALL, List.of(new Span(4_000, 6_000))), cast("b", List.of(), List.of()));
    List<Scene> scenes = scenes(RecordingSpec.Layout.SHARE_FIRST, cast, said("b", 0, 9_000));
    assertThat(scenes.get(1).span()).isEqualTo(new Span(4_000, 6_000));
    assertThat(scenes.get(1).tiles())
        .containsExactly(PLACES.whole("a", Content.SCREEN), PLACES.inset("b", Content.CARD));
  }

  @Test
  void aCameraThatGoesOffBecomesACard() {
    List<Cast> cast = List.of(cast("a", List.of(new Span(1_000, 5_000)), List.of()));
    assertThat(scenes(RecordingSpec.Layout.SPEAKER, cast))
        .extracting(s -> s.tiles().get(0).content())
        .containsExactly(Content.CARD, Content.CAMERA, Content.CARD);
  }

  @Test
  void anEmptyRoomIsAnEmptyPicture() {
    assertThat(scenes(RecordingSpec.Layout.GALLERY, List.of()))
        .containsExactly(new Scene(new Span(0, END), List.of()));
  }

  @Test
  void hundredsOfTurnsInALongMeetingAreSeparateScenes() {
    List<Cast> cast =
        List.of(
            new Cast("a", "a", List.of(new Span(0, 14_400_000)), List.of(), List.of()),
            new Cast("b", "b", List.of(new Span(0, 14_400_000)), List.of(), List.of()));
    List<Segment> turns = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      turns.add(said(i % 2 == 0 ? "a" : "b", i * 7_000L, i * 7_000L + 6_000));
    }
    assertThat(
            Layout.scenes(
                RecordingSpec.Layout.SPEAKER, FrameSize.STANDARD, cast, turns, 14_400_000))
        .hasSize(2_000);
  }
}
