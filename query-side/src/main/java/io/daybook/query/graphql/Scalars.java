package io.daybook.query.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

/// The scalars beside those that GraphQL has.
final class Scalars {
  /// An `Int` ends at 2³¹, which is not enough for an amount in yen, or for a position.
  static final GraphQLScalarType LONG =
      GraphQLScalarType.newScalar()
          .name("Long")
          .description("A whole number of 64 bits.")
          .coercing(new Longs())
          .build();

  static final GraphQLScalarType DATE_TIME =
      GraphQLScalarType.newScalar()
          .name("DateTime")
          .description("An instant in ISO 8601, in UTC, such as 2026-03-01T09:30:00Z.")
          .coercing(new Instants())
          .build();

  static final GraphQLScalarType JSON =
      GraphQLScalarType.newScalar()
          .name("JSON")
          .description("Any JSON value; only ever answered, never asked for.")
          .coercing(new Plain())
          .build();

  private Scalars() {}

  private static final class Longs implements Coercing<Long, Long> {
    @Override
    public Long serialize(Object value, GraphQLContext context, Locale locale) {
      return ((Number) value).longValue();
    }

    @Override
    public Long parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        return new BigInteger(input.toString()).longValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        throw new CoercingParseValueException("Not a whole number of 64 bits: " + input, e);
      }
    }

    @Override
    public Long parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (input instanceof IntValue number) {
        return parseValue(number.getValue(), context, locale);
      }
      throw new CoercingParseLiteralException("Not a whole number: " + input);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return IntValue.of(Math.toIntExact((Long) input));
    }
  }

  private static final class Instants implements Coercing<Instant, String> {
    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return value.toString();
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        return Instant.parse(input.toString());
      } catch (DateTimeException e) {
        throw new CoercingParseValueException("Not an instant in ISO 8601: " + input, e);
      }
    }

    @Override
    public Instant parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (input instanceof StringValue text && text.getValue() != null) {
        return parseValue(text.getValue(), context, locale);
      }
      throw new CoercingParseLiteralException("Not an instant: " + input);
    }
  }

  private static final class Plain implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      return value;
    }
  }
}
