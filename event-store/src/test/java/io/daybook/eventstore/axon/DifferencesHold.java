package io.daybook.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Fails a test of Axon's that a suite says [Differs], once it passes: then the list is wrong, and the README too.
final class DifferencesHold implements InvocationInterceptor {

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    if (differs(context.getRequiredTestClass(), context.getRequiredTestMethod())) {
      assertThatThrownBy(invocation::proceed)
          .as("%s holds by now: it is no difference", context.getRequiredTestMethod().getName())
          .isNotNull();
    } else {
      invocation.proceed();
    }
  }

  private static boolean differs(Class<?> suite, Method test) {
    return Arrays.stream(suite.getAnnotationsByType(Differs.class))
        .anyMatch(difference -> difference.in().equals(test.getName()));
  }
}
