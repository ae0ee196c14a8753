package io.daybook.app;

/// What the program's exit status says. The numbers are promises: scripts depend on them.
public enum ExitCode {
  OK(0, "done"),
  FAILED(1, "failed; the message says why"),
  USAGE(2, "wrong usage"),
  INTERRUPTED(3, "interrupted; the same command goes on where it stopped"),
  DATA_DIRECTORY_IN_USE(4, "the data directory is in use by another program"),
  DATABASE_REFUSED(5, "the database may lose data, is too old, or shares its sessions"),
  DATABASE_UNREACHABLE(6, "the database cannot be started or reached"),
  PORT_IN_USE(7, "the port is in use by another program"),
  TAMPERED(8, "not what was sealed; the message names the position");

  private final int status;
  private final String meaning;

  ExitCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  public int status() {
    return status;
  }

  public String meaning() {
    return meaning;
  }
}
