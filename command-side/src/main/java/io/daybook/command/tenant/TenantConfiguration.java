package io.daybook.command.tenant;

import io.daybook.kernel.TenantPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TenantSettings.class)
class TenantConfiguration {

  @Bean
  @ConditionalOnMissingBean
  TenantPolicy.Source tenantPolicies(TenantSettings settings) {
    return new ConfiguredPolicies(settings);
  }
}
