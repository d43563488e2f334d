package dev.meetbot.engine;

import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.RecordingSpec;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, as it came: the engine checks it when the job is created.
 *
 * @param metadata a JSON object as text
 * @param issues what was found wrong while the request was read; it is told together with what the
 *     engine finds
 */
public record JobRequest(
    @Nullable String externalId,
    @Nullable String meetingUrl,
    @Nullable String platform,
    @Nullable Instant joinAt,
    String displayName,
    @Nullable String onStatusChange,
    @Nullable String onFinalize,
    int webhookVersion,
    Set<String> events,
    String metadata,
    AutoLeave autoLeave,
    RecordingSpec recording,
    ConsentSpec consent,
    JoinRequest join,
    List<Issue> issues) {

  /** The name of a bot that was given none. */
  public static final String DEFAULT_DISPLAY_NAME = "meetbot";

  /** A request with nothing but defaults, changed by {@code edit}. */
  public static JobRequest of(Consumer<Draft> edit) {
    Draft draft = new Draft();
    edit.accept(draft);
    return draft.build();
  }

  /** The fields of a request in the making; not thread-safe, lives only inside {@link #of}. */
  public static final class Draft {
    public @Nullable String externalId;
    public @Nullable String meetingUrl;
    public @Nullable String platform;
    public @Nullable Instant joinAt;
    public String displayName = DEFAULT_DISPLAY_NAME;
    public @Nullable String onStatusChange;
    public @Nullable String onFinalize;
    public int webhookVersion = 2;
    public Set<String> events = Set.of();
    public String metadata = "{}";
    public AutoLeave autoLeave = AutoLeave.DEFAULTS;
    public RecordingSpec recording = RecordingSpec.DEFAULTS;
    public ConsentSpec consent = ConsentSpec.NOT_REQUIRED;
    public JoinRequest join = JoinRequest.DEFAULTS;
    public List<Issue> issues = List.of();

    private Draft() {}

    private JobRequest build() {
      return new JobRequest(
          externalId,
          meetingUrl,
          platform,
          joinAt,
          displayName,
          onStatusChange,
          onFinalize,
          webhookVersion,
          Set.copyOf(events),
          metadata,
          autoLeave,
          recording,
          consent,
          join,
          List.copyOf(issues));
    }
  }
}
