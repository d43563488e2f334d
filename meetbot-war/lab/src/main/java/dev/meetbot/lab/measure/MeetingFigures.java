package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.GuestTruth;
import dev.meetbot.lab.truth.SentSample;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every media figure of a recorded meeting.
 *
 * @param video of the composed file; empty when there is none
 * @param avOffset in the composed file; without pairs when there is none
 * @param asManifested whether every file has the length and checksum that the manifest tells
 */
public record MeetingFigures(
    List<Speaker> speakers,
    List<Camera> cameras,
    Attribution attribution,
    Optional<VideoFigures> video,
    AvOffset avOffset,
    KeyFrameRequests keyFrameRequests,
    boolean asManifested) {

  /** A guest's own audio file; figures are empty when it is missing. */
  public record Speaker(Voice voice, Optional<SpeakerFigures> figures, Optional<PacketLoss> loss) {}

  /** A guest's camera as it was kept; the ratio is empty when the file is missing. */
  public record Camera(String name, Optional<FrameRatio> ratio, int decodeErrors) {}

  public MeetingFigures {
    speakers = List.copyOf(speakers);
    cameras = List.copyOf(cameras);
  }

  /** Measures; takes about as long as the files are decoded a few times over. */
  public static MeetingFigures of(Recording recording, List<GuestTruth> guests) {
    double zero = recording.startedAtMs();
    List<Speech> truth =
        guests.stream().map(g -> g.speech().shift(-zero).within(recording.window())).toList();
    List<Speaker> speakers = new ArrayList<>();
    for (Speech own : truth) {
      speakers.add(speaker(recording, own, truth));
    }
    Optional<RecordedFile> composed = recording.files("video").stream().findFirst();
    List<Voice> voices = truth.stream().map(Speech::voice).toList();
    return new MeetingFigures(
        speakers,
        guests.stream().map(g -> camera(recording, g)).toList(),
        Attribution.of(recording.timeline(), truth, recording.window()),
        composed.map(f -> VideoFigures.of(f.path())),
        composed.map(f -> AvOffset.of(f.path(), voices)).orElse(new AvOffset(Double.NaN, 0)),
        KeyFrameRequests.of(guests),
        recording.files().stream().allMatch(RecordedFile::isAsManifested));
  }

  private static Speaker speaker(Recording recording, Speech own, List<Speech> truth) {
    Optional<RecordedFile> file = recording.file("audio", own.voice().name());
    return new Speaker(
        own.voice(),
        file.map(f -> SpeakerFigures.of(f.path(), f.offsetMs(), own, truth)),
        file.map(
            f ->
                PacketLoss.of(
                    Packet.of(f.path(), "a"), Span.shift(recording.pauses(), -f.offsetMs()))));
  }

  private static Camera camera(Recording recording, GuestTruth guest) {
    String name = guest.speech().voice().name();
    Optional<RecordedFile> file = recording.file("participant_video", name);
    return new Camera(
        name,
        file.map(
            f ->
                FrameRatio.of(
                    Packet.of(f.path(), "v"),
                    recording.startedAtMs() + f.offsetMs(),
                    guest.toRecorder(),
                    SentSample::cameraFrames)),
        file.map(f -> VideoFigures.decodeErrors(f.path())).orElse(0));
  }

  /** Missing packets of all speakers together. */
  public int lostAudioPackets() {
    return speakers.stream().flatMap(s -> s.loss().stream()).mapToInt(PacketLoss::lost).sum();
  }
}
