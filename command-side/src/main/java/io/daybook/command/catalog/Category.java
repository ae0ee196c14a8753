package io.daybook.command.catalog;

import static io.daybook.catalog.CatalogRejection.CATEGORY_ID_TAKEN;
import static io.daybook.catalog.CatalogRejection.CATEGORY_NAME_NOT_UNIQUE;
import static io.daybook.catalog.CatalogRejection.EXCEEDS_MAX_NESTING;
import static io.daybook.catalog.CatalogRejection.PARENT_NOT_FOUND;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.catalog.CategoryEvent;
import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.claim.NamedClaim;
import io.daybook.command.model.DecisionModels;
import io.daybook.eventstore.Claims;
import io.daybook.eventstore.EngineBeans;
import io.daybook.kernel.Context;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CategoryId;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// A category in a tree of at most three levels. It is never moved, so its depth is decided once.
@Aggregate(type = "Category", cache = EngineBeans.AGGREGATE_CACHE)
class Category {
  static final int MAX_DEPTH = 3;

  @AggregateIdentifier private @Nullable String stream;
  private @Nullable CategoryCreated creation;

  Category() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CreateCategory command, Context context, DecisionModels models, Claims claims) {
    String name = CatalogText.name("name", command.name());
    if (creation == null) {
      int depth = depth(command.parentCategoryId(), context, models);
      claimName(name, command.categoryId(), context, claims);
      apply(
          new CategoryCreated(
              command.categoryId(), name, command.parentCategoryId(), depth, context.at()));
    } else if (!creation.name().equals(name)
        || !Objects.equals(creation.parentCategoryId(), command.parentCategoryId())) {
      throw Rejection.of(CATEGORY_ID_TAKEN)
          .with("categoryId", command.categoryId(), "was created with other data");
    }
  }

  @EventSourcingHandler
  void on(CategoryEvent event, @MetaDataValue(Meta.TENANT_ID) String tenant) {
    switch (event) { // no default: a new event must be decided here
      case CategoryCreated created -> {
        stream = new TenantId(tenant).stream(created.categoryId());
        creation = created;
      }
    }
  }

  private static int depth(@Nullable CategoryId parentId, Context context, DecisionModels models) {
    if (parentId == null) {
      return 1;
    }
    CategoryModel parent =
        models
            .find(CategoryModel.DEFINITION, context.stream(parentId))
            .orElseThrow(
                () ->
                    Rejection.of(PARENT_NOT_FOUND)
                        .with("parentCategoryId", parentId, "does not exist"));
    if (parent.depth() >= MAX_DEPTH) {
      throw Rejection.of(EXCEEDS_MAX_NESTING)
          .with("parentCategoryId", parentId, "is at depth " + parent.depth() + " already");
    }
    return parent.depth() + 1;
  }

  private static void claimName(String name, CategoryId id, Context context, Claims claims) {
    if (!new NamedClaim(claims, context.tenant(), ClaimKinds.CATEGORY_NAME).take(name, id)) {
      throw Rejection.of(CATEGORY_NAME_NOT_UNIQUE).with("name", name, "is another category's");
    }
  }
}
