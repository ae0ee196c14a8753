package io.daybook.command.customer;

import io.daybook.kernel.TenantPolicy;
import java.security.SecureRandom;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;

@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

  /// Every hash begins with the name of its algorithm, so that another can follow bcrypt.
  @Bean
  Credentials credentials(JdbcClient database) {
    return new JdbcCredentials(
        database,
        new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder())));
  }

  @Bean
  OutgoingMail outgoingMail(JdbcClient database) {
    return new JdbcOutgoingMail(database);
  }

  @Bean
  EmailVerification emailVerification(TenantPolicy.Source policies, OutgoingMail mails) {
    return new MailedVerification(policies, mails, new SecureRandom());
  }
}
