package dev.meetbot.lab.others;

import com.microsoft.playwright.Page;
import dev.meetbot.lab.guest.OtherGuest;
import java.net.URI;
import java.util.List;

/** A room of Janus's TextRoom demo. */
record JanusTextMeeting(JanusServer server, int room) implements OtherMeeting {
  @Override
  public URI url() {
    return server.page("textroomtest.html?room=" + room);
  }

  @Override
  public void join(OtherGuest guest) {
    guest.act(
        page -> {
          JanusVideoMeeting.start(page);
          page.fill("#username", guest.voice().name());
          page.click("#register");
          page.waitForSelector("#room", new Page.WaitForSelectorOptions().setTimeout(15_000));
        });
  }

  @Override
  public void awaitOthers(OtherGuest guest, int others) {
    guest.act(
        page ->
            page.waitForFunction(
                "n => document.querySelectorAll('#list li.list-group-item').length >= n", others));
  }

  @Override
  public List<String> lines(OtherGuest guest, String writer) {
    String before = writer + ":";
    return guest.read(page -> page.locator("#chatroom p:has(b)").allInnerTexts()).stream()
        .filter(line -> line.contains(before))
        .map(line -> line.substring(line.indexOf(before) + before.length()).strip())
        .toList();
  }

  @Override
  public void say(OtherGuest guest, String text) {
    guest.act(
        page -> {
          page.fill("#datasend", text);
          page.press("#datasend", "Enter");
        });
  }
}
