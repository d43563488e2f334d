package dev.meetbot.lab.dropin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An application server as its makers ship it, run over a directory of its own, on loopback only.
 * One thread.
 */
interface AppServer {
  /** Such as {@code tomcat}. */
  String name();

  String version();

  /** Under which it puts the application here; each server takes another one. */
  String contextPath();

  /** The port of its HTTP listener. */
  int port();

  /** A path that is not the application's, there or not. */
  default String elsewhere() {
    return "/";
  }

  /** Makes its directory; called once, before it is started. */
  void prepare() throws IOException;

  /** What starts it in the foreground. */
  List<String> command();

  /** What its own scripts want in the environment. */
  Map<String, String> environment();

  /** Whether it can be asked to deploy something by now. */
  boolean isUp() throws IOException, InterruptedException;

  /**
   * Deploys by the server's own means; returns when that is done.
   *
   * @throws IOException when the server refuses
   */
  void deploy(Path war) throws IOException, InterruptedException;

  /** Undeploys by the server's own means; returns when the application has stopped. */
  void undeploy() throws IOException, InterruptedException;
}
