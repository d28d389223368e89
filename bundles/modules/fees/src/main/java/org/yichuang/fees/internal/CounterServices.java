package org.yichuang.fees.internal;

/** What people at a counter, those who report of it, and payers work with. */
public record CounterServices(Payments payments, Counter counter, ReportServices reports, Payers payers) {}
