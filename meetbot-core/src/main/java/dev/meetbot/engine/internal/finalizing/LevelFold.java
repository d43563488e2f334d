package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.LevelRun;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.MixSource;
import dev.meetbot.engine.internal.finalizing.CapturedTrack.Owner;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Gathers how loud tracks were, and their contributing sources. Used by one thread. */
final class LevelFold {
  private record Source(CapturedTrack.Id track, String streamId) {}

  private final Map<CapturedTrack.Id, List<LevelRun>> tracks = new HashMap<>();
  private final Map<Source, List<LevelRun>> sources = new LinkedHashMap<>();

  /**
   * Takes a line of the log.
   *
   * @param shiftMs what lies between the recording's zero and that of the attempt
   */
  void add(JsonObject line, int attempt, long shiftMs) {
    JsonArray values = line.getJsonArray("dbov");
    int[] dbov = new int[values.size()];
    for (int i = 0; i < dbov.length; i++) {
      dbov[i] = values.getInt(i);
    }
    long from = line.getJsonNumber("fromMs").longValue() + shiftMs;
    LevelRun run = new LevelRun(from, Math.max(1, line.getInt("stepMs", 100)), dbov);
    CapturedTrack.Id track = new CapturedTrack.Id(attempt, line.getInt("track"));
    String source = line.getString("source", "");
    if (source.isEmpty()) {
      tracks.computeIfAbsent(track, i -> new ArrayList<>()).add(run);
    } else {
      sources.computeIfAbsent(new Source(track, source), i -> new ArrayList<>()).add(run);
    }
  }

  Map<CapturedTrack.Id, List<LevelRun>> ofTracks() {
    return Map.copyOf(tracks);
  }

  /**
   * The contributing sources.
   *
   * @param owners whose a stream of an attempt is
   */
  List<MixSource> ofSources(BiFunction<Integer, String, @Nullable Owner> owners) {
    List<MixSource> all = new ArrayList<>();
    sources.forEach(
        (source, runs) ->
            all.add(
                new MixSource(
                    source.track,
                    source.streamId,
                    owners.apply(source.track.attempt(), source.streamId),
                    List.copyOf(runs))));
    return List.copyOf(all);
  }
}
