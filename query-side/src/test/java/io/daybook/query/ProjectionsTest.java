package io.daybook.query;

import io.daybook.query.testing.ProjectionContract;

class ProjectionsTest extends ProjectionContract {
  ProjectionsTest() {
    super("io.daybook.query");
  }
}
