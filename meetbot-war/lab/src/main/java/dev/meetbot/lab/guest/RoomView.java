package dev.meetbot.lab.guest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The room as one guest's page sees it at one moment. */
public record RoomView(JsonObject json) {

  /** Where the guest itself is: {@code prejoin}, {@code waiting}, {@code in_call}, ... */
  public String state() {
    return json.getString("state", "none");
  }

  /** Everybody in the call. */
  public List<JsonObject> participants() {
    return list("participants");
  }

  public Optional<String> participantId(String name) {
    return idOf(participants(), name);
  }

  /** The participant of that name, when it is in the call. */
  public Optional<JsonObject> participant(String name) {
    return participants().stream().filter(p -> name.equals(p.getString("name", ""))).findFirst();
  }

  /** Who asks at the door; only the host's page knows. */
  public Optional<String> waitingId(String name) {
    return idOf(list("waiting"), name);
  }

  private static Optional<String> idOf(List<JsonObject> people, String name) {
    return people.stream()
        .filter(p -> name.equals(p.getString("name", "")))
        .map(p -> p.getString("id"))
        .findFirst();
  }

  private List<JsonObject> list(String key) {
    JsonArray array = json.getJsonArray(key);
    return array == null ? List.of() : array.getValuesAs(JsonObject.class);
  }
}
