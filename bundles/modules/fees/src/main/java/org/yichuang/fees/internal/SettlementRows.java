package org.yichuang.fees.internal;

import org.yichuang.fees.internal.persistence.BankRows;
import org.yichuang.fees.internal.persistence.BypassRows;
import org.yichuang.fees.internal.persistence.DayRows;
import org.yichuang.fees.internal.persistence.DifferenceRows;
import org.yichuang.fees.internal.persistence.PaymentRows;
import org.yichuang.fees.internal.persistence.StatementRows;

/** What is compared, and what comes of it. */
record SettlementRows(
        PaymentRows payments,
        StatementRows statements,
        DifferenceRows differences,
        DayRows days,
        BankRows banks,
        BypassRows bypasses) {}
