package dev.meetbot.lab.run;

import jakarta.json.JsonObject;

/**
 * What a run other than that of the scenarios found.
 *
 * @param table the same for people, in Markdown
 */
record Finding(JsonObject json, String table, boolean ok) {}
