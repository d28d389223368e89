package org.yichuang.cases.internal;

/**
 * What is kept for its years, and then no longer.
 *
 * @param retention what people do about it
 * @param job what removes
 */
public record RetentionServices(CaseRetention retention, RemovalJob job) {}
