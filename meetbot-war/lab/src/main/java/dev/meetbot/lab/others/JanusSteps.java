package dev.meetbot.lab.others;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.meetbot.lab.guest.OtherGuest;

/** What a person does on Janus's VideoRoom page. */
public final class JanusSteps {
  private JanusSteps() {}

  /** Goes in and waits until the own camera is sent. */
  public static void join(OtherGuest guest) {
    guest.act(
        page -> {
          page.waitForFunction(
              "window.jQuery && jQuery._data(document.querySelector('#start'), 'events')");
          page.click("#start");
          page.fill("#username", guest.voice().name());
          page.click("#register");
          page.waitForFunction("typeof myid !== 'undefined' && myid !== null");
          // a guest's pictures are not shown, see guest.js
          page.waitForSelector(
              "#videolocal video",
              new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        });
  }

  /** Waits until so many others are seen. */
  public static void awaitOthers(OtherGuest guest, int others) {
    guest.act(
        page ->
            page.waitForFunction(
                "n => [...document.querySelectorAll('[id^=videoremote] video')]"
                    + ".filter(v => v.videoWidth > 0).length >= n",
                others,
                new Page.WaitForFunctionOptions().setTimeout(30_000)));
  }
}
