package dev.meetbot.contract.postman;

import dev.meetbot.contract.OpenApi;
import dev.meetbot.contract.Operation;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What runs before and after a request: hands ids on, and checks the answer. */
final class PostmanScripts {
  /** What an operation may answer in a run besides success: it hangs on what else goes on. */
  private static final Map<String, List<Integer>> ALSO =
      Map.ofEntries(
          Map.entry("requestRecordingPermission", List.of(409)),
          Map.entry("pauseRecording", List.of(409)),
          Map.entry("resumeRecording", List.of(409)),
          Map.entry("stopRecording", List.of(409)),
          Map.entry("leaveCall", List.of(409)),
          Map.entry("sendChatMessage", List.of(409)),
          Map.entry("cancelJob", List.of(409)),
          Map.entry("getManifest", List.of(404)),
          Map.entry("headManifest", List.of(404)),
          Map.entry("getArtifact", List.of(404)),
          Map.entry("headArtifact", List.of(404)),
          Map.entry("deleteArtifacts", List.of(409)),
          Map.entry("composeView", List.of(409)),
          Map.entry("storeArtifact", List.of(404, 409)),
          Map.entry("redeliver", List.of(404)),
          Map.entry("pollDeviceLogin", List.of(429)),
          Map.entry("submitDeviceLogin", List.of(400, 401, 403, 404, 410)),
          Map.entry("eraseTenant", List.of(404)),
          Map.entry("receiveStripe", List.of(400, 404)),
          Map.entry("getReadiness", List.of(503)));

  /** What is kept of an answer: variables and where their values stand in it. */
  private static final Map<String, Map<String, String>> KEPT =
      Map.of(
          "createJob", Map.of("jobId", "body.id"),
          "listDeliveries", Map.of("deliveryId", "(body.deliveries[0] || {}).deliveryId"),
          "createKey", Map.of("keyId", "body.id"),
          "rotateKey", Map.of("keyId", "body.id"),
          "createTenant", Map.of("tenantId", "body.id", "newTenantKey", "body.apiKey"),
          "initDeviceLogin", Map.of("nonce", "body.nonce", "userCode", "body.userCode"));

  private PostmanScripts() {}

  /** Jobs of the collection are due in a day: trying it out sends no bot at once. */
  static JsonObject beforeEach() {
    return script(
        "prerequest",
        List.of(
            "const tomorrow = new Date(Date.now() + 24 * 3600 * 1000);",
            "pm.collectionVariables.set('joinAt', tomorrow.toISOString());",
            "const later = new Date(tomorrow.getTime() + 15 * 60 * 1000);",
            "pm.collectionVariables.set('endAt', later.toISOString());",
            "if (!pm.collectionVariables.get('jobId')) {",
            "  pm.collectionVariables.set('jobId', '00000000-0000-7000-8000-000000000000');",
            "  pm.collectionVariables.set('deliveryId', 'dlv_00000000000000000000000000');",
            "}"));
  }

  static JsonObject after(OpenApi document, Operation operation) {
    JsonObject responses = operation.json().getJsonObject("responses");
    List<String> expected = new ArrayList<>();
    responses.keySet().stream().filter(s -> s.startsWith("2")).forEach(expected::add);
    ALSO.getOrDefault(operation.id(), List.of()).forEach(s -> expected.add(s.toString()));
    List<String> lines = new ArrayList<>();
    lines.add("pm.test('the status is one of " + String.join(", ", expected) + "', () => {");
    lines.add("  pm.expect(pm.response.code).to.be.oneOf([" + String.join(", ", expected) + "]);");
    lines.add("});");
    lines.add("pm.test('the answer has a request id', () => {");
    lines.add("  pm.response.to.have.header('X-Request-Id');");
    lines.add("});");
    for (String status : responses.keySet()) {
      if (status.startsWith("2")) {
        body(document, document.resolve(responses.getJsonObject(status)), status, lines);
      }
    }
    keep(operation, lines);
    return script("test", lines);
  }

  private static void body(
      OpenApi document, JsonObject response, String status, List<String> lines) {
    JsonObject content = response.getJsonObject("content");
    if (content == null || !content.containsKey("application/json")) {
      return;
    }
    JsonObject media = content.getJsonObject("application/json");
    JsonObject schema = document.resolve(media.getJsonObject("schema"));
    JsonArray required = schema.getJsonArray("required");
    lines.add("if (pm.response.code === " + status + ") {");
    lines.add("  pm.test('the body is the JSON of a " + status + "', () => {");
    lines.add("    pm.expect(pm.response.headers.get('Content-Type')).to.include('json');");
    lines.add(
        required == null
            ? "    pm.response.json();"
            : "    pm.expect(pm.response.json()).to.include.all.keys(" + required + ");");
    lines.add("  });");
    lines.add("}");
  }

  private static void keep(Operation operation, List<String> lines) {
    Map<String, String> kept = KEPT.getOrDefault(operation.id(), Map.of());
    if (kept.isEmpty()) {
      return;
    }
    lines.add("if (pm.response.code < 300) {");
    lines.add("  const body = pm.response.json();");
    kept.keySet().stream()
        .sorted()
        .forEach(
            name ->
                lines.add(
                    "  if ("
                        + kept.get(name)
                        + ") pm.collectionVariables.set('"
                        + name
                        + "', "
                        + kept.get(name)
                        + ");"));
    lines.add("}");
  }

  private static JsonObject script(String when, List<String> lines) {
    JsonArrayBuilder exec = Json.createArrayBuilder();
    lines.forEach(exec::add);
    return Json.createObjectBuilder()
        .add("listen", when)
        .add("script", Json.createObjectBuilder().add("type", "text/javascript").add("exec", exec))
        .build();
  }
}
