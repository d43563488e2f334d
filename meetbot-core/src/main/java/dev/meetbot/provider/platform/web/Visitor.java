package dev.meetbot.provider.platform.web;

import java.net.URI;

/**
 * What a bot gives to a page that asks. Holds secrets, which its text leaves out.
 *
 * @param passcode empty when there is none
 * @param address of the meeting's first page
 */
record Visitor(String name, String passcode, URI address) {
  @Override
  public String toString() {
    return "Visitor[" + name + (passcode.isEmpty() ? "" : ", passcode") + "]";
  }
}
