package dev.meetbot.jaxrs.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.contract.OpenApi;
import dev.meetbot.contract.Operation;
import dev.meetbot.contract.YamlFile;
import dev.meetbot.jaxrs.MeetbotResources;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The routes of the resource classes against the document, in both directions. The WAR's built-in
 * room is no part of the document: its classes are not among {@link MeetbotResources}.
 */
class DriftTest {
  /** Answers without a body, hence without a media type, whatever {@code @Produces} says. */
  private static final Set<String> BODYLESS = Set.of("DELETE", "HEAD");

  private static final OpenApi DOCUMENT =
      new OpenApi(YamlFile.read(new String(Resources.own("openapi.yaml"), StandardCharsets.UTF_8)));
  private final List<Route> routes = Route.of(MeetbotResources.classes());

  private Map<String, Operation> operations() {
    return DOCUMENT.operations().stream()
        .collect(Collectors.toMap(Operation::toString, Function.identity()));
  }

  @Test
  void everyRouteIsDocumentedAndEveryOperationIsRouted() {
    Set<String> documented = new TreeSet<>(operations().keySet());
    Set<String> routed = new TreeSet<>();
    routes.forEach(r -> routed.add(r.toString()));
    Set<String> undocumented = new TreeSet<>(routed);
    undocumented.removeAll(documented);
    assertThat(undocumented).as("routes that openapi.yaml does not have").isEmpty();
    documented.removeAll(routed);
    assertThat(documented).as("operations that no resource class has").isEmpty();
  }

  @Test
  void pathParametersAreAllDeclared() {
    for (Operation operation : DOCUMENT.operations()) {
      Set<String> named = new TreeSet<>();
      var matcher = java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(operation.template());
      while (matcher.find()) {
        named.add(matcher.group(1));
      }
      assertThat(parameters(operation, "path")).as(operation.toString()).isEqualTo(named);
    }
  }

  @Test
  void queryParametersThatAMethodDeclaresAreDocumented() {
    each(
        (route, operation) ->
            assertThat(parameters(operation, "query"))
                .as(route.toString())
                .containsAll(route.query()));
  }

  @Test
  void theBodiesAreOfTheSameMediaTypes() {
    each(
        (route, operation) -> {
          JsonObject body = operation.json().getJsonObject("requestBody");
          List<String> documented =
              body == null
                  ? List.of()
                  : body.getJsonObject("content").keySet().stream().sorted().toList();
          // a body that may be left out comes without a media type too
          boolean optional = body != null && !body.getBoolean("required", false);
          boolean any = route.consumes().equals(List.of("*/*"));
          if (!any && (!optional || !route.consumes().isEmpty())) {
            assertThat(route.consumes()).as(route.toString()).isEqualTo(documented);
          }
        });
  }

  @Test
  void theAnswersAreOfTheSameMediaTypes() {
    each(
        (route, operation) -> {
          if (!BODYLESS.contains(route.method())
              && !route.produces().isEmpty()
              && !operation.json().getJsonObject("responses").containsKey("204")) {
            assertThat(success(operation)).as(route.toString()).containsAll(route.produces());
            assertThat(route.produces()).as(route.toString()).containsAll(success(operation));
          }
        });
  }

  @Test
  void everyKeyedOperationSaysWhatBadKeysGet() {
    for (Operation operation : DOCUMENT.operations()) {
      JsonArray security = operation.json().getJsonArray("security");
      Set<String> statuses = operation.json().getJsonObject("responses").keySet();
      if (!security.isEmpty()) {
        assertThat(statuses).as(operation.toString()).contains("401", "403", "429", "500");
      }
      if (operation.json().containsKey("requestBody")) {
        assertThat(statuses).as(operation.toString()).contains("400", "413", "415");
      }
    }
  }

  private void each(java.util.function.BiConsumer<Route, Operation> check) {
    Map<String, Operation> operations = operations();
    List<Route> known = routes.stream().filter(r -> operations.containsKey(r.toString())).toList();
    assertThat(known).isNotEmpty();
    known.forEach(route -> check.accept(route, operations.get(route.toString())));
  }

  private Set<String> parameters(Operation operation, String place) {
    JsonArray parameters = operation.json().getJsonArray("parameters");
    return parameters == null
        ? Set.of()
        : parameters.getValuesAs(JsonObject.class).stream()
            .map(DOCUMENT::resolve)
            .filter(p -> p.getString("in").equals(place))
            .map(p -> p.getString("name"))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> success(Operation operation) {
    Set<String> types = new TreeSet<>();
    JsonObject responses = operation.json().getJsonObject("responses");
    List<String> statuses = new ArrayList<>(responses.keySet());
    statuses.removeIf(s -> !s.startsWith("2"));
    for (String status : statuses) {
      JsonObject content =
          DOCUMENT.resolve(responses.getJsonObject(status)).getJsonObject("content");
      if (content != null) {
        types.addAll(content.keySet());
      }
    }
    return types;
  }
}
