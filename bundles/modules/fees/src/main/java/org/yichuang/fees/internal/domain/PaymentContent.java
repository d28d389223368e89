package org.yichuang.fees.internal.domain;

/**
 * What is kept encrypted of a payment.
 *
 * @param account from which it came
 * @param payer who has paid, as the bank names them
 */
public record PaymentContent(String account, String payer) {}
