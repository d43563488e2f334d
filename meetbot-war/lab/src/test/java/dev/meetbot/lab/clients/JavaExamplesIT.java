package dev.meetbot.lab.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.clients.Program.End;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same examples in Java, as {@code docs/sdk-java.md} shows them. */
@Execution(ExecutionMode.CONCURRENT)
class JavaExamplesIT extends ExamplesOfPage {
  JavaExamplesIT() {
    super("java");
  }

  @Override
  List<String> preparation() {
    return List.of("bin/java-sdk", "build");
  }

  @Override
  List<String> command(int example) {
    return List.of("bin/java-sdk", "example", Integer.toString(example));
  }

  @Override
  void finished(End end) {
    assertThat(end.err()).doesNotContain("Exception");
  }
}
