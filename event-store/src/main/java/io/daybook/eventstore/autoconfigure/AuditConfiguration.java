package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.audit.KeyFolder;
import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.audit.SigningKey;
import io.daybook.eventstore.format.MetadataFormat;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The Merkle log, wherever there is a key to sign with: a bean, or a folder to keep it in.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "daybook.engine.audit", matchIfMissing = true)
class AuditConfiguration {

  /// Depends on the data source, which a program creates only when it has its data directory for itself.
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty("daybook.engine.audit-keys")
  SigningKey signingKey(EngineProperties properties, DataSource database) {
    return KeyFolder.at(Objects.requireNonNull(properties.auditKeys())).signing();
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnBean(SigningKey.class)
  MerkleLog merkleLog(DataSource database, SigningKey key, MetadataFormat metadata) {
    return new MerkleLog(database, key, metadata);
  }
}
