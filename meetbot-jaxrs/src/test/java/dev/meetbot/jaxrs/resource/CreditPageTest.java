package dev.meetbot.jaxrs.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.engine.InvalidJobException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;

class CreditPageTest {
  private static MultivaluedMap<String, String> query(String... pairs) {
    MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      query.add(pairs[i], pairs[i + 1]);
    }
    return query;
  }

  @Test
  void aCursorComesBackAsTheEntryItWasMadeOf() {
    String cursor = CreditPage.cursor("usage/019e/3");
    assertThat(CreditPage.read(query("cursor", cursor, "limit", "7")))
        .isEqualTo(new CreditPage("usage/019e/3", 7));
    assertThat(CreditPage.read(query())).isEqualTo(new CreditPage(null, 50));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThatExceptionOfType(InvalidJobException.class)
        .isThrownBy(() -> CreditPage.read(query("cursor", "?", "limit", "0")))
        .satisfies(e -> assertThat(e.issues()).hasSize(2));
  }
}
