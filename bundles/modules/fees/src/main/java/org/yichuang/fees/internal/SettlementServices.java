package org.yichuang.fees.internal;

/** What is done once money has come. */
public record SettlementServices(
        Refunds refunds,
        Reversals reversals,
        Reconciliation reconciliation,
        Banks banks,
        Bypasses bypasses,
        Statements statements,
        Stock stock) {}
