package dev.meetbot.jaxrs.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static List<String> routes(Class<?> resource) {
    return Stream.of(resource.getMethods())
        .filter(m -> m.getDeclaringClass() == resource)
        .map(m -> Route.of(resource, m))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void aRouteIsTheTemplateWithoutItsPatterns() {
    assertThat(routes(ArtifactsResource.class))
        .contains("/api/v1/jobs/{id}/artifacts/{name}", "/api/v1/jobs/{id}/manifest");
    assertThat(routes(HealthResource.class)).contains("/healthz", "/readyz");
    assertThat(routes(AdminResource.Scrape.class)).containsExactly("/metrics");
  }

  @Test
  void whatMatchedNothingHasNone() {
    assertThat(Route.of(null, null)).isEqualTo("none");
    assertThat(Arrays.asList(Route.of(HealthResource.class, null))).containsExactly("none");
  }
}
