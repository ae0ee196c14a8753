package io.daybook.query.graphql;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a read may cost.
///
/// @param depth how deep fields may be nested
/// @param complexity how many fields may be asked for, where a list counts as many times as it may
///     have elements
/// @param aliases how many fields may be renamed
/// @param pageSize the most elements on one page
/// @param requestBytes the most bytes of a request's body
/// @param patience how long a read waits for the position that it names
@ConfigurationProperties("daybook.query")
public record ReadProperties(
    @DefaultValue("12") int depth,
    @DefaultValue("50000") int complexity,
    @DefaultValue("20") int aliases,
    @DefaultValue("100") int pageSize,
    @DefaultValue("262144") int requestBytes,
    @DefaultValue("5s") Duration patience) {}
