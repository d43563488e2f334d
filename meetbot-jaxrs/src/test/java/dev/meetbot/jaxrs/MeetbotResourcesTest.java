package dev.meetbot.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeetbotResourcesTest {
  @Test
  void a_server_with_cdi_can_put_a_proxy_before_every_resource_that_it_takes_for_a_bean() {
    assertThat(MeetbotResources.classes())
        .filteredOn(type -> type.isAnnotationPresent(Path.class))
        .filteredOn(MeetbotResourcesTest::isBean)
        .isNotEmpty()
        .noneMatch(type -> Modifier.isFinal(type.getModifiers()));
  }

  /** What needs nothing to be made; RESTEasy leaves classes with parameters to itself. */
  private static boolean isBean(Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .map(Constructor::getParameterCount)
        .anyMatch(count -> count == 0);
  }
}
