package dev.meetbot.lab.demo;

/** Processor seconds per minute of call, of the bot's whole process tree. */
record CpuUse(double with, double without) {
  double ratio() {
    return with / without;
  }
}
