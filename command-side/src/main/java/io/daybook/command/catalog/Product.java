package io.daybook.command.catalog;

import static io.daybook.catalog.CatalogRejection.PRODUCT_DELETED;
import static io.daybook.catalog.CatalogRejection.PRODUCT_ID_TAKEN;
import static io.daybook.catalog.CatalogRejection.VARIANT_ID_TAKEN;
import static io.daybook.catalog.ProductStatus.ACTIVE;
import static io.daybook.catalog.ProductStatus.DELETED;
import static io.daybook.catalog.ProductStatus.DRAFT;
import static io.daybook.catalog.ProductStatus.INACTIVE;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.catalog.ProductCommand.ActivateProduct;
import io.daybook.catalog.ProductCommand.AddProductVariant;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductCommand.DeactivateProduct;
import io.daybook.catalog.ProductCommand.DeleteProduct;
import io.daybook.catalog.ProductCommand.UpdateProduct;
import io.daybook.catalog.ProductEvent;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductDeactivated;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.eventstore.Claims;
import io.daybook.eventstore.EngineBeans;
import io.daybook.kernel.Context;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.VariantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// A product: draft → active ⇄ inactive, and deleted from any of them. Every command may be repeated.
@Aggregate(type = "Product", cache = EngineBeans.AGGREGATE_CACHE)
class Product {
  private static final ChangedFields NOTHING = new ChangedFields(null, null, null, null);

  @AggregateIdentifier private @Nullable String stream;
  private @Nullable ProductDetails firstDetails;
  private @Nullable ProductDetails details;
  private ProductStatus status = DRAFT;
  private final Map<VariantId, ProductVariantAdded> variants = new HashMap<>();

  Product() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(CreateProduct command, Context context, ProductRules rules) {
    refuseDeleted();
    if (firstDetails == null) {
      ProductDetails requested = rules.created(command, context);
      apply(
          new ProductCreated(
              command.productId(),
              requested.name(),
              requested.description().isEmpty() ? null : requested.description(),
              requested.price(),
              requested.categoryId(),
              DRAFT,
              context.actor().toString(),
              context.at()));
    } else if (!rules.created(command, context).equals(firstDetails)) {
      throw Rejection.of(PRODUCT_ID_TAKEN)
          .with("productId", command.productId(), "was created with other data");
    }
  }

  @CommandHandler
  void handle(UpdateProduct command, Context context, ProductRules rules) {
    refuseDeleted();
    ProductDetails now = Objects.requireNonNull(details);
    ChangedFields changed = now.changesTo(rules.updated(command, now, context));
    if (!changed.equals(NOTHING)) {
      apply(
          new ProductUpdated(
              command.productId(), changed, context.actor().toString(), context.at()));
    }
  }

  @CommandHandler
  void handle(ActivateProduct command, Context context) {
    refuseDeleted();
    if (status != ACTIVE) {
      apply(new ProductActivated(command.productId(), context.at()));
    }
  }

  /// A draft cannot be bought either: there is nothing to deactivate.
  @CommandHandler
  void handle(DeactivateProduct command, Context context) {
    refuseDeleted();
    if (status == ACTIVE) {
      apply(new ProductDeactivated(command.productId(), context.at()));
    }
  }

  @CommandHandler
  void handle(DeleteProduct command, Context context) {
    if (status != DELETED) {
      apply(new ProductDeleted(command.productId(), context.actor().toString(), context.at()));
    }
  }

  @CommandHandler
  void handle(AddProductVariant command, Context context, ProductRules rules, Claims claims) {
    refuseDeleted();
    ProductVariantAdded variant = rules.variant(command, Objects.requireNonNull(details), context);
    ProductVariantAdded known = variants.get(command.variantId());
    if (known == null) {
      rules.isNoProduct(variant, context);
      claimVariant(variant, context, claims);
      apply(variant);
    } else if (!isSame(known, variant)) {
      throw variantTaken(variant);
    }
  }

  @EventSourcingHandler
  void on(ProductEvent event, @MetaDataValue(Meta.TENANT_ID) String tenant) {
    switch (event) { // no default: a new event must be decided here
      case ProductCreated created -> {
        stream = new TenantId(tenant).stream(created.productId());
        status = created.status();
        firstDetails = ProductDetails.of(created);
        details = firstDetails;
      }
      case ProductUpdated updated ->
          details = Objects.requireNonNull(details).with(updated.changedFields());
      case ProductActivated _ -> status = ACTIVE;
      case ProductDeactivated _ -> status = INACTIVE;
      case ProductDeleted _ -> status = DELETED;
      case ProductVariantAdded added -> variants.put(added.variantId(), added);
    }
  }

  private void refuseDeleted() {
    if (status == DELETED) {
      throw Rejection.of(PRODUCT_DELETED);
    }
  }

  private static void claimVariant(ProductVariantAdded variant, Context context, Claims claims) {
    if (!claims.take(
        context.tenant().value(),
        ClaimKinds.PRODUCT_VARIANT,
        variant.variantId().value(),
        variant.productId().value())) {
      throw variantTaken(variant);
    }
  }

  private static boolean isSame(ProductVariantAdded known, ProductVariantAdded again) {
    return known.name().equals(again.name())
        && Objects.equals(known.sku(), again.sku())
        && Objects.equals(known.price(), again.price())
        && known.attributes().equals(again.attributes());
  }

  private static Rejection variantTaken(ProductVariantAdded variant) {
    return Rejection.of(VARIANT_ID_TAKEN)
        .with("variantId", variant.variantId(), "was added with other data");
  }
}
