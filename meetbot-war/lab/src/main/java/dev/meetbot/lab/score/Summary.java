package dev.meetbot.lab.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The figures of all rows together, and what they must reach. */
public final class Summary {
  /** The kinds of sound that are summed up, see {@link dev.meetbot.lab.scenario.Scenario#pool}. */
  static final List<String> POOLS = List.of("own", "slots", "mix", "webaudio", "marks");

  private final List<Row> rows;
  private final Map<String, Double> extras = new TreeMap<>();

  public Summary(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Adds what a long call showed: how far starts moved from its first to its last minute. */
  public Summary withDrift(double driftMs) {
    extras.put("driftMs", driftMs);
    return this;
  }

  /** Of every scenario. */
  public List<Row> rows() {
    return rows;
  }

  /** Speaking time of a kind of sound, all its scenarios together. */
  SpokenTime spoken(String pool) {
    return rows.stream()
        .filter(r -> r.hasSpeech() && r.scenario().pool().equals(pool))
        .map(r -> r.figures().spoken())
        .reduce(SpokenTime.NONE, SpokenTime::plus);
  }

  SpokenTime spoken() {
    return rows.stream()
        .filter(Row::hasSpeech)
        .map(r -> r.figures().spoken())
        .reduce(SpokenTime.NONE, SpokenTime::plus);
  }

  double p95(ToDoubleFunction<Row> figure) {
    return Percentile.of(rows.stream().map(figure::applyAsDouble).toList(), 95);
  }

  double startP95() {
    List<Double> errors = new ArrayList<>();
    rows.forEach(r -> r.figures().startErrorsMs().forEach(e -> errors.add(Math.abs(e))));
    return Percentile.of(errors, 95);
  }

  /** Of the scenarios that a bare script walked too. */
  double join(double percent) {
    return Percentile.of(walked().stream().map(Row::joinMs).toList(), percent);
  }

  double bareJoin(double percent) {
    return Percentile.of(walked().stream().map(Row::bareJoinMs).toList(), percent);
  }

  private List<Row> walked() {
    return rows.stream()
        .filter(r -> Double.isFinite(r.joinMs()) && Double.isFinite(r.bareJoinMs()))
        .toList();
  }

  long count(java.util.function.Predicate<Row> which) {
    return rows.stream().filter(which).count();
  }

  Map<String, Double> extras() {
    return extras;
  }

  /** Every bar of a whole run; those of figures that were not taken are left out. */
  public List<Mark> marks() {
    return Marks.of(this);
  }
}
