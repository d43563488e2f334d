package dev.meetbot.engine.internal.finalizing;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.lang.System.Logger;
import java.util.function.Consumer;

/**
 * Draws what stands for somebody without a camera, and the names on the pictures. Works without a
 * display. On a machine without any font the cards have no text.
 */
final class NameCard {
  private static final Logger LOG = System.getLogger(NameCard.class.getName());
  private static final Color BACK = new Color(0x23272e);
  private static final Color LABEL = new Color(0x101318);

  private NameCard() {}

  /** A card with the initials in a disc and the name below. */
  static Picture card(String name, int width, int height) {
    int disc = Math.min(width, height) * 2 / 5;
    return paint(
        width,
        height,
        g -> {
          g.setColor(BACK);
          g.fillRect(0, 0, width, height);
          float hue = Math.floorMod(name.hashCode(), 360) / 360f;
          g.setColor(Color.getHSBColor(hue, 0.45f, 0.62f));
          int top = (height - disc) / 2 - height / 14;
          g.fillOval((width - disc) / 2, top, disc, disc);
          g.setColor(Color.WHITE);
          centred(g, initials(name), disc * 2 / 5, width, top + disc / 2);
          centred(g, name, Math.max(11, height / 14), width, top + disc + height / 9);
        });
  }

  /** A narrow label with the name, at most {@code maxWidth} wide. */
  static Picture label(String name, int tileHeight, int maxWidth) {
    int height = Math.max(18, tileHeight / 22) & ~1;
    int[] wanted = {maxWidth & ~1};
    paint(2, 2, g -> wanted[0] = metrics(g, height * 2 / 3).stringWidth(name) + height);
    int width = Math.max(2, Math.min(wanted[0] + 1, maxWidth) & ~1);
    return paint(
        width,
        height,
        g -> {
          g.setColor(LABEL);
          g.fillRect(0, 0, width, height);
          g.setColor(Color.WHITE);
          FontMetrics metrics = metrics(g, height * 2 / 3);
          g.drawString(name, height / 2, (height + metrics.getAscent()) / 2 - 1);
        });
  }

  /** The first letters of the first and the last word. */
  static String initials(String name) {
    String[] words = name.strip().split("\\s+");
    String first = letter(words[0]);
    return words.length == 1 ? first : first + letter(words[words.length - 1]);
  }

  private static String letter(String word) {
    return word.isEmpty() ? "" : new String(Character.toChars(word.codePointAt(0))).toUpperCase();
  }

  private static FontMetrics metrics(Graphics2D g, int size) {
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(8, size)));
    return g.getFontMetrics();
  }

  private static void centred(Graphics2D g, String text, int size, int width, int middle) {
    FontMetrics metrics = metrics(g, size);
    String shown = text;
    while (metrics.stringWidth(shown) > width * 9 / 10 && shown.length() > 2) {
      shown = shown.substring(0, shown.length() - 2) + "\u2026";
    }
    int baseline = middle + (metrics.getAscent() - metrics.getDescent()) / 2;
    g.drawString(shown, (width - metrics.stringWidth(shown)) / 2, baseline);
  }

  private static Picture paint(int width, int height, Consumer<Graphics2D> painter) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    try {
      painter.accept(g);
    } catch (RuntimeException | LinkageError | InternalError e) {
      // No fonts or no font library: the shapes painted before stay.
      LOG.log(Logger.Level.WARNING, "names cannot be drawn: " + e);
    } finally {
      g.dispose();
    }
    return convert(image);
  }

  /** From RGB to the studio range of ITU-R BT.601. */
  private static Picture convert(BufferedImage image) {
    Picture picture = new Picture(image.getWidth(), image.getHeight());
    for (int y = 0; y < picture.height; y++) {
      for (int x = 0; x < picture.width; x++) {
        int rgb = image.getRGB(x, y);
        int r = rgb >> 16 & 255;
        int g = rgb >> 8 & 255;
        int b = rgb & 255;
        picture.data[y * picture.width + x] = (byte) ((66 * r + 129 * g + 25 * b + 4224) >> 8);
        if ((x & 1 | y & 1) == 0) {
          int at = y / 2 * (picture.width / 2) + x / 2;
          picture.data[picture.uAt() + at] = (byte) ((-38 * r - 74 * g + 112 * b + 32896) >> 8);
          picture.data[picture.vAt() + at] = (byte) ((112 * r - 94 * g - 18 * b + 32896) >> 8);
        }
      }
    }
    return picture;
  }
}
