package dev.meetbot.lab.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.clients.Program.End;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The seed's examples, which {@code docs/sdk-python.md} shows. */
@Execution(ExecutionMode.CONCURRENT)
class PythonExamplesIT extends ExamplesOfPage {
  private static final List<String> TESTS =
      List.of(
          "test_against_a_running_server[dispatch_and_poll]",
          "test_against_a_running_server[async_dispatch]",
          "test_flask_webhook_from_a_running_server");

  PythonExamplesIT() {
    super("python");
  }

  @Override
  List<String> preparation() {
    return List.of("bin/python-sdk", "run", "-c", "import meetbot");
  }

  @Override
  List<String> command(int example) {
    return List.of(
        "bin/python-sdk",
        "run",
        "-m",
        "pytest",
        "-s",
        "tests/test_examples.py::" + TESTS.get(example - 1));
  }

  @Override
  void finished(End end) {
    assertThat(end.out()).contains("1 passed").doesNotContain("skipped");
  }
}
