package io.daybook.query.graphql;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.stereotype.Component;

/// DataLoaders run on the thread of the request. If each had a thread of its own, one that is done would
/// start the next level while another is still adding its keys, and a table would be read twice.
@Component
class RequestThreadBatchLoading implements BeanPostProcessor {
  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof AnnotatedControllerConfigurer controllers) {
      controllers.setExecutor(Runnable::run);
    }
    return bean;
  }
}
