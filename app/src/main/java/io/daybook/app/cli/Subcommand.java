package io.daybook.app.cli;

import java.util.concurrent.Callable;

/// One word after `daybook`. The service file `META-INF/services/io.daybook.app.cli.Subcommand`
/// of a module lists its own; the returned number is the exit status.
public interface Subcommand extends Callable<Integer> {}
