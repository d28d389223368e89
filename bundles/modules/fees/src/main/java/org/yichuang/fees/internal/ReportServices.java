package org.yichuang.fees.internal;

/** What reports of fees are made of. */
public record ReportServices(FeeReport report, FeeYear year, Incomes incomes, ReportFile file) {}
