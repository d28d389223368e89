package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.internal.AgencyCommands.Assign;
import org.yichuang.agency.internal.AgencyCommands.Entrust;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.contract.IndicatorContract;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** The figures of agents keep the contract. */
public class AgencyIndicatorTest extends IndicatorContract {
    private static final int DAYS = 3;

    private final ModuleTransactions transactions = ModuleTransactions.open("agency");
    private final AgencyWorld world = new AgencyWorld(transactions, transactions.persistenceUnit(), new TestCentres());

    @Before
    public void serve() {
        String agent = world.qualified("吴代办", "13905351234", AgencyWorld.AGENT_ACCOUNT);
        for (int day = 0; day < DAYS; day++) {
            if (day > 0) {
                world.province.pass(Duration.ofDays(1));
            }
            Eligibility project = day == 0 ? Eligibility.KEY_CONSTRUCTION : Eligibility.FOREIGN_INVESTMENT;
            String id = lodge(project);
            world.requests.consent(id, new Words("w"), world.manager());
            world.requests.assign(id, new Assign(agent), world.manager());
            world.requests.entrust(id, new Entrust("陈总", false), world.owner());
            world.requests.complete(id, new Words("w"), world.agent());
            world.requests.refuse(lodge(project), new Words("w"), world.manager());
        }
    }

    private String lodge(Eligibility project) {
        return world.requests
                .request(AgencyWorld.lodge(project, 1), world.owner())
                .id();
    }

    @After
    public void close() {
        transactions.close();
    }

    @Override
    protected IndicatorProvider provider() {
        return world.wiring.indicators();
    }

    @Override
    protected <T> T read(Function<UnitOfWork, T> question) {
        return transactions.read(call(HAIYANG), question::apply);
    }

    @Override
    protected <T> T readElsewhere(Function<UnitOfWork, T> question) {
        return transactions.read(call(LAISHAN), question::apply);
    }

    private CallContext call(TenantId tenant) {
        return CallContext.system(tenant, world.province.now(), "test");
    }

    @Override
    protected Period period() {
        return Period.last(DAYS, LocalDate.of(2026, 3, 2).plusDays(DAYS - 1L));
    }

    @Test
    public void whatAgentsHaveDoneIsCountedAndWhatWasRefusedIsNot() {
        assertEquals(Fraction.of(6), count("agency.requests"));
        assertEquals(Fraction.of(3), count("agency.services"));
        assertEquals(new Fraction(6, 6), count("agency.on-time"));
    }

    private Fraction count(String id) {
        return provider().indicators().stream()
                .filter(indicator -> indicator.definition().id().equals(id))
                .map(indicator -> read(unit -> indicator.count(Scope.all(period()), unit)))
                .findFirst()
                .orElseThrow();
    }
}
