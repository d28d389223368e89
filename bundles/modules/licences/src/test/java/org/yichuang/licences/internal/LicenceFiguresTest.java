package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.contract.IndicatorContract;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.domain.CancellationGround;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestClock;

/** The figures of the register keep the contract. */
public class LicenceFiguresTest extends IndicatorContract {
    private final ModuleTransactions transactions = ModuleTransactions.open("licences", "documents");
    private final RegisterWorld world = new RegisterWorld(
            transactions, transactions.persistenceUnit(), transactions.persistenceUnit("documents"), new TestClock());

    @Before
    public void register() {
        for (int day = 2; day <= 4; day++) {
            world.province.at("2026-03-0" + day + "T09:00");
            world.registered("F" + day, RegisterWorld.FOOD, HAIYANG);
            world.registered("T" + day, RegisterWorld.TAXI, HAIYANG);
        }
        world.decisions.cancel(
                "T4",
                new LicenceRequests.Cancel(CancellationGround.FORCE_MAJEURE, "r", "b", "王局长"),
                world.as("chief-representative", HAIYANG));
    }

    @After
    public void close() {
        transactions.close();
    }

    @Override
    protected IndicatorProvider provider() {
        return new LicenceFigures(transactions.persistenceUnit());
    }

    private <T> T read(TenantId tenant, Function<UnitOfWork, T> question) {
        return transactions.read(CallContext.system(tenant, world.province.now(), "test"), question::apply);
    }

    @Override
    protected <T> T read(Function<UnitOfWork, T> question) {
        return read(HAIYANG, question);
    }

    @Override
    protected <T> T readElsewhere(Function<UnitOfWork, T> question) {
        return read(LAISHAN, question);
    }

    @Override
    protected Period period() {
        return Period.last(3, LocalDate.of(2026, 3, 4));
    }

    private Indicator figure(String id) {
        return provider().indicators().stream()
                .filter(each -> each.definition().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void whatWasMadeOutStaysCountedAndWhatIsInForceDoesNot() {
        Scope all = Scope.all(period());
        assertEquals(Fraction.of(6), read(unit -> figure("licences.granted").count(all, unit)));
        assertEquals(Fraction.of(5), read(unit -> figure("licences.in-force").count(all, unit)));
        Map<String, Long> states =
                read(unit -> figure("licences.granted").groups(Dimension.STATE, all, 10, unit)).stream()
                        .collect(Collectors.toMap(
                                group -> group.key(), group -> group.fraction().numerator()));
        assertEquals(Map.of("VALID", 5L, "CANCELLED", 1L), states);
    }
}
