package io.daybook.query.graphql;

/// A name and a value that the shop wanted to remember.
public record Attribute(String name, String value) {}
