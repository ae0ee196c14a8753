package io.daybook.customer;

import io.daybook.kernel.RejectionCode;

/// Why something asked of a customer is refused.
public enum CustomerRejection implements RejectionCode {
  CUSTOMER_NOT_FOUND(Kind.NOT_FOUND, "There is no such customer."),
  CUSTOMER_ID_TAKEN(
      Kind.CONFLICT, "This id belongs to a customer that was registered with other data."),
  EMAIL_ALREADY_REGISTERED(Kind.CONFLICT, "An e-mail address belongs to one customer of a tenant."),
  INVALID_EMAIL(Kind.RULE_BROKEN, "An e-mail address needs a local part, an @ and a domain."),
  INVALID_PASSWORD(Kind.RULE_BROKEN, "A password has 8 to 72 bytes, with a letter and a digit."),
  INVALID_NAME(Kind.RULE_BROKEN, "A name has 1 to 100 characters."),
  INVALID_TOKEN(Kind.RULE_BROKEN, "The verification token is not the one that was sent."),
  TOKEN_EXPIRED(Kind.RULE_BROKEN, "The verification token has expired."),
  ADDRESS_ID_TAKEN(Kind.CONFLICT, "This id belongs to another address."),
  INVALID_ADDRESS(Kind.RULE_BROKEN, "The parts of an address are lines of 1 to 200 characters."),
  INVALID_POSTAL_CODE(Kind.RULE_BROKEN, "The postal code is not one of that country."),
  COUNTRY_NOT_SUPPORTED(Kind.RULE_BROKEN, "The shop does not send to that country."),
  MISSING_FIELD(Kind.MALFORMED, "A required field is missing."),
  ERASURE_NOT_CONFIRMED(Kind.RULE_BROKEN, "An erasure cannot be undone and must be confirmed."),
  PENDING_ORDERS_EXIST(Kind.CONFLICT, "Personal data is kept while orders are open."),
  CUSTOMER_ERASED(Kind.RULE_BROKEN, "The data of this customer was erased.");

  private final Kind kind;
  private final String rule;

  CustomerRejection(Kind kind, String rule) {
    this.kind = kind;
    this.rule = rule;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String rule() {
    return rule;
  }
}
