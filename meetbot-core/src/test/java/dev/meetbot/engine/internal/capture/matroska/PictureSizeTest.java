package dev.meetbot.engine.internal.capture.matroska;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PictureSizeTest {
  @Test
  void whatTheBrowserTellsIsTaken() {
    assertThat(PictureSize.format(Codec.H264, 640, 360, new byte[0]))
        .isEqualTo(TrackFormat.video(Codec.H264, 640, 360));
  }

  @Test
  void av1TellsItInTheSequenceHeader() {
    byte[] sent =
        HexFormat.of().parseHex("0a0a000000043cfecc01a0083234104a2014514505069900b5f45979");
    assertThat(PictureSize.format(Codec.AV1, 0, 0, sent))
        .isEqualTo(TrackFormat.video(Codec.AV1, 320, 180));
  }

  @Test
  void vp8TellsItInItsFrameHeader() {
    byte[] sent = HexFormat.of().parseHex("50 00 00 9d 01 2a 40 01 b4 00".replace(" ", ""));
    assertThat(PictureSize.format(Codec.VP8, 0, 0, sent))
        .isEqualTo(TrackFormat.video(Codec.VP8, 320, 180));
  }

  @Test
  void damageGivesTheLeastSizeThatIsAllowed() {
    assertThat(PictureSize.format(Codec.AV1, 0, 0, new byte[] {0x0a, 127}))
        .isEqualTo(TrackFormat.video(Codec.AV1, 1, 1));
    assertThat(PictureSize.format(Codec.VP8, 0, 0, new byte[3]))
        .isEqualTo(TrackFormat.video(Codec.VP8, 1, 1));
  }
}
