package io.daybook.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts a context on a thread of its own, while the caller waits for it and may be interrupted.
///
/// An interruption in the middle of Spring is lost (somebody swallows it, and the program goes on
/// starting) or does harm (files that are being read are closed). Here it never gets there: the
/// start is given up before the next bean, and what was started is taken down in order.
public final class Startup {
  private final AtomicBoolean givenUp = new AtomicBoolean();
  private final FutureTask<ConfigurableApplicationContext> task;

  private Startup(SpringApplicationBuilder builder, String... settings) {
    this.task =
        new FutureTask<>(
            () ->
                builder
                    .registerShutdownHook(false)
                    .initializers(
                        context -> context.getBeanFactory().addBeanPostProcessor(new Gate(givenUp)))
                    .run(settings));
  }

  /// The caller closes the context; no shutdown hook races with it.
  ///
  /// @throws Failure with [ExitCode#INTERRUPTED] if the thread is interrupted: nothing is left
  ///     running then
  public static ConfigurableApplicationContext run(
      SpringApplicationBuilder builder, String... settings) {
    return new Startup(builder, settings).run();
  }

  private ConfigurableApplicationContext run() {
    Thread thread = Thread.ofPlatform().name("start").start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw thrown(e);
    } catch (InterruptedException interrupted) {
      givenUp.set(true);
      leaveNothing(thread);
      throw new Failure(ExitCode.INTERRUPTED, "asked to end while it was starting", interrupted);
    }
  }

  private static RuntimeException thrown(ExecutionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException(failure.getCause());
  }

  /// What was started although the start was given up is ended; what failed has ended itself.
  private void leaveNothing(Thread thread) {
    boolean again = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        again = true;
      }
    }
    if (task.state() == FutureTask.State.SUCCESS) {
      task.resultNow().close();
    }
    if (again) {
      Thread.currentThread().interrupt();
    }
  }

  /// Asked before a bean is made, never after: a bean that was made is one that will be destroyed.
  private record Gate(AtomicBoolean closed) implements InstantiationAwareBeanPostProcessor {
    @Override
    public @Nullable Object postProcessBeforeInstantiation(Class<?> type, String name) {
      if (closed.get()) {
        throw new Failure(ExitCode.INTERRUPTED, "asked to end before " + name);
      }
      return null;
    }
  }
}
