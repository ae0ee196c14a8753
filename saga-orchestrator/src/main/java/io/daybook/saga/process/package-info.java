/// How a saga runs and is stored. A saga is written as Axon's reference guide says: `@StartSaga`,
/// `@SagaEventHandler`, `@EndSaga`, `@DeadlineHandler`, `SagaLifecycle`. [ProcessRunner] runs it,
/// many side by side, and [ProcessStore] keeps its state in the table `process.instance`.
@NullMarked
package io.daybook.saga.process;

import org.jspecify.annotations.NullMarked;
