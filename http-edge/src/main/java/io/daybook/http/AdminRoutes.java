package io.daybook.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What is under `/api/v1/admin` is for staff, whichever module serves it.
final class AdminRoutes implements WebMvcConfigurer, HandlerInterceptor {
  private final CallerResolver callers;

  AdminRoutes(CallerResolver callers) {
    this.callers = callers;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(Route.API + "/admin/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Roles.isStaff(callers.resolve(request));
    return true;
  }
}
