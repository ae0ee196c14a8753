package io.daybook.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator decides: by `--data-dir` and its like, or by the environment (`DAYBOOK_…`).
///
/// @param databaseUrl an external PostgreSQL; without it the embedded one runs in the data directory
/// @param throwAway the data may be lost, so a database that does not wait for the disk will do
@ConfigurationProperties("daybook")
public record Settings(
    @DefaultValue(".daybook/data") Path dataDir,
    @Nullable String databaseUrl,
    @DefaultValue("false") boolean throwAway) {}
