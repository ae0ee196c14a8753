package io.daybook.saga.orderplacement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// What a placement wants done in the transaction in which its state is stored. It has none of its own:
/// the placements of one transaction are handled side by side, each on a thread for itself.
final class Later {
  private static final ScopedValue<List<Runnable>> ACTIONS = ScopedValue.newInstance();

  private final List<Runnable> actions = new ArrayList<>();

  /// @return what is wanted is kept meanwhile
  <T> T during(Callable<T> handling) throws Exception {
    return ScopedValue.where(ACTIONS, actions).call(handling::call);
  }

  /// Now, where nobody keeps it for later.
  static void run(Runnable action) {
    if (ACTIONS.isBound()) {
      ACTIONS.get().add(action);
    } else {
      action.run();
    }
  }

  void runAll() {
    actions.forEach(Runnable::run);
  }
}
