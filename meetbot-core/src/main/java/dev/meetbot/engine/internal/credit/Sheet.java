package dev.meetbot.engine.internal.credit;

import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.StoredRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * Which minutes of a job are to be in the ledger. It is written before the ledger is, and by
 * compare-and-set: whoever dies in between leaves word of what is missing there, and who comes late
 * adds nothing. It lives from the first recording until the books of the job are closed.
 *
 * @param minutes the first so many minutes are charged
 * @param closed no further one ever will be
 */
record Sheet(JobId job, TenantId tenant, long version, int minutes, boolean closed) {
  static final String KIND = "meter";

  static Sheet opened(JobId job, TenantId tenant) {
    return new Sheet(job, tenant, 1, 0, false);
  }

  static Sheet read(StoredRecord stored) {
    TenantId tenant = stored.tenant();
    if (tenant == null) {
      throw new IllegalStateException("the meter of job " + stored.key() + " has no tenant");
    }
    try (JsonReader reader = Json.createReader(new StringReader(stored.value()))) {
      JsonObject value = reader.readObject();
      return new Sheet(
          new JobId(stored.key()),
          tenant,
          stored.version(),
          value.getInt("minutes"),
          value.getBoolean("closed"));
    }
  }

  StoredRecord stored() {
    String value =
        Json.createObjectBuilder().add("minutes", minutes).add("closed", closed).build().toString();
    return new StoredRecord(KIND, job.value(), version, tenant, value, null);
  }

  /** The next version. */
  Sheet with(int newMinutes, boolean newClosed) {
    return new Sheet(job, tenant, version + 1, newMinutes, newClosed);
  }
}
