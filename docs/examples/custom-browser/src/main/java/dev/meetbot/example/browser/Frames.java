package dev.meetbot.example.browser;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The page and those of its frames that have processes of their own: each is a party to itself in
 * the protocol, and has to be told everything. A frame waits until it was. Thread-safe.
 */
final class Frames implements Connection.Listener {
  private final Channel page;
  private final List<Command> commands = new ArrayList<>();
  private final Set<String> sessions = new LinkedHashSet<>();

  private record Command(String method, Object[] parameters) {}

  Frames(Channel page) {
    this.page = page;
    sessions.add(page.session());
    page.connection().listen(this);
  }

  /** Tells it to all that are there, and to all that come; waits for the page's answer. */
  void tellAll(Deadline deadline, String method, Object... parameters) {
    synchronized (this) {
      commands.add(new Command(method, parameters));
      sessions.stream()
          .filter(session -> !session.equals(page.session()))
          .forEach(session -> channel(session).tell(method, parameters));
    }
    page.call(deadline, method, parameters);
  }

  /** From now on frames are told what was told before. */
  void follow(Deadline deadline) {
    tellAll(
        deadline,
        "Target.setAutoAttach",
        "autoAttach",
        true,
        "waitForDebuggerOnStart",
        true,
        "flatten",
        true);
  }

  /** Whether it is the page or one of its frames. */
  synchronized boolean has(String session) {
    return sessions.contains(session);
  }

  Channel channel(String session) {
    return new Channel(page.connection(), session);
  }

  @Override
  public synchronized void event(String session, String method, JsonObject parameters) {
    if (!sessions.contains(session)) {
      return;
    }
    if (method.equals("Target.attachedToTarget")) {
      Channel frame = channel(parameters.getString("sessionId"));
      // workers come this way too, and wait as well
      if (parameters.getJsonObject("targetInfo").getString("type").equals("iframe")) {
        sessions.add(frame.session());
        commands.forEach(command -> frame.tell(command.method(), command.parameters()));
      }
      frame.tell("Runtime.runIfWaitingForDebugger");
    } else if (method.equals("Target.detachedFromTarget")) {
      sessions.remove(parameters.getString("sessionId"));
    }
  }
}
