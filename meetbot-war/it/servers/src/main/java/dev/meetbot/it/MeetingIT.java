package dev.meetbot.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.app.App;
import dev.meetbot.lab.app.AppRequests;
import dev.meetbot.lab.app.ShortMeeting;
import java.net.URL;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real bot in a real meeting, on every server; the class runs outside of the server. */
@ExtendWith(ArquillianExtension.class)
@Timeout(300)
public class MeetingIT {
  @ArquillianResource URL deployed;

  /** The WAR as it was built. */
  @Deployment(testable = false)
  public static WebArchive war() {
    return Deployed.war();
  }

  @Test
  void aMeetingIsRecordedAsItWasSpoken(@TempDir Path dir) {
    App app = Deployed.app(deployed);
    assertThat(ShortMeeting.faults(app, dir.resolve("recording"))).isEmpty();
  }

  @Test
  void allIsThereUnderItsContextPath() {
    assertThat(AppRequests.faults(Deployed.app(deployed))).isEmpty();
  }
}
