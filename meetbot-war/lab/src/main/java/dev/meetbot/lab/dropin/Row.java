package dev.meetbot.lab.dropin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * What came of one server.
 *
 * @param readyMs from the start of the server's process until the application was ready
 * @param heapMb live objects after the meeting
 * @param rssMb the server's process then
 * @param dataOpened whether it found what the servers before it had stored in the data directory
 * @param redeploys how many were asked for
 * @param survived after how many of them the application was ready again, and an interrupted bot's
 *     job came to its end
 * @param leaks what was left behind; empty when nothing was
 */
record Row(
    String name,
    String version,
    long readyMs,
    double heapMb,
    double rssMb,
    boolean dataOpened,
    boolean requestsOk,
    boolean meetingRecorded,
    int redeploys,
    int survived,
    List<String> leaks) {

  Row {
    leaks = List.copyOf(leaks);
  }

  boolean isGood() {
    return dataOpened && requestsOk && meetingRecorded && survived == redeploys && leaks.isEmpty();
  }

  JsonObject json() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    leaks.forEach(list::add);
    return Json.createObjectBuilder()
        .add("name", name)
        .add("version", version)
        .add("readyMs", readyMs)
        .add("heapMb", Math.round(heapMb))
        .add("rssMb", Math.round(rssMb))
        .add("dataOpened", dataOpened)
        .add("requestsOk", requestsOk)
        .add("meetingRecorded", meetingRecorded)
        .add("redeploysSurvived", survived)
        .add("leaks", list)
        .build();
  }
}
