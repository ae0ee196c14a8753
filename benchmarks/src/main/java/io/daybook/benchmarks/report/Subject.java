package io.daybook.benchmarks.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The rows that there are: what is measured, in which unit, and what is to be reached.
///
/// The goals are those of the design; "stock" in them is the peer of the same run.
public enum Subject {
  APPEND_64("append-64x1", "append, 64 writers, 1 event", "events/s", "4x stock, p99 < 10 ms"),
  APPEND_256("append-256x3", "append, 256 writers, 3 events", "events/s", "3.5x stock"),
  BULK_10("bulk-16x10", "append, 16 writers, 10 events", "events/s", "2x stock"),
  BULK_90("bulk-16x90", "append, 16 writers, 90 events", "events/s", "2x stock"),
  AUDIT_64("audit-64x1", "append with the Merkle log, 64x1", "events/s", "0.9x without"),
  AUDIT_256("audit-256x3", "append with the Merkle log, 256x3", "events/s", "0.9x without"),
  STORE_CREATE("store-create", "create by the tiny application", "commands/s", "4x stock"),
  STORE_UPDATE("store-update", "update by the tiny application", "commands/s", "4x stock"),
  CREATE("create", "create, 64 callers, warm", "commands/s", "10,000/s, p99 < 40 ms"),
  UPDATE("update", "update, 64 callers, cached", "commands/s", "8,000/s, p99 < 40 ms"),
  UPDATE_COLD("update-cold", "update, 64 callers, cold", "commands/s", "4,000/s, p99 < 40 ms"),
  CPU_CREATE("cpu-create", "CPU per create, warm", "us", "150 us"),
  CPU_UPDATE("cpu-update", "CPU per update, warm", "us", "150 us"),
  COLD("cold", "first creates after start", "commands/s", "4,000/s, p99 < 80 ms"),
  REST_CREATE("rest-create", "create by REST, 64 connections", "commands/s", "0.4x gateway"),
  REST_UPDATE("rest-update", "update by REST, 64 connections", "commands/s", "0.4x gateway"),
  LAG("lag", "projection lag at 1,000/s", "ms", "p50 < 2 ms, p99 < 25 ms"),
  LAG_ELSEWHERE("lag-elsewhere", "the same on another node", "ms", "p99 < 50 ms"),
  SLOW("slow", "commands over 100 ms at 1,000/s", "commands", "0"),
  READ("read", "raw tracked read", "events/s", "400,000/s"),
  REPLAY("replay", "replay, one upsert per event", "events/s", "50,000/s"),
  SIZE("size", "disk per event, indexes included", "bytes", "0.7x stock"),
  LOADING("load", "load of long stream / of 10 events", "times", "2"),
  START("start", "start with existing data", "s", "4 s"),
  ALONE_APPEND("alone-append", "append 64x1, one store at a time", "events/s", "4x stock"),
  ALONE_CREATE("alone-create", "create, one store at a time", "commands/s", "4x stock"),
  GROWTH_APPEND("growth-append", "append 64x1, large / small store", "events/s", "1.2 times"),
  GROWTH_CREATE("growth-create", "create, large / small store", "commands/s", "1.2 times"),
  GROWTH_LOAD("growth-load", "cold load, large / small store", "ms", "1.2 times"),
  GROWTH_START("growth-start", "start, large / small store", "s", "1.2 times"),
  GROWTH_VERIFY("growth-verify", "verify of an event, large / small", "us", "1.2 times"),
  GROWTH_MEMORY("growth-memory", "heap in use, large / small store", "MiB", "1.2 times");

  /// Rows that take long are measured only when they are asked for.
  private static final List<String> ON_REQUEST = List.of("alone", "growth");

  private final String row;
  private final String title;
  private final String unit;
  private final String goal;

  Subject(String row, String title, String unit, String goal) {
    this.row = row;
    this.title = title;
    this.unit = unit;
    this.goal = goal;
  }

  /// By which the row is chosen, and found in the JSON.
  public String row() {
    return row;
  }

  public String title() {
    return title;
  }

  public String unit() {
    return unit;
  }

  public String goal() {
    return goal;
  }

  /// Those that are measured unless others are asked for.
  public static Set<Subject> byDefault() {
    Set<Subject> subjects = EnumSet.allOf(Subject.class);
    ON_REQUEST.forEach(group -> subjects.removeAll(named(group)));
    return subjects;
  }

  /// The row of this name, or all whose names begin with it and a hyphen; none if there is no such row.
  public static Set<Subject> named(String name) {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    Arrays.stream(values()).filter(subject -> subject.row.equals(name)).forEach(subjects::add);
    if (subjects.isEmpty()) {
      Arrays.stream(values())
          .filter(subject -> subject.row.startsWith(name + "-"))
          .forEach(subjects::add);
    }
    return subjects;
  }
}
