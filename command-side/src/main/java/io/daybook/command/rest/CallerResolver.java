package io.daybook.command.rest;

import jakarta.servlet.http.HttpServletRequest;

/// Tells who sent a request. This is where authentication takes its place.
@FunctionalInterface
public interface CallerResolver {
  Caller resolve(HttpServletRequest request);
}
