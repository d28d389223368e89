package org.yichuang.cases.internal;

import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.contract.IndicatorContract;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.testing.ModuleTransactions;

/** The figures of cases keep the contract. */
public class CaseIndicatorContractTest extends IndicatorContract {
    private static ModuleTransactions transactions;
    private Centres centres;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    /** Of six plain cases four are done in time and one late; that of three trees and one other are overdue. */
    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            plain.add(accepted(Items.SIMPLE, null));
        }
        for (int i = 0; i < 3; i++) {
            accepted(Items.TREES, "county-city");
        }
        centres.province.at("2026-09-16T09:00");
        plain.subList(0, 4).forEach(this::deliver);
        centres.province.at("2026-11-30T09:00");
        deliver(plain.get(4));
        centres.submit(Items.SIMPLE, null, HAIYANG);
    }

    private String accepted(String item, String route) {
        String number = centres.submit(item, route, HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private void deliver(String number) {
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        centres.service.issue(number, ISSUE, centres.clerk(HAIYANG));
        centres.service.deliver(number, DELIVER, centres.clerk(HAIYANG));
    }

    @Override
    protected IndicatorProvider provider() {
        return new CaseIndicators(Centres.repositories(transactions, TestCipher.CIPHER), centres.province);
    }

    @Override
    protected <T> T read(Function<UnitOfWork, T> question) {
        return transactions.read(centres.as("centre-manager", HAIYANG), question::apply);
    }

    @Override
    protected <T> T readElsewhere(Function<UnitOfWork, T> question) {
        return transactions.read(centres.as("centre-manager", LAISHAN), question::apply);
    }

    @Override
    protected Period period() {
        return Period.last(100, LocalDate.of(2026, 11, 30));
    }
}
