package io.daybook.saga.orderplacement;

import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.Saga;
import org.axonframework.modelling.saga.SagaRepository;

/// Axon's manager of sagas wants something to search in. [OrderPlacements] has no use for it.
final class NeverSearched implements SagaRepository<OrderPlacementSaga> {
  @Override
  public Set<String> find(AssociationValue association) {
    throw unused();
  }

  @Override
  public Saga<OrderPlacementSaga> load(String placement) {
    throw unused();
  }

  @Override
  public Saga<OrderPlacementSaga> createInstance(
      String placement, Supplier<OrderPlacementSaga> factory) {
    throw unused();
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("Placements are read together, by their ids");
  }
}
