package dev.meetbot.engine.internal.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Damages a text in one of the ways in which texts get damaged. */
final class Mutation {
  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  byte[] damaged(byte[] mail) {
    byte[] result = mail;
    int times = 1 + random.nextInt(5);
    for (int i = 0; i < times && result.length > 10; i++) {
      result = random.nextInt(3) == 0 ? bytes(result) : lines(result);
    }
    return result;
  }

  private byte[] bytes(byte[] mail) {
    byte[] copy = mail.clone();
    int at = random.nextInt(copy.length);
    int length = Math.min(copy.length - at, 1 + random.nextInt(20));
    switch (random.nextInt(5)) {
      case 0 -> copy[at] = (byte) random.nextInt(256);
      case 1 -> copy[at] = (byte) ":;,=\r\n \"\\0Z".charAt(random.nextInt(10));
      case 2 -> {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, copy, at, length);
      }
      case 3 -> {
        for (int i = at; i < copy.length; i++) {
          if (Character.isDigit(copy[i])) {
            copy[i] = (byte) ('0' + random.nextInt(10));
            break;
          }
        }
      }
      default -> {
        byte[] cut = Arrays.copyOf(copy, copy.length - length);
        System.arraycopy(copy, at + length, cut, at, copy.length - at - length);
        return cut;
      }
    }
    return copy;
  }

  private byte[] lines(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r\n|\n")));
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(7)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(other, lines.get(at));
      case 2 -> {
        String moved = lines.remove(at);
        lines.add(random.nextInt(lines.size() + 1), moved);
      }
      case 3 ->
          lines.set(at, lines.get(at).replaceFirst(":.*", Matcher.quoteReplacement(":" + junk())));
      case 4 -> lines.set(at, junk());
      case 5 -> lines = new ArrayList<>(lines.subList(0, at + 1));
      default -> lines.set(at, lines.get(at) + lines.get(other));
    }
    return String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String junk() {
    int kind = random.nextInt(8);
    return switch (kind) {
      case 0 -> "https://example.com/" + Integer.toHexString(random.nextInt());
      case 1 -> "99999999T999999Z";
      case 2 -> "FREQ=DAILY;INTERVAL=0;COUNT=2147483647";
      case 3 -> "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=1,2,3";
      case 4 -> "-1";
      case 5 -> "x".repeat(random.nextInt(3000));
      case 6 -> "BEGIN:VEVENT";
      default -> {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        yield new String(bytes, StandardCharsets.ISO_8859_1).replace("\n", "").replace("\r", "");
      }
    };
  }
}
