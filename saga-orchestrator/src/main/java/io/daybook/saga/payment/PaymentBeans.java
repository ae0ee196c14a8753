package io.daybook.saga.payment;

import com.github.kagkarlsson.scheduler.task.Task;
import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaRunner;
import io.daybook.kernel.TenantPolicy;
import io.daybook.saga.ProcessCommands;
import io.daybook.saga.ProcessProperties;
import io.daybook.saga.Processors;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;

public class PaymentBeans {
  /// Without a transaction, which would keep a connection while a gateway is waited for.
  @Bean
  ConfigurerModule paymentProcessor(ProcessProperties properties) {
    return configurer ->
        configurer
            .eventProcessing()
            .registerTransactionManager(PaymentProcess.GROUP, _ -> NoTransactionManager.instance())
            .registerPooledStreamingEventProcessorConfiguration(
                PaymentProcess.GROUP, Processors.of(properties.segments(), properties.batchSize()));
  }

  @Bean
  ManualGateway manualGateway() {
    return new ManualGateway();
  }

  @Bean
  PaymentGateways paymentGateways(List<PaymentGateway> gateways, ProcessProperties properties) {
    return new PaymentGateways(gateways, properties.gatewayTimeout());
  }

  @Bean
  LookupSchedule lookupSchedule(ProcessProperties properties) {
    return new LookupSchedule(
        properties.lookupFirst(), properties.lookupMost(), properties.lookupGiveUp());
  }

  @Bean
  GatewayAnswers gatewayAnswers(ProcessCommands commands, Agenda agenda, LookupSchedule schedule) {
    return new GatewayAnswers(commands, agenda, schedule);
  }

  @Bean
  UnwantedPayments unwantedPayments(
      ProcessCommands commands, Agenda agenda, TenantPolicy.Source policies) {
    return new UnwantedPayments(commands, agenda, policies);
  }

  @Bean
  Task<?> unwantedPaymentTask(AgendaRunner runner, UnwantedPayments unwanted) {
    return runner.scheduled(unwanted);
  }

  @Bean
  PaymentProcess paymentProcess(
      PaymentGateways gateways, GatewayAnswers answers, UnwantedPayments unwanted) {
    return new PaymentProcess(gateways, answers, unwanted);
  }

  @Bean
  PaymentLookup paymentLookup(
      PaymentGateways gateways, GatewayAnswers answers, Agenda agenda, LookupSchedule schedule) {
    return new PaymentLookup(gateways, answers, agenda, schedule);
  }

  @Bean
  Task<?> paymentLookupTask(AgendaRunner runner, PaymentLookup lookup) {
    return runner.scheduled(lookup);
  }
}
