package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.VerbReceipt;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** A verb that was accepted. */
@JsonbPropertyOrder({"jobId", "verb", "requestId", "accepted", "status"})
public record VerbDto(
    String jobId, String verb, String requestId, boolean accepted, String status) {
  public static VerbDto from(VerbReceipt receipt) {
    return new VerbDto(
        receipt.jobId().value(),
        receipt.verb().wireName(),
        receipt.requestId(),
        true,
        receipt.status().wireName());
  }
}
