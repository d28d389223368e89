package org.yichuang.cases.internal;

import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.yichuang.cases.api.AnswerKind;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.ClearAnswer;
import org.yichuang.cases.api.SpecialGround;
import org.yichuang.cases.api.SpecialHandlingRequest;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.contract.IndicatorContract;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.ModuleTransactions;

/** The figures of cases keep the contract. */
public class CaseIndicatorContractTest extends IndicatorContract {
    static ModuleTransactions transactions;
    Centres centres;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    /**
     * Of eight plain cases four are done in time, one late, and three are made out and not fetched; three of trees and
     * three others are overdue; three of a township come again; three of four that came in online are reviewed in time.
     */
    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
        for (int i = 0; i < 3; i++) {
            accepted(Items.TREES, "county-city");
        }
        centres.province.at("2026-09-15T09:00");
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            plain.add(accepted(Items.SIMPLE, null));
        }
        List<String> online = Stream.generate(this::online).limit(4).toList();
        centres.province.at("2026-09-16T09:00");
        plain.subList(0, 3).forEach(this::handleSpecially);
        for (int i = 0; i < 3; i++) {
            answered();
            centres.service.withdraw(
                    centres.submit(Items.ONCE, null, HAIYANG).number(), Centres.WITHDRAW, centres.clerk(HAIYANG));
        }
        online.subList(0, 3).forEach(this::review);
        plain.subList(0, 4).forEach(this::deliver);
        plain.subList(5, 8).forEach(this::issue);
        for (int i = 0; i < 3; i++) {
            comesAgain();
        }
        centres.province.at("2026-11-30T09:00");
        deliver(plain.get(4));
        centres.service.accept(online.get(3), ACCEPT, centres.clerk(HAIYANG));
        centres.submit(Items.SIMPLE, null, HAIYANG);
    }

    private String accepted(String item, String route) {
        String number = centres.submit(item, route, HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private String online() {
        CallContext citizen = centres.as("citizen", "applicant", Set.of(), HAIYANG);
        CaseRequests.Submit application = centres.whole(Centres.application(Items.ONLINE, null), citizen);
        return centres.service.submit(application, citizen).number();
    }

    private void review(String number) {
        centres.cases.reception().reviewOnline(number, null, centres.clerk(HAIYANG));
    }

    private void answered() {
        String number = centres.submit(Items.SERVICE, null, HAIYANG).number();
        centres.cases
                .reception()
                .answerClearly(
                        number,
                        new ClearAnswer(AnswerKind.NOT_AT_ALL, "不属于救助范围", "办法第三条", null),
                        centres.clerk(HAIYANG));
    }

    private void handleSpecially(String number) {
        centres.cases
                .reception()
                .handleSpecially(
                        number,
                        new SpecialHandlingRequest(SpecialGround.CENTRE_FINDING, "重点项目", null, null, null),
                        centres.chief(HAIYANG));
    }

    private void issue(String number) {
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        centres.service.issue(number, ISSUE, centres.clerk(HAIYANG));
    }

    private void deliver(String number) {
        issue(number);
        centres.service.deliver(number, DELIVER, centres.clerk(HAIYANG));
    }

    private void comesAgain() {
        String number = centres.submit(Items.AGENCY, "three", LIUGEZHUANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        centres.service.notAccept(
                centres.numberAt(HAIYANG, number),
                new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null),
                centres.clerk(HAIYANG));
        centres.post();
        centres.service.accept(number, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
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
        return new Period(LocalDate.of(2026, 9, 15), LocalDate.of(2026, 11, 30));
    }
}
