package dev.meetbot.engine.internal.finalizing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody whom the composed video can show.
 *
 * @param presence when they were there
 * @param camera when their camera sent pictures
 * @param screen when they shared a screen
 */
record Cast(String who, String name, List<Span> presence, List<Span> camera, List<Span> screen) {
  Cast {
    presence = List.copyOf(presence);
    camera = List.copyOf(camera);
    screen = List.copyOf(screen);
  }

  /** The id under which a video of an unknown owner is shown. */
  static String who(CapturedTrack track) {
    return track.owner() != null
        ? track.owner().participantId()
        : "unknown " + track.id().attempt() + "/" + track.id().number();
  }

  /** Everybody but the bot itself, in order of arrival; unknown cameras last. */
  static List<Cast> of(List<Person> people, List<MediaFile> files) {
    Map<String, Cast> cast = new LinkedHashMap<>();
    for (Person person : people) {
      if (!person.self()) {
        String name = person.name().isEmpty() ? "participant" : person.name();
        cast.put(person.id(), new Cast(person.id(), name, person.presence(), List.of(), List.of()));
      }
    }
    for (MediaFile file : files) {
      String who = who(file.track());
      Cast member = cast.get(who);
      if (member == null) {
        if (file.kind() != MediaKind.PARTICIPANT_VIDEO || file.track().owner() != null) {
          continue;
        }
        member = new Cast(who, "unknown", List.of(), List.of(), List.of());
      }
      cast.put(who, member.with(file));
    }
    return List.copyOf(cast.values());
  }

  private Cast with(MediaFile file) {
    return switch (file.kind()) {
      case PARTICIPANT_VIDEO -> new Cast(who, name, and(presence, file), and(camera, file), screen);
      case SCREEN_VIDEO -> new Cast(who, name, and(presence, file), camera, and(screen, file));
      case AUDIO -> new Cast(who, name, and(presence, file), camera, screen);
      default -> this;
    };
  }

  private static List<Span> and(List<Span> spans, MediaFile file) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(file.active());
    return Span.joined(all, 0);
  }

  boolean present(long ms) {
    return Span.anyContains(presence, ms);
  }

  boolean onCamera(long ms) {
    return Span.anyContains(camera, ms);
  }

  boolean sharing(long ms) {
    return Span.anyContains(screen, ms);
  }
}
