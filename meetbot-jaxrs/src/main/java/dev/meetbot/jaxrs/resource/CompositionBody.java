package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.Compositions;
import dev.meetbot.engine.Issue;
import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.model.RecordingSpec;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Which view of a call is wanted. */
record CompositionBody(RecordingSpec.Layout layout, int width, int height) {
  /**
   * Reads the body.
   *
   * @throws jakarta.ws.rs.WebApplicationException 400 with everything that is wrong with it
   */
  static CompositionBody read(InputStream body, int declaredLength) throws IOException {
    JsonObject object = RequestBody.object(body, declaredLength);
    List<Issue> issues = new ArrayList<>();
    JsonFields fields = new JsonFields(object, issues);
    if (!object.containsKey("layout") || object.isNull("layout")) {
      issues.add(new Issue(List.of("layout"), "required", "layout is required"));
    }
    CompositionBody read =
        new CompositionBody(
            fields.choice("layout", RecordingSpec.Layout.SPEAKER),
            fields.integer(
                "width", Compositions.WIDTH, Compositions.MIN_WIDTH, Compositions.MAX_WIDTH),
            fields.integer(
                "height", Compositions.HEIGHT, Compositions.MIN_HEIGHT, Compositions.MAX_HEIGHT));
    even("width", read.width, issues);
    even("height", read.height, issues);
    if (!issues.isEmpty()) {
      throw Problem.invalid(issues).exception();
    }
    return read;
  }

  private static void even(String name, int pixels, List<Issue> issues) {
    if (pixels % 2 != 0) {
      issues.add(new Issue(List.of(name), "invalid_value", name + " must be even"));
    }
  }
}
