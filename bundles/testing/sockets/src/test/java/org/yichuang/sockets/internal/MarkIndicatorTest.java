package org.yichuang.sockets.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.NINE_O_CLOCK;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.junit.After;
import org.junit.Before;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.contract.IndicatorContract;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** The figures of the module keep the contract. */
public class MarkIndicatorTest extends IndicatorContract {
    private final ModuleTransactions transactions = ModuleTransactions.open("sockets");
    private final MarkRows rows = new MarkRows(transactions.persistenceUnit());

    @Before
    public void mark() {
        for (int day = 0; day < 3; day++) {
            for (String subject : new String[] {"alpha", "a", "beta", "gamma"}) {
                transactions.write(call(HAIYANG, day), Void.class, unit -> {
                    rows.add(MarkRows.MARKED, subject, unit);
                    rows.add(MarkMail.RECEIPTED, subject, unit);
                    return null;
                });
            }
        }
    }

    @After
    public void close() {
        transactions.close();
    }

    private static CallContext call(TenantId tenant, int day) {
        return CallContext.system(tenant, NINE_O_CLOCK.plus(Duration.ofDays(day)), "test");
    }

    @Override
    protected IndicatorProvider provider() {
        return new MarkIndicator(rows);
    }

    @Override
    protected <T> T read(Function<UnitOfWork, T> question) {
        return transactions.read(call(HAIYANG, 2), question::apply);
    }

    @Override
    protected <T> T readElsewhere(Function<UnitOfWork, T> question) {
        return transactions.read(call(YANTAI, 2), question::apply);
    }

    @Override
    protected Period period() {
        return Period.last(3, LocalDate.of(2026, 3, 4));
    }
}
