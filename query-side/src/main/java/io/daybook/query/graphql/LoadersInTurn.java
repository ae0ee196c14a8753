package io.daybook.query.graphql;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.stereotype.Component;

/// Loaders run on the request's own thread. On threads of their own one of them, when it is done, has
/// the next level asked for while another is still handing in its keys: a table is then read twice.
@Component
class LoadersInTurn implements BeanPostProcessor {
  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof AnnotatedControllerConfigurer controllers) {
      controllers.setExecutor(Runnable::run);
    }
    return bean;
  }
}
