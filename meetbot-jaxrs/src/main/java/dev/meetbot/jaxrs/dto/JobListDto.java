package dev.meetbot.jaxrs.dto;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs on the wire.
 *
 * @param nextCursor for the page after this one; null when there is none
 */
@JsonbPropertyOrder({"jobs", "nextCursor"})
public record JobListDto(List<JobDto> jobs, @Nullable String nextCursor) {}
