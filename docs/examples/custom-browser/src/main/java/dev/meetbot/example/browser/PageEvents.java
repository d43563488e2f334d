package dev.meetbot.example.browser;

import jakarta.json.JsonObject;

/** Ends the session when its page does, and answers the questions that pages put to people. */
record PageEvents(Channel page, String target) implements Connection.Listener {
  @Override
  public void event(String session, String method, JsonObject parameters) {
    switch (method) {
      case "Inspector.targetCrashed", "Target.targetCrashed" -> {
        if (session.equals(page.session()) || parameters.getString("targetId", "").equals(target)) {
          page.connection().end("The page crashed");
        }
      }
      case "Target.detachedFromTarget" -> {
        if (parameters.getString("sessionId", "").equals(page.session())) {
          page.connection().end("The page was closed");
        }
      }
      case "Page.javascriptDialogOpening" -> {
        if (session.equals(page.session())) {
          // everything is declined, but leaving a page
          boolean leave = parameters.getString("type").equals("beforeunload");
          page.tell("Page.handleJavaScriptDialog", "accept", leave);
        }
      }
      default -> {
        // others listen for the rest
      }
    }
  }
}
