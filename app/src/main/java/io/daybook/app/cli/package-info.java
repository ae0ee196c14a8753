/// The command line: one class per subcommand, and what they share.
@NullMarked
package io.daybook.app.cli;

import org.jspecify.annotations.NullMarked;
