package io.daybook.command.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The command side as it is wired in the program, and nothing beside it.
@SpringBootApplication(scanBasePackages = {"io.daybook.http", "io.daybook.command"})
public class CommandSideApplication {}
