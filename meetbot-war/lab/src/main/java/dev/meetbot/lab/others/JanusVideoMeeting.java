package dev.meetbot.lab.others;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.meetbot.lab.guest.OtherGuest;
import java.net.URI;

/** A room of Janus's VideoRoom demo. */
record JanusVideoMeeting(JanusServer server, int room) implements OtherMeeting {
  @Override
  public URI url() {
    return server.page("videoroomtest.html?room=" + room);
  }

  @Override
  public void join(OtherGuest guest) {
    guest.act(
        page -> {
          start(page);
          page.fill("#username", guest.voice().name());
          page.click("#register");
          page.waitForFunction("typeof myid !== 'undefined' && myid !== null");
          // a guest's pictures are not shown, see guest.js
          page.waitForSelector(
              "#videolocal video",
              new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        });
  }

  /** The demo's button does nothing before its library is ready. */
  static void start(Page page) {
    page.waitForFunction(
        "window.jQuery && jQuery._data(document.querySelector('#start'), 'events')");
    page.click("#start");
  }

  @Override
  public void awaitOthers(OtherGuest guest, int others) {
    guest.act(
        page ->
            page.waitForFunction(
                "n => [...document.querySelectorAll('[id^=videoremote] video')]"
                    + ".filter(v => v.videoWidth > 0).length >= n",
                others,
                new Page.WaitForFunctionOptions().setTimeout(30_000)));
  }

  @Override
  public void remove(String name) {
    JanusApi api = server.api("janus.plugin.videoroom");
    api.kick(room, api.participant(room, name));
  }

  @Override
  public void end() {
    server.api("janus.plugin.videoroom").destroy(room);
  }
}
