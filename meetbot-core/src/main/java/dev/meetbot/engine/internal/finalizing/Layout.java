package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.Scene.Content;
import dev.meetbot.engine.internal.finalizing.Scene.Tile;
import dev.meetbot.engine.internal.finalizing.SpeakerTrack.Turn;
import dev.meetbot.engine.internal.finalizing.Timeline.Segment;
import dev.meetbot.model.RecordingSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides what the composed video shows when. Pure. */
final class Layout {
  private final RecordingSpec.Layout layout;
  private final List<Cast> cast;
  private final List<Turn> turns;
  private final Tiles places;

  private Layout(RecordingSpec.Layout layout, FrameSize size, List<Cast> cast, List<Turn> turns) {
    this.layout = layout;
    this.places = new Tiles(size);
    this.cast = cast;
    this.turns = turns;
  }

  /** Scenes that cover the recording without a gap. */
  static List<Scene> scenes(
      RecordingSpec.Layout layout,
      FrameSize size,
      List<Cast> cast,
      List<Segment> timeline,
      long durationMs) {
    return new Layout(layout, size, cast, SpeakerTrack.of(timeline)).scenes(durationMs);
  }

  private List<Scene> scenes(long durationMs) {
    List<Scene> scenes = new ArrayList<>();
    Long[] moments = moments(durationMs).toArray(Long[]::new);
    int turn = -1;
    for (int i = 0; i + 1 < moments.length; i++) {
      long now = moments[i];
      while (turn + 1 < turns.size() && turns.get(turn + 1).fromMs() <= now) {
        turn++;
      }
      List<Tile> tiles = tiles(now, turn < 0 ? null : turns.get(turn).who());
      Scene last = scenes.isEmpty() ? null : scenes.get(scenes.size() - 1);
      if (last != null && last.tiles().equals(tiles)) {
        Span longer = new Span(last.span().startMs(), moments[i + 1]);
        scenes.set(scenes.size() - 1, new Scene(longer, tiles));
      } else {
        scenes.add(new Scene(new Span(now, moments[i + 1]), tiles));
      }
    }
    return scenes;
  }

  private TreeSet<Long> moments(long durationMs) {
    TreeSet<Long> moments = new TreeSet<>();
    for (Cast member : cast) {
      for (List<Span> spans : List.of(member.presence(), member.camera(), member.screen())) {
        for (Span span : spans) {
          moments.add(span.startMs());
          moments.add(span.endMs());
        }
      }
    }
    turns.forEach(t -> moments.add(t.fromMs()));
    moments.removeIf(ms -> ms <= 0 || ms >= durationMs);
    moments.add(0L);
    moments.add(durationMs);
    return moments;
  }

  private List<Tile> tiles(long now, @Nullable String speaking) {
    List<Cast> there = cast.stream().filter(c -> c.present(now)).toList();
    if (layout == RecordingSpec.Layout.SHARE_FIRST) {
      Optional<Cast> sharer = sharer(there, now);
      if (sharer.isPresent()) {
        Cast speaker = find(there, speaking).orElse(sharer.get());
        Tile share = places.whole(sharer.get().who(), Content.SCREEN);
        return List.of(share, places.inset(speaker.who(), face(speaker, now)));
      }
    }
    if (there.isEmpty()) {
      return List.of();
    }
    Cast first = find(there, speaking).orElseGet(() -> firstToShow(there, now));
    if (layout == RecordingSpec.Layout.GALLERY) {
      return gallery(there, first, now);
    }
    return speaker(there, first, now);
  }

  private static Optional<Cast> sharer(List<Cast> there, long now) {
    return there.stream()
        .filter(c -> c.sharing(now))
        .max(
            Comparator.comparingLong(
                c ->
                    c.screen().stream()
                        .filter(s -> s.contains(now))
                        .mapToLong(Span::startMs)
                        .max()
                        .orElse(0)));
  }

  private static Optional<Cast> find(List<Cast> there, @Nullable String who) {
    return there.stream().filter(c -> c.who().equals(who)).findFirst();
  }

  private static Cast firstToShow(List<Cast> there, long now) {
    return there.stream().filter(c -> c.onCamera(now)).findFirst().orElse(there.get(0));
  }

  private static Content face(Cast member, long now) {
    return member.onCamera(now) ? Content.CAMERA : Content.CARD;
  }

  /** Somebody's face or screen that is to have a tile. */
  private record Shown(String who, Content content) {}

  /** What there is to see at that moment, shared screens before faces. */
  private static List<Shown> shown(List<Cast> there, long now) {
    List<Shown> shown = new ArrayList<>();
    there.stream()
        .filter(c -> c.sharing(now))
        .forEach(c -> shown.add(new Shown(c.who(), Content.SCREEN)));
    there.forEach(c -> shown.add(new Shown(c.who(), face(c, now))));
    return shown;
  }

  private List<Tile> speaker(List<Cast> there, Cast first, long now) {
    Shown large = new Shown(first.who(), face(first, now));
    List<Shown> others = shown(there, now);
    others.remove(large);
    if (others.isEmpty()) {
      return List.of(places.whole(large.who(), large.content()));
    }
    List<Tile> tiles = new ArrayList<>();
    tiles.add(places.main(large.who(), large.content()));
    for (Shown other : others.subList(0, Math.min(Tiles.STRIP, others.size()))) {
      tiles.add(places.thumbnail(tiles.size() - 1, other.who(), other.content()));
    }
    return tiles;
  }

  private List<Tile> gallery(List<Cast> there, Cast first, long now) {
    List<Shown> shown = shown(there, now);
    if (shown.size() > Tiles.GALLERY) {
      Shown speaker = new Shown(first.who(), face(first, now));
      shown = new ArrayList<>(shown.subList(0, Tiles.GALLERY));
      if (!shown.contains(speaker)) {
        shown.set(Tiles.GALLERY - 1, speaker);
      }
    }
    List<Tile> tiles = new ArrayList<>();
    for (Shown one : shown) {
      tiles.add(places.cell(tiles.size(), shown.size(), one.who(), one.content()));
    }
    return tiles;
  }
}
