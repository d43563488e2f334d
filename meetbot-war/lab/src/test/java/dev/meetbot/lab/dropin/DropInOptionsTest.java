package dev.meetbot.lab.dropin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DropInOptionsTest {
  @Test
  void tenRedeploysAreUsualAndTwoAreShort() {
    assertThat(DropInOptions.parse(List.of()).redeploys()).isEqualTo(10);
    assertThat(DropInOptions.parse(List.of("--short")).redeploys()).isEqualTo(2);
    assertThat(DropInOptions.parse(List.of("--redeploys", "100")).redeploys()).isEqualTo(100);
  }

  @Test
  void whatMakesNoSenseIsToldWithTheUsage() {
    for (List<String> wrong :
        List.of(
            List.of("--redeploys", "0"),
            List.of("--redeploys"),
            List.of("--only", "jetty"),
            List.of("--fast"))) {
      assertThatThrownBy(() -> DropInOptions.parse(wrong))
          .isInstanceOf(DropInOptions.Unusable.class)
          .hasMessageContaining("usage: bin/dropin");
    }
  }

  @Test
  void someServersCanBeAskedFor() {
    DropInOptions options = DropInOptions.parse(List.of("--json", "--only", "tomcat,payara"));
    assertThat(options.json()).isTrue();
    assertThat(options.only()).containsExactly("tomcat", "payara");
  }
}
