package io.daybook.saga.payment;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaRunner;
import io.daybook.agenda.AgendaTable;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.MovableClock;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.testing.Commands;
import io.daybook.saga.testing.Samples;
import io.daybook.saga.testing.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The gateway's process with both gateways, and the agenda it looks outcomes up by.
abstract class PaymentFixture {
  static final LookupSchedule SCHEDULE =
      new LookupSchedule(Duration.ofSeconds(2), Duration.ofHours(6), Duration.ofDays(60));

  final DataSource dataSource = TestDatabase.fresh();
  final MovableClock clock = new MovableClock(Samples.NOW);
  final Commands commands = new Commands();
  final Sandbox sandbox = Sandbox.on(dataSource, clock);
  final AgendaTable table = new AgendaTable(JdbcClient.create(dataSource));
  final Agenda agenda = new Agenda(table, clock);
  final GatewayAnswers answers = new GatewayAnswers(commands.sender(), agenda, SCHEDULE);
  final PaymentGateways gateways;
  final UnwantedPayments unwanted =
      new UnwantedPayments(commands.sender(), agenda, _ -> Samples.POLICY);
  final PaymentProcess process;
  final AgendaRunner runner;

  PaymentFixture() {
    this(Duration.ofSeconds(2));
  }

  /// @param patience how long a gateway may take to answer
  PaymentFixture(Duration patience) {
    gateways =
        new PaymentGateways(
            List.of(new ManualGateway(), sandbox.gateway(), new StuckGateway()), patience);
    process = new PaymentProcess(gateways, answers, unwanted);
    runner =
        new AgendaRunner(
            table,
            clock,
            List.of(new PaymentLookup(gateways, answers, agenda, SCHEDULE), unwanted));
  }

  void request(String method) {
    PaymentRequested event = requested(method);
    process.on(event, Samples.message(event));
  }

  static PaymentRequested requested(String method) {
    return new PaymentRequested(
        Samples.PAYMENT,
        Samples.ORDER,
        Samples.CUSTOMER,
        method.endsWith("paypal") ? PaymentOperation.REDIRECT : PaymentOperation.AUTHORIZE,
        method,
        Samples.TOTAL,
        1,
        "key-1",
        null,
        null,
        Samples.NOW);
  }

  /// What was recorded, in order.
  List<GatewayAnswer> recorded() {
    return commands.sent().stream()
        .map(command -> ((RecordGatewayAnswer) command).answer())
        .toList();
  }

  Optional<AgendaEntry> lookup() {
    return agenda.find(AgendaKinds.PAYMENT_LOOKUP, Samples.TENANT, Samples.PAYMENT + "/key-1");
  }

  int lookUpAfter(Duration pause) {
    clock.advance(pause);
    return runner.runDue(Samples.TENANT);
  }
}
