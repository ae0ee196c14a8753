package io.daybook.saga.payment.sandbox;

import io.daybook.kernel.TenantClock;
import io.daybook.saga.ProcessProperties;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ConditionalOnBooleanProperty(name = "daybook.process.sandbox", matchIfMissing = true)
public class SandboxBeans {
  @Bean
  SandboxLedger sandboxLedger(DataSource dataSource, PlatformTransactionManager transactions) {
    return new SandboxLedger(JdbcClient.create(dataSource), transactions);
  }

  @Bean
  SandboxGateway sandboxGateway(
      SandboxLedger ledger,
      TenantClock clock,
      ProcessProperties properties,
      Environment environment) {
    String configured = properties.publicUrl();
    return new SandboxGateway(
        ledger,
        clock,
        properties.sandboxLate(),
        () -> configured == null ? ownUrl(environment) : configured);
  }

  /// The port may be chosen by the system, and is then known only once the program listens.
  private static String ownUrl(Environment environment) {
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    return "http://localhost:" + port;
  }
}
