package org.yichuang.fees.internal;

/** What people at a counter, and those who report of it, work with. */
public record CounterServices(Payments payments, Counter counter, FeeReport report) {}
