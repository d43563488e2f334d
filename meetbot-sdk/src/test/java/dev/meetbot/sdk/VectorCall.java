package dev.meetbot.sdk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Calls the method that a vector names, with its arguments. */
record VectorCall(AsyncMeetBot bots) {
  static final String ID = "019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234";

  CompletableFuture<?> make(String method, Map<String, Object> arguments) {
    String id = (String) arguments.getOrDefault("jobId", ID);
    String key = (String) arguments.get("idempotencyKey");
    return switch (method) {
      case "dispatchBot" -> bots.dispatchBot(dispatch(arguments));
      case "getBot" -> bots.getBot(id);
      case "listBots" -> bots.listBots(filter(arguments));
      case "cancelBot" -> bots.cancelBot(id);
      case "requestRecordingPermission" -> bots.requestRecordingPermission(id);
      case "pauseRecording" -> key == null ? bots.pauseRecording(id) : bots.pauseRecording(id, key);
      case "resumeRecording" -> bots.resumeRecording(id);
      case "stopRecording" -> bots.stopRecording(id);
      case "leaveBot" -> bots.leaveBot(id);
      case "sendChatMessage" ->
          bots.sendChatMessage(id, (String) arguments.getOrDefault("message", "hello"));
      case "manifest" -> bots.manifest(id);
      case "downloadArtifact" -> bots.downloadArtifact(id, (String) arguments.get("name"));
      case "deleteArtifacts" -> bots.deleteArtifacts(id);
      case "composeView" ->
          key == null
              ? bots.composeView(id, view(arguments))
              : bots.composeView(id, view(arguments), key);
      default -> new GroupVectorCall(bots, arguments).make(method);
    };
  }

  private static ViewRequest view(Map<String, Object> arguments) {
    ViewRequest view = ViewRequest.of((String) arguments.getOrDefault("layout", "gallery"));
    return arguments.containsKey("width")
        ? view.withSize(
            Vectors.number(arguments.get("width")), Vectors.number(arguments.get("height")))
        : view;
  }

  private static JobFilter filter(Map<String, Object> arguments) {
    JobFilter filter = JobFilter.all();
    for (Map.Entry<String, Object> argument : arguments.entrySet()) {
      Object value = argument.getValue();
      filter =
          switch (argument.getKey()) {
            case "status" -> filter.withStatus(new JobStatus((String) value));
            case "externalId" -> filter.withExternalId((String) value);
            case "platform" -> filter.withPlatform((String) value);
            case "createdAfter" ->
                filter.withCreatedAfter(OffsetDateTime.parse((String) value).toInstant());
            case "limit" -> filter.withLimit(Vectors.number(value));
            default -> throw new AssertionError(argument.getKey());
          };
    }
    return filter;
  }

  static DispatchRequest dispatch(Map<String, Object> arguments) {
    DispatchRequest.Builder request =
        DispatchRequest.builder(
            (String) arguments.getOrDefault("externalId", "lesson-1"),
            (String) arguments.getOrDefault("meetingUrl", "https://meet.google.com/abc-defg-hij"));
    arguments.forEach((name, value) -> set(request, name, value));
    return request.build();
  }

  private static DispatchRequest.Builder set(
      DispatchRequest.Builder request, String name, Object value) {
    return switch (name) {
      case "externalId", "meetingUrl" -> request;
      case "platform" -> request.platform((String) value);
      case "joinAt" -> request.joinAt(OffsetDateTime.parse((String) value).toZonedDateTime());
      case "displayName" -> request.displayName((String) value);
      case "onStatusChangeUrl" -> request.onStatusChangeUrl((String) value);
      case "onFinalizeUrl" -> request.onFinalizeUrl((String) value);
      case "webhookVersion" -> request.webhookVersion(Vectors.number(value));
      case "webhookEvents" -> request.webhookEvents(texts(value));
      case "metadata" -> request.metadata(Vectors.map(value));
      case "autoLeave" -> request.autoLeave(autoLeave(Vectors.map(value)));
      case "recording" -> request.recording(recording(Vectors.map(value)));
      case "consent" -> request.consent(consent(Vectors.map(value)));
      case "join" -> request.join(join(Vectors.map(value)));
      case "idempotencyKey" -> request.idempotencyKey((String) value);
      default -> throw new AssertionError(name);
    };
  }

  private static AutoLeaveConfig autoLeave(Map<String, Object> values) {
    AutoLeaveConfig.Builder config = AutoLeaveConfig.builder();
    values.forEach(
        (name, value) -> {
          switch (name) {
            case "afterEntryDelaySeconds" -> config.afterEntryDelaySeconds(Vectors.number(value));
            case "afterSilenceSeconds" -> config.afterSilenceSeconds(Vectors.number(value));
            case "afterSoloSeconds" -> config.afterSoloSeconds(Vectors.number(value));
            case "afterMaxSeconds" -> config.afterMaxSeconds(Vectors.number(value));
            case "afterNoOneJoinedSeconds" -> config.afterNoOneJoinedSeconds(Vectors.number(value));
            case "afterOnlyBotsSeconds" -> config.afterOnlyBotsSeconds(Vectors.number(value));
            case "onBotDetected" -> config.onBotDetected((Boolean) value);
            case "botNames" -> config.botNames(texts(value));
            default -> throw new AssertionError(name);
          }
        });
    return config.build();
  }

  private static RecordingConfig recording(Map<String, Object> values) {
    RecordingConfig.Builder config = RecordingConfig.builder();
    values.forEach(
        (name, value) -> {
          switch (name) {
            case "audio" -> config.audio((String) value);
            case "video" -> config.video((String) value);
            case "layout" -> config.layout((String) value);
            case "captions" -> config.captions((Boolean) value);
            case "chat" -> config.chat((Boolean) value);
            case "startOnJoin" -> config.startOnJoin((Boolean) value);
            default -> throw new AssertionError(name);
          }
        });
    return config.build();
  }

  private static ConsentConfig consent(Map<String, Object> values) {
    ConsentConfig.Builder config = ConsentConfig.builder();
    values.forEach(
        (name, value) -> {
          switch (name) {
            case "required" -> config.required((Boolean) value);
            case "prompt" -> config.prompt((String) value);
            case "timeoutSeconds" -> config.timeoutSeconds(Vectors.number(value));
            default -> throw new AssertionError(name);
          }
        });
    return config.build();
  }

  private static JoinConfig join(Map<String, Object> values) {
    JoinConfig.Builder config = JoinConfig.builder();
    values.forEach(
        (name, value) -> {
          switch (name) {
            case "signIn" -> config.signIn((String) value);
            case "passcode" -> config.passcode((String) value);
            case "film" -> config.film((Boolean) value);
            default -> throw new AssertionError(name);
          }
        });
    return config.build();
  }

  private static List<String> texts(Object value) {
    return Vectors.list(value).stream().map(String.class::cast).toList();
  }
}
