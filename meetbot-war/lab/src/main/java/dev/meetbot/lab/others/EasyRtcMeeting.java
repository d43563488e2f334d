package dev.meetbot.lab.others;

import com.microsoft.playwright.Page;
import dev.meetbot.lab.guest.OtherGuest;
import java.net.URI;

/** The one room of open-easyrtc's multiparty demo. */
record EasyRtcMeeting(EasyRtcServer server) implements OtherMeeting {
  @Override
  public URI url() {
    return server.multiparty();
  }

  /** To open the page is to be in. */
  @Override
  public void join(OtherGuest guest) {
    guest.act(page -> page.waitForFunction("window.easyrtc && easyrtc.myEasyrtcid"));
  }

  @Override
  public void awaitOthers(OtherGuest guest, int others) {
    guest.act(
        page ->
            page.waitForFunction(
                "n => ['box1', 'box2', 'box3'].filter("
                    + "b => document.getElementById(b).videoWidth > 0).length >= n",
                others,
                new Page.WaitForFunctionOptions().setTimeout(30_000)));
  }

  /** Nobody has another name than the id that the server gives. */
  @Override
  public String name(OtherGuest guest) {
    return guest.read(page -> (String) page.evaluate("easyrtc.myEasyrtcid"));
  }
}
