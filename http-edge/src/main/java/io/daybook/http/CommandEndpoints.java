package io.daybook.http;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Registers every route with Spring MVC, before the first request comes in.
@Component
final class CommandEndpoints implements SmartInitializingSingleton {
  private static final Method HANDLE =
      Objects.requireNonNull(
          ReflectionUtils.findMethod(CommandEndpoint.class, "handle", HttpServletRequest.class));

  private final RequestMappingHandlerMapping mappings;
  private final Routes routes;
  private final CommandCalls calls;
  private final CommandGate gate;
  private final BeanFactory beans;

  CommandEndpoints(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
      Routes routes,
      CommandCalls calls,
      CommandGate gate,
      BeanFactory beans) {
    this.mappings = mappings;
    this.routes = routes;
    this.calls = calls;
    this.gate = gate;
    this.beans = beans;
  }

  @Override
  public void afterSingletonsInstantiated() {
    for (RouteTable table : routes.tables()) {
      table.routes().forEach(route -> register(table, route));
    }
  }

  private void register(RouteTable table, Route route) {
    CommandAnswer answer = beans.getBean(route.answer());
    RequestMappingInfo mapping =
        RequestMappingInfo.paths(route.path())
            .methods(Objects.requireNonNull(RequestMethod.resolve(route.method())))
            .options(mappings.getBuilderConfiguration())
            .build();
    mappings.registerMapping(
        mapping, new CommandEndpoint(table, route, calls, gate, answer), HANDLE);
  }
}
