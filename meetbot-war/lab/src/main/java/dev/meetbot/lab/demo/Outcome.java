package dev.meetbot.lab.demo;

import dev.meetbot.lab.measure.MeetingFigures;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.receiver.ReceivedWebhook;
import dev.meetbot.lab.receiver.Signatures;
import dev.meetbot.lab.truth.GuestTruth;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Everything that the demonstration found.
 *
 * @param job the main job at its end
 * @param joinMs from POST to in_call, less the time in which the host let it wait
 * @param webhooks every attempt for the main job in order of arrival
 */
record Outcome(
    JsonObject job,
    double joinMs,
    CpuUse cpu,
    MeetingFigures figures,
    Recording recording,
    List<GuestTruth> truth,
    List<ReceivedWebhook> webhooks,
    Signatures signatures) {}
