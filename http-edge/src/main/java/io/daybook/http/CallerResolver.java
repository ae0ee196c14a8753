package io.daybook.http;

import jakarta.servlet.http.HttpServletRequest;

/// Tells who sent a request. Authentication will be another implementation.
@FunctionalInterface
public interface CallerResolver {
  Caller resolve(HttpServletRequest request);
}
