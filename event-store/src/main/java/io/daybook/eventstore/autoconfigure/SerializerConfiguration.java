package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.TypeAlias;
import io.daybook.eventstore.TypeAliases;
import io.daybook.eventstore.json.EventSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JacksonModule;

@Configuration(proxyBeanMethods = false)
class SerializerConfiguration {

  @Bean
  JsonRules jsonRules(
      ObjectProvider<JacksonModule> modules, EngineProperties properties, BeanFactory beans) {
    return new JsonRules(
        modules.orderedStream().toList(),
        Stream.concat(packagesOf(beans).stream(), properties.trustedPackages().stream()).toList());
  }

  /// Of the application, as Boot scans them.
  private static List<String> packagesOf(BeanFactory beans) {
    return AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
  }

  /// Tokens, sagas, snapshots and dead letters' diagnostics.
  @Bean
  @Primary
  Serializer serializer(JsonRules rules, RevisionResolver revisions) {
    return Jackson3Serializer.builder()
        .revisionResolver(revisions)
        .jsonMapperBuilderCustomizer(rules)
        .build();
  }

  @Bean
  @Qualifier("eventSerializer")
  Serializer eventSerializer(EventTypes types, JsonRules rules) {
    return new EventSerializer(types, rules);
  }

  /// From the aggregates and sagas of the application, as Spring has found them.
  @Bean
  @ConditionalOnMissingBean
  TypeAliases typeAliases(ListableBeanFactory beans) {
    List<Class<?>> types = new ArrayList<>();
    for (String bean : beans.getBeanNamesForAnnotation(TypeAlias.class)) {
      types.add(Objects.requireNonNull(beans.getType(bean, false)));
    }
    return TypeAliases.of(types);
  }
}
