package io.daybook.customer;

import org.jspecify.annotations.Nullable;

/// Where a parcel goes.
///
/// @param country ISO 3166-1 alpha-2
public record Address(
    String recipientName,
    String street,
    String city,
    @Nullable String state,
    String postalCode,
    String country) {}
