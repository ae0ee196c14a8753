package io.daybook.command.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.command.testing.AtOnce;
import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.Given;
import io.daybook.customer.CustomerCommand;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.CustomerCommand.RequestGDPRErasure;
import io.daybook.customer.CustomerCommand.VerifyCustomerEmail;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerRejection;
import io.daybook.customer.Email;
import io.daybook.customer.Password;
import io.daybook.eventstore.DryRun;
import io.daybook.http.Contexts;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CustomerId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCrypt;

/// What only the real database can show: races, transactions, and what is stored where.
class CustomersOnPostgresTest extends CommandSideTest {
  private static final String PASSWORD = "analytical-1843";

  /// Long enough that the random bytes of a stored id do not look like it by chance.
  private static final Pattern ANY_BCRYPT = Pattern.compile("\\$2[abxy]?\\$[0-9]{2}\\$");

  private static final TenantId OTHER_SHOP = new TenantId("other-shop");

  @Autowired private JdbcClient database;
  @Autowired private OutgoingMail mails;

  private final Email email = new Email("ada-" + UUID.randomUUID() + "@example.org");

  @Test
  void of_fifty_who_register_one_address_one_becomes_a_customer() throws Exception {
    List<CustomerId> ids =
        Stream.generate(() -> CustomerId.of(UUID.randomUUID())).limit(50).toList();

    List<String> answers = AtOnce.callers(50, number -> answerTo(register(ids.get(number))));

    assertThat(answers).containsOnlyOnce("registered");
    assertThat(answers)
        .filteredOn(CustomerRejection.EMAIL_ALREADY_REGISTERED.name()::equals)
        .hasSize(49);
    assertThat(ids).filteredOn(id -> !eventsOf(id).isEmpty()).hasSize(1);
    assertThat(ids).filteredOn(id -> hashes(id) == 1).hasSize(1);
    assertThat(mails.to(Given.TENANT, email, 100)).hasSize(1);
  }

  @Test
  void a_registration_sent_fifty_times_at_once_is_one() throws Exception {
    CustomerId ada = CustomerId.of(UUID.randomUUID());

    List<String> answers = AtOnce.callers(50, number -> answerTo(register(ada)));

    assertThat(answers).hasSize(50).containsOnly("registered");
    assertThat(eventsOf(ada)).hasSize(1);
    assertThat(mails.to(Given.TENANT, email, 100)).hasSize(1);
  }

  @Test
  void another_shop_may_have_a_customer_with_the_same_address() {
    CustomerId ada = CustomerId.of(UUID.randomUUID());

    send(register(ada), Given.CUSTOMER);
    commands.sendAndWait(
        new GenericCommandMessage<>(register(ada))
            .withMetaData(Contexts.metaData(OTHER_SHOP, Given.CUSTOMER, null)));

    assertThat(mails.to(OTHER_SHOP, email, 100)).hasSize(1);
    assertThat(mails.to(Given.TENANT, email, 100)).hasSize(1);
  }

  @Test
  void the_token_in_the_mail_verifies_the_address() {
    CustomerId ada = CustomerId.of(UUID.randomUUID());
    send(register(ada), Given.CUSTOMER);
    String token = mails.to(Given.TENANT, email, 1).getFirst().data().get("verificationToken");

    send(new VerifyCustomerEmail(token), Given.CUSTOMER);
    send(new VerifyCustomerEmail(token), Given.CUSTOMER);

    assertThat(eventsOf(ada))
        .hasExactlyElementsOfTypes(CustomerRegistered.class, CustomerEmailVerified.class);
  }

  @Test
  void a_password_is_stored_as_a_bcrypt_hash_and_in_no_event() {
    CustomerId ada = CustomerId.of(UUID.randomUUID());
    send(register(ada), Given.CUSTOMER);

    String hash =
        database
            .sql("SELECT password_hash FROM command_side.credential WHERE customer_id = ?")
            .param(ada.value())
            .query(String.class)
            .single();
    assertThat(hash).startsWith("{bcrypt}").containsPattern(ANY_BCRYPT);
    assertThat(BCrypt.checkpw(PASSWORD, hash.substring("{bcrypt}".length()))).isTrue();
    assertThat(stored(ada))
        .isNotEmpty()
        .noneMatch(text -> text.contains(PASSWORD))
        .noneMatch(text -> ANY_BCRYPT.matcher(text).find());
  }

  @Test
  void a_dry_run_leaves_no_event_no_hash_no_mail_and_no_claim() {
    CustomerId tried = CustomerId.of(UUID.randomUUID());
    MetaData dry = Contexts.metaData(Given.TENANT, Given.CUSTOMER, null).and(Meta.DRY_RUN, "true");

    assertThatExceptionOfType(DryRun.class)
        .isThrownBy(
            () ->
                commands.sendAndWait(
                    new GenericCommandMessage<>(register(tried)).withMetaData(dry)))
        .satisfies(run -> assertThat(run.events()).hasSize(1));

    assertThat(eventsOf(tried)).isEmpty();
    assertThat(hashes(tried)).isZero();
    assertThat(mails.to(Given.TENANT, email, 100)).isEmpty();
    assertThat(answerTo(register(CustomerId.of(UUID.randomUUID())))).isEqualTo("registered");
  }

  @Test
  void an_erased_customer_leaves_the_address_to_the_next() {
    CustomerId ada = CustomerId.of(UUID.randomUUID());
    send(register(ada), Given.CUSTOMER);

    send(new RequestGDPRErasure(ada, true), Given.CUSTOMER);

    assertThat(hashes(ada)).isZero();
    assertThat(mails.to(Given.TENANT, email, 100)).isEmpty();
    assertThat(answerTo(register(CustomerId.of(UUID.randomUUID())))).isEqualTo("registered");
  }

  @Test
  void a_command_to_a_customer_that_does_not_exist_is_refused_by_its_code() {
    CustomerId nobody = CustomerId.of(UUID.randomUUID());

    assertThat(codeOf(new RequestGDPRErasure(nobody, true)))
        .isEqualTo(CustomerRejection.CUSTOMER_NOT_FOUND);
    assertThat(codeOf(new VerifyCustomerEmail(nobody.uuid() + ".secret")))
        .isEqualTo(CustomerRejection.INVALID_TOKEN);
  }

  private RegisterCustomer register(CustomerId id) {
    return new RegisterCustomer(id, email, new Password(PASSWORD), "Ada", "Lovelace", null);
  }

  private String answerTo(CustomerCommand command) {
    try {
      send(command, Given.CUSTOMER);
      return "registered";
    } catch (Rejection rejection) {
      return rejection.code().name();
    }
  }

  private RejectionCode codeOf(CustomerCommand command) {
    try {
      send(command, Given.CUSTOMER);
    } catch (Rejection rejection) {
      return rejection.code();
    }
    throw new AssertionError(command + " was not refused");
  }

  private long hashes(CustomerId id) {
    return database
        .sql("SELECT count(*) FROM command_side.credential WHERE customer_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  private List<String> stored(CustomerId id) {
    return database
        .sql(
            "SELECT payload || encode(metadata, 'escape') FROM (SELECT convert_from(payload,"
                + " 'UTF8') AS payload, metadata FROM event_store.event WHERE stream = ?) AS"
                + " stored")
        .param(Given.TENANT.stream(id))
        .query(String.class)
        .list();
  }
}
