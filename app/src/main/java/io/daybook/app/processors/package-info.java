/// The admin API of what runs behind the events: processors, replays, dead letters.
@NullMarked
package io.daybook.app.processors;

import org.jspecify.annotations.NullMarked;
