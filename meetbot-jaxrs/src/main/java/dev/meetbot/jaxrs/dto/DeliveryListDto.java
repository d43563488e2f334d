package dev.meetbot.jaxrs.dto;

import java.util.List;

/** A job's deliveries on the wire, in the order of its events. */
public record DeliveryListDto(List<DeliveryDto> deliveries) {}
