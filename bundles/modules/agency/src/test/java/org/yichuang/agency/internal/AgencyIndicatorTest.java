package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.internal.AgencyCommands.Agree;
import org.yichuang.agency.internal.AgencyCommands.Assign;
import org.yichuang.agency.internal.AgencyCommands.Complete;
import org.yichuang.agency.internal.AgencyCommands.Consent;
import org.yichuang.agency.internal.AgencyCommands.Entrust;
import org.yichuang.agency.internal.AgencyCommands.Present;
import org.yichuang.agency.internal.AgencyCommands.Raise;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Track;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.InspectionCommands.BodyGiven;
import org.yichuang.agency.internal.InspectionCommands.Call;
import org.yichuang.agency.internal.InspectionCommands.Find;
import org.yichuang.agency.internal.InspectionCommands.Open;
import org.yichuang.agency.internal.InspectionCommands.PartGiven;
import org.yichuang.agency.internal.InspectionCommands.PutRight;
import org.yichuang.agency.internal.InspectionViews.BodyView;
import org.yichuang.agency.internal.JointCommands.Ask;
import org.yichuang.cases.api.CaseState;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.contract.IndicatorContract;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
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
            world.requests.consent(id, new Consent("w", true), world.manager());
            world.requests.assign(id, new Assign(agent), world.manager());
            world.requests.entrust(id, new Entrust("陈总", false), world.owner());
            world.requests.complete(id, new Complete("w", "只需咨询"), world.agent());
            world.requests.refuse(lodge(project), new Words("w"), world.manager());
            recognise("CASE-" + day, day < 2);
            solve();
            joint();
            inspect(day);
        }
    }

    private void solve() {
        LocalDate today = world.manager().today();
        String project = world.projects
                .track(new Track("项目" + today, "企业", 1L, "leader", "孙主任"), world.manager())
                .summary()
                .id();
        String problem = world.projects
                .raise(project, new Raise("p", "住建局", today), world.manager())
                .problems()
                .get(0)
                .id();
        world.projects.solve(project, problem, new Words("w"), world.manager());
    }

    private void joint() {
        AgencyCommands.Applicant applicant =
                AgencyWorld.lodge(Eligibility.KEY_CONSTRUCTION, 1).applicant();
        String id = world.joint
                .ask(new Ask(List.of("FOOD", "FIRE"), applicant, "r"), world.owner())
                .id();
        world.joint.decline(id, new Words("w"), world.section());
        world.joint.ask(new Ask(List.of("FOOD", "FIRE"), applicant, "r"), world.owner());
    }

    /** One body that passes, one that has something to put right, one that does not come. */
    private void inspect(int day) {
        LocalDate today = world.manager().today();
        Open given = new Open("年检" + day, today, today, List.of(new PartGiven("市场监管局", "执照")));
        String id = world.inspections.open(given, world.section()).id();
        List<BodyGiven> bodies = Stream.of("91350100M000100Y43", "91370602MA3C00003E", "91370602MA3C00046U")
                .map(number -> new BodyGiven(number, number, null, null))
                .toList();
        world.inspections.call(id, new Call(bodies), world.section());
        List<String> called =
                world.inspections.bodies(id, null, PageRequest.of(null, null), world.section()).items().stream()
                        .map(BodyView::id)
                        .toList();
        CallContext reviewer = world.as("reviewer", "reviewer", HAIYANG, Set.of("市场监管局"));
        world.inspections.find(id, called.get(0), new Find("执照", true, "", null), reviewer);
        world.inspections.find(id, called.get(1), new Find("执照", false, "补正", today), reviewer);
        world.inspections.putRight(id, called.get(1), new PutRight("执照", "已补正"), reviewer);
    }

    private void recognise(String number, boolean sameDay) {
        LocalDate today = world.manager().today();
        String agreement = world.recognitions
                .agree(
                        new Agree("9号", "开发区", "", "规划", List.of("ITEM"), "王", today.minusDays(1), today),
                        world.manager())
                .id();
        world.stands(number, AgencyWorld.USCC, CaseState.ACCEPTED);
        world.recognitions.present(agreement, new Present(number, "1号", "赵", today, true), world.clerk());
        Instant at = world.province.now().plus(Duration.ofDays(sameDay ? 0 : -1));
        DomainEvent event = DomainEvent.of("cases", "issued").about(number, "ITEM");
        transactions.write(call(HAIYANG), Void.class, unit -> {
            world.wiring
                    .watch(world.cases(), world.documents(), world.notices())
                    .on(new EventEnvelope(HAIYANG, event, "case", number, 1, "a", "b", at, "r", 1, 1), unit);
            return null;
        });
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
        assertEquals(Fraction.of(6), count("agency.joint-requests"));
        assertEquals(new Fraction(3, 3), count("agency.joint-on-time"));
        assertEquals(new Fraction(6, 9), count("agency.inspection-came"));
        assertEquals(new Fraction(3, 6), count("agency.inspection-passed"));
        assertEquals(new Fraction(3, 3), count("agency.inspection-righted"));
        assertEquals(Fraction.of(3), count("agency.recognised"));
        assertEquals(Fraction.of(3), count("agency.problems-solved"));
        assertEquals(new Fraction(3, 3), count("agency.problems-on-time"));
        assertEquals(new Fraction(2, 3), count("agency.recognised-same-day"));
    }

    /** What was reported of days that are over stays as it was. */
    @Test
    public void whatIsTakenBackAndPresentedAnewCountsOnItsFirstDay() {
        String agreement = world.recognitions
                .list(PageRequest.of(null, null), world.clerk())
                .items()
                .get(0)
                .id();
        world.recognitions.takeBack(agreement, "CASE-2", new Reason("录错"), world.clerk());
        assertEquals(Fraction.of(3), count("agency.recognised"));
    }

    private Fraction count(String id) {
        return provider().indicators().stream()
                .filter(indicator -> indicator.definition().id().equals(id))
                .map(indicator -> read(unit -> indicator.count(Scope.all(period()), unit)))
                .findFirst()
                .orElseThrow();
    }
}
