package org.yichuang.journal.internal.domain;

/** An entry that no anchor holds yet. */
public record PendingRow(String aggregateType, String aggregateId, long sequence, String hash) {}
