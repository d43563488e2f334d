package dev.meetbot.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of code of a page of the documentation, as it stands there. */
record PageBlock(Path page, int number, String language, String text) {
  static final Path DOCS = Path.of("..", "docs");

  private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /** The page's blocks in that language, counted from 1. */
  static List<PageBlock> of(Path page, String language) {
    try {
      List<PageBlock> found = new ArrayList<>();
      Matcher blocks = FENCED.matcher(Files.readString(page));
      while (blocks.find()) {
        if (blocks.group(1).equals(language)) {
          found.add(new PageBlock(page, found.size() + 1, language, blocks.group(2)));
        }
      }
      return found;
    } catch (IOException e) {
      throw new AssertionError("no page " + page, e);
    }
  }

  String name() {
    return page.getFileName() + " " + language + " " + number;
  }
}
