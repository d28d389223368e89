package org.yichuang.fees.internal.domain;

import org.yichuang.fees.api.ReversalGround;

/**
 * That a payment is to be reversed (冲正), as somebody has asked.
 *
 * @param words what was wrong
 * @param askedBy the account that has asked
 */
public record Reversal(ReversalGround ground, String words, String askedBy) {}
