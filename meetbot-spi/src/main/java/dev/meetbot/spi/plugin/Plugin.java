package dev.meetbot.spi.plugin;

import java.io.IOException;

/**
 * What a jar offers for one of the plug points. Its class has a public constructor without
 * parameters and is named in {@code META-INF/services} under its plug point's interface, one of
 * {@code StoragePlugin}, {@code ArtifactStorePlugin}, {@code BrowserDriverPlugin} and {@code
 * WebhookTransportPlugin}. A server makes one of it at its start, asks for its id, and opens the
 * one that its settings name. A host application that embeds the engine needs none of this: it
 * gives the engine the objects themselves.
 *
 * @param <T> what the engine works with
 */
public interface Plugin<T> {
  /**
   * The name that settings choose it by: lower-case letters and digits. Two plugins with one id at
   * one plug point, or one with the id of what is bundled, keep the server from starting.
   */
  String id();

  /**
   * Opens it; called once, and the engine closes what it gets when it ends. May block.
   *
   * @throws PluginSettingException when a setting is missing or makes no sense
   * @throws IOException when what it needs cannot be reached or used: the server does not start
   */
  T open(PluginSettings settings) throws IOException;
}
