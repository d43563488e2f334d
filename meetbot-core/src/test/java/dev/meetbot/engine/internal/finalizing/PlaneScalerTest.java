package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaneScalerTest {
  /** A slope from left to right must stay one, at any size, and flat from top to bottom. */
  @ParameterizedTest
  @CsvSource({"640,360,1024,576", "640,360,232,130", "1280,720,232,130", "64,64,64,64", "3,3,9,7"})
  void aSlopeStaysASlope(int width, int height, int toWidth, int toHeight) {
    byte[] from = new byte[width * height];
    for (int i = 0; i < from.length; i++) {
      from[i] = (byte) (i % width * 255 / (width - 1));
    }
    byte[] to = new byte[toWidth * toHeight];
    new PlaneScaler(width, height, toWidth, toHeight).scale(from, 0, to, 0, toWidth);
    for (int y = 0; y < toHeight; y++) {
      for (int x = 0; x < toWidth; x++) {
        int wanted = (int) Math.round(((x + 0.5) * width / toWidth - 0.5) * 255 / (width - 1));
        int clipped = Math.max(0, Math.min(255, wanted));
        assertThat(to[y * toWidth + x] & 255).isBetween(clipped - 3, clipped + 3);
      }
    }
  }

  @Test
  void pictureIsFittedAndFramed() {
    Picture tall = new Picture(360, 640);
    java.util.Arrays.fill(tall.data, (byte) 200);
    Picture target = new Picture(1280, 720);
    target.draw(tall, 0, 0, 1280, 720, new Scalers());
    assertThat(target.data[360 * 1280 + 640] & 255).isEqualTo(200);
    assertThat(target.data[360 * 1280 + 20] & 255).isEqualTo(44);
    assertThat(target.data[360 * 1280 + 1260] & 255).isEqualTo(44);
  }
}
