package io.daybook.query.graphql;

import graphql.schema.GraphQLSchema;
import io.daybook.query.projection.UpdateEmitter;
import io.daybook.query.testing.EntityContract;
import io.daybook.query.testing.ReadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

class EntitiesTest extends ReadTest implements EntityContract {
  @Autowired GraphQlSource source;
  @Autowired UpdateEmitter updates;

  @Override
  public GraphQLSchema schema() {
    return source.schema();
  }

  @Override
  public UpdateEmitter updates() {
    return updates;
  }
}
