package io.daybook.benchmarks.report;

import java.util.Arrays;
import java.util.Optional;

/// The rows that there are: what is measured, in which unit, and what is to be reached.
///
/// The goals are those of the design; "stock" in them is the peer of the same run.
public enum Subject {
  APPEND_64("append-64x1", "append, 64 writers, 1 event", "events/s", "4x stock, p99 < 10 ms"),
  APPEND_256("append-256x3", "append, 256 writers, 3 events", "events/s", "3.5x stock"),
  AUDIT_64("audit-64x1", "append with the Merkle log, 64x1", "events/s", "0.9x without"),
  AUDIT_256("audit-256x3", "append with the Merkle log, 256x3", "events/s", "0.9x without"),
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
  START("start", "start with existing data", "s", "4 s");

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

  public static Optional<Subject> named(String row) {
    return Arrays.stream(values()).filter(subject -> subject.row.equals(row)).findFirst();
  }
}
