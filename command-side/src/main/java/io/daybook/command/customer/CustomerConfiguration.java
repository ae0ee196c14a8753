package io.daybook.command.customer;

import io.daybook.eventstore.TableChanges;
import io.daybook.kernel.TenantClock;
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
  Credentials credentials(TableChanges changes) {
    return new JdbcCredentials(
        changes,
        new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder())));
  }

  @Bean
  OutgoingMail outgoingMail(JdbcClient database, TableChanges changes, TenantClock clock) {
    return new JdbcOutgoingMail(database, changes, clock);
  }

  @Bean
  EmailVerification emailVerification(TenantPolicy.Source policies, OutgoingMail mails) {
    return new MailedVerification(policies, mails, new SecureRandom());
  }
}
