package io.daybook.app.upgrade;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The history of an entity, as GraphQL has it.
final class Histories {
  private static final int PAGE = 50;

  private Histories() {}

  /// @param stream `default/ord_…`
  static List<String> of(EarlierStoreCase program, String stream)
      throws IOException, InterruptedException {
    int slash = stream.indexOf('/');
    String tenant = stream.substring(0, slash);
    String entity = entity(program, tenant, stream.substring(slash + 1));
    List<String> types = new ArrayList<>();
    String after = "";
    do {
      String query =
          "{ entity: %s { history(first: %d%s) { cursor type revision actor payload } } }"
              .formatted(entity, PAGE, after);
      JsonNode page = program.read(tenant, query).at("/entity/history");
      page.forEach(entry -> types.add(entry.path("type").asString()));
      after =
          page.size() < PAGE
              ? ""
              : ", after: \"" + page.get(PAGE - 1).path("cursor").asString() + "\"";
    } while (!after.isEmpty());
    return types;
  }

  private static String entity(EarlierStoreCase program, String tenant, String id) {
    return switch (id.substring(0, id.indexOf('_'))) {
      case "cus" -> "customer(id: \"%s\")".formatted(id);
      case "cat" -> "category(id: \"%s\")".formatted(id);
      case "prd" -> "product(id: \"%s\")".formatted(id);
      case "crt" -> "cart(id: \"%s\")".formatted(id);
      case "ord" -> "order(id: \"%s\")".formatted(id);
      case "pay" -> "payment(id: \"%s\")".formatted(id);
      case "stk" -> stock(program, tenant, id);
      default -> throw new IllegalArgumentException(id);
    };
  }

  private static String stock(EarlierStoreCase program, String tenant, String id) {
    return program
        .database
        .sql(
            """
            SELECT 'stock(productId: "' || product_id || '"'
              || coalesce(', variantId: "' || variant_id || '"', '') || ')'
            FROM projection.stocks WHERE tenant_id = :tenant AND stock_id = :stock
            """)
        .param("tenant", tenant)
        .param("stock", id)
        .query(String.class)
        .single();
  }
}
