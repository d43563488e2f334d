package dev.meetbot.jaxrs.dto;

import dev.meetbot.model.AutoLeave;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** When a bot leaves by itself, on the wire: whole seconds, 0 for never. */
@JsonbPropertyOrder({
  "afterEntryDelaySeconds",
  "afterSilenceSeconds",
  "afterSoloSeconds",
  "afterMaxSeconds",
  "onBotDetected",
  "afterNoOneJoinedSeconds",
  "afterOnlyBotsSeconds",
  "botNames"
})
public record AutoLeaveDto(
    long afterEntryDelaySeconds,
    long afterSilenceSeconds,
    long afterSoloSeconds,
    long afterMaxSeconds,
    boolean onBotDetected,
    long afterNoOneJoinedSeconds,
    long afterOnlyBotsSeconds,
    List<String> botNames) {

  static AutoLeaveDto from(AutoLeave leave) {
    return new AutoLeaveDto(
        leave.afterEntryDelay().toSeconds(),
        leave.afterSilence().toSeconds(),
        leave.afterSolo().toSeconds(),
        leave.afterMax().toSeconds(),
        leave.onBotDetected(),
        leave.afterNoOneJoined().toSeconds(),
        leave.afterOnlyBots().toSeconds(),
        leave.botNames().stream().sorted().toList());
  }
}
