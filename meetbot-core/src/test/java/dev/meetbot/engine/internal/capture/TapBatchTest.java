package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TapBatchTest {
  @Test
  void everyFieldIsRead() {
    byte[] bytes = batch(new byte[] {1, 2, 3});
    TapBatch batch = TapBatch.decode(Base64.getEncoder().encodeToString(bytes));

    assertThat(batch.doc()).isEqualTo(0xFEDCBA98L);
    assertThat(batch.lane()).isEqualTo(1);
    assertThat(batch.sequence()).isEqualTo(9);
    assertThat(batch.dropped()).isEqualTo(4);
    assertThat(batch.frames()).hasSize(1);
    TapFrame frame = batch.frames().get(0);
    assertThat(frame.track()).isEqualTo(65_000);
    assertThat(frame.video()).isTrue();
    assertThat(frame.key()).isTrue();
    assertThat(frame.container()).isFalse();
    assertThat(frame.layer()).isEqualTo(2);
    assertThat(frame.rtp()).isEqualTo(0xFFFFFFF0L);
    assertThat(frame.ssrc()).isEqualTo(0x80000001L);
    assertThat(frame.sequence()).isEqualTo(-1);
    assertThat(frame.width()).isEqualTo(1_280);
    assertThat(frame.height()).isEqualTo(720);
    assertThat(frame.level()).isEqualTo(0.25);
    assertThat(frame.receivedMs()).isEqualTo(1.795e12);
    assertThat(frame.csrcs()).isEqualTo(List.of(5L, 0xFFFFFFFFL));
    assertThat(frame.data()).containsExactly(1, 2, 3);
  }

  @Test
  void whatIsCutAnywhereIsRefused() {
    byte[] whole = batch(new byte[40]);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (length != 20) {
        assertThatThrownBy(() -> TapBatch.decode(cut)).isInstanceOf(TapFormatException.class);
      }
    }
  }

  @Test
  void aLengthBeyondTheBatchAllocatesNothing() {
    byte[] bytes = batch(new byte[3]);
    for (int length : new int[] {4, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(20 + 32 + 8, length);
      assertThatThrownBy(() -> TapBatch.decode(bytes))
          .isInstanceOf(TapFormatException.class)
          .hasMessageContaining("bytes wanted");
    }
  }

  @Test
  void noiseIsRefusedOrReadButNeverAnythingElse() {
    Random random = new Random(3);
    byte[] good = batch(new byte[200]);
    for (int round = 0; round < 2_000; round++) {
      byte[] bad = good.clone();
      for (int hit = 0; hit < 5; hit++) {
        bad[random.nextInt(80)] = (byte) random.nextInt();
      }
      try {
        assertThat(TapBatch.decode(bad).bytes()).isLessThan(300);
      } catch (TapFormatException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void textThatIsNoBase64IsRefused() {
    assertThatThrownBy(() -> TapBatch.decode("%%%"))
        .isInstanceOf(TapFormatException.class)
        .hasMessage("not base64");
  }

  @Test
  void messagesAreRead() {
    TapMessage message =
        TapMessage.parse(
            "{\"t\":\"track\",\"doc\":4000000000,\"track\":3,\"kind\":\"audio\",\"method\":\"tap\","
                + "\"streamIds\":[\"s1\",\"s2\"],\"trackId\":\"x\"}");
    assertThat(message.type()).isEqualTo("track");
    assertThat(message.doc()).isEqualTo(4_000_000_000L);
    assertThat(message.track()).isEqualTo(3);
    assertThat(TrackInfo.of(message)).isEqualTo(new TrackInfo("audio", "tap", "s1", "x", "", ""));
  }

  @Test
  void messagesOfAnyOtherShapeAreRefused() {
    for (String bad :
        List.of("{", "{}", "[]", "{\"t\":\"track\",\"doc\":\"1\"}", "{\"t\":1,\"doc\":{}}")) {
      assertThatThrownBy(() -> TapMessage.parse(bad)).isInstanceOf(TapFormatException.class);
    }
    TapMessage odd = TapMessage.parse("{\"t\":\"track\",\"doc\":1,\"kind\":7,\"method\":\"tap\"}");
    assertThatThrownBy(() -> TrackInfo.of(odd)).isInstanceOf(TapFormatException.class);
    assertThatThrownBy(odd::track).isInstanceOf(TapFormatException.class);
  }

  @Test
  void theNewestBlockOfRedundantAudioIsTaken() {
    byte[] red = {(byte) (0x80 | 111), 0, 0, 2, 111, 8, 8, 1, 2, 3};
    assertThat(RedPayload.primary(red)).hasValue(new byte[] {1, 2, 3});
    assertThat(RedPayload.primary(new byte[] {111, 4})).hasValue(new byte[] {4});
    assertThat(RedPayload.primary(new byte[] {(byte) 0x80, 0, 3, (byte) 255, 1})).isEmpty();
    assertThat(RedPayload.primary(new byte[0])).isEmpty();
  }

  private static byte[] batch(byte[] payload) {
    return ByteBuffer.allocate(20 + 44 + payload.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(TapBatch.MAGIC)
        .putInt(0xFEDCBA98)
        .putInt(1)
        .putInt(9)
        .putInt(4)
        .putShort((short) 65_000)
        .put((byte) (1 | 2 | 4 | 2 << 5))
        .put((byte) 2)
        .putInt(0xFFFFFFF0)
        .putInt(0x80000001)
        .putInt(-1)
        .putShort((short) 1_280)
        .putShort((short) 720)
        .putFloat(0.25f)
        .putDouble(1.795e12)
        .putInt(5)
        .putInt(-1)
        .putInt(payload.length)
        .put(payload)
        .array();
  }
}
