package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;
import static org.yichuang.windows.internal.WindowsWorld.proposalOf;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.contract.IndicatorContract;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestRun;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.windows.api.DeedKind;
import org.yichuang.windows.api.EnquiryChannel;
import org.yichuang.windows.api.FindingRule;
import org.yichuang.windows.api.HoursKind;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.StationingKind;
import org.yichuang.windows.api.VisitPurpose;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.AssessmentCommands.AnswerEnquiry;
import org.yichuang.windows.internal.AssessmentCommands.NoteFinding;
import org.yichuang.windows.internal.AssessmentCommands.OpenEnquiry;
import org.yichuang.windows.internal.AssessmentCommands.RecordDeed;
import org.yichuang.windows.internal.WindowsCommands.At;
import org.yichuang.windows.internal.WindowsCommands.BookFor;
import org.yichuang.windows.internal.WindowsCommands.Call;
import org.yichuang.windows.internal.WindowsCommands.CheckIn;
import org.yichuang.windows.internal.WindowsCommands.Enter;
import org.yichuang.windows.internal.WindowsCommands.EnterPunch;
import org.yichuang.windows.internal.WindowsCommands.GoOut;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.RecordVisit;
import org.yichuang.windows.internal.WindowsCommands.Section;
import org.yichuang.windows.internal.WindowsCommands.SetHours;
import org.yichuang.windows.internal.WindowsCommands.SetHours.Weekly;
import org.yichuang.windows.internal.WindowsCommands.Statement;
import org.yichuang.windows.internal.WindowsCommands.Station;
import org.yichuang.windows.internal.WindowsCommands.Take;
import org.yichuang.windows.internal.persistence.Json;

/** The figures of the hall keep the contract, and are those of the seeds (K8). */
public class WindowsIndicatorTest extends IndicatorContract {
    private static final int PART = 100;

    private final ModuleTransactions transactions = ModuleTransactions.open("windows");
    private final WindowsWorld world =
            new WindowsWorld(transactions, transactions.persistenceUnit(), new TestCentres());
    private String housing;

    @Before
    public void letters() {
        housing = world.stationed(HOUSING, "BUILD", "SELL", "EXPERTS");
        world.stationed(FORESTRY, "WOOD");
        world.issued("1", List.of("BUILD"), List.of("EXPERTS"));
        waits();
        books();
        attends();
    }

    /** Of three who have booked one has come. */
    private void books() {
        String point = world.hall
                .windows(PageRequest.of(null, null), world.manager())
                .items()
                .get(0)
                .point();
        Weekly monday = new Weekly(DayOfWeek.MONDAY, "09:00", "12:00", HoursKind.NORMAL);
        world.hours.set(point, new SetHours(List.of(monday), null), world.manager());
        BookFor first = new BookFor("BUILD", point, TODAY, "10:00", null, "一");
        BookFor second = new BookFor("BUILD", point, TODAY, "10:30", null, "二");
        BookFor third = new BookFor("BUILD", point, TODAY, "11:00", null, "三");
        String come = world.appointments.bookAtDesk(first, world.clerk("bo")).id();
        world.appointments.bookAtDesk(second, world.clerk("bo"));
        world.appointments.bookAtDesk(third, world.clerk("bo"));
        world.appointments.checkIn(come, new CheckIn(null), world.clerk("bo"));
        world.province.at("2026-03-02T11:16");
        LeasedJob timer = world.wiring.bookingTimer(world.notices());
        timer.run(new TestRun(call(HAIYANG), transactions.lease(timer.name()), true));
    }

    /** Three have come late, stayed away for too long, and were found without their badges. */
    private void attends() {
        world.item("LOG", FORESTRY);
        world.item("DAM", "水利局");
        Section section = new Section("行政审批科", TODAY, true, 4, 3);
        Statement statement = new Statement("赵局长", "钱科长", TODAY, 3);
        world.hall.station(new Station("水利局", StationingKind.LOCAL, TODAY, section, statement), world.manager());
        world.onDuty("clara", HOUSING, "1");
        world.onDuty("dora", HOUSING, "1");
        world.issued(proposalOf(FORESTRY, "F1", "fa", "clara", List.of("LOG")));
        world.issued(proposalOf("水利局", "W1", "wa", "dora", List.of("DAM")));
        comes(HOUSING, "张副局长", LeaderRank.DEPUTY);
        comes(FORESTRY, "人fa", LeaderRank.DEPUTY);
        comes("水利局", "人wa", LeaderRank.DEPUTY);
        comes(HOUSING, "王局长", LeaderRank.HEAD);
        List<String> all = List.of("bo", "clara", "dora");
        for (String account : all) {
            String id = world.staff.list(PageRequest.of(null, null), world.manager()).items().stream()
                    .filter(each -> each.account().equals(account))
                    .findFirst()
                    .orElseThrow()
                    .id();
            EnterPunch late = new EnterPunch(id, TODAY, PunchSlot.AM_IN, "09:05", "考勤机故障");
            world.attending.attendance().enter(late, world.manager());
            world.attending.absences().goOut(new GoOut(null, 10, "送件"), world.clerk(account));
            NoteFinding found = new NoteFinding("1", null, FindingRule.UNIFORM, TODAY, "未挂牌");
            String finding =
                    world.assessing.deductions().note(found, world.manager()).id();
            world.assessing.deductions().inform(finding, world.manager());
            world.assessing.deductions().accept(finding, world.clerk(account));
            OpenEnquiry asks = new OpenEnquiry(EnquiryChannel.DESK, null, "怎么办？");
            String asked =
                    world.assessing.enquiries().open(asks, world.clerk(account)).id();
            AnswerEnquiry answer = new AnswerEnquiry("这样办", null, null);
            world.assessing.enquiries().answer(asked, answer, world.clerk(account));
            world.assessing.deeds().record(new RecordDeed(DeedKind.GUIDE, null, null, "指导"), world.clerk(account));
        }
        world.province.at("2026-03-02T11:40");
        world.attending.absences().list(TODAY, world.manager()).forEach(each -> world.attending
                .absences()
                .comeBack(each.id(), world.manager()));
    }

    private void comes(String department, String name, LeaderRank rank) {
        RecordVisit visit = new RecordVisit(department, name, rank, VisitPurpose.SIT, TODAY, 30, null);
        world.attending.visits().record(visit, world.manager());
    }

    private Fraction leaders() {
        Scope half =
                Scope.all(new Period(TODAY.withDayOfYear(1), TODAY.withMonth(6).withDayOfMonth(30)));
        return read(unit -> figure("leaders-came").count(half, unit));
    }

    /** Nobody has missed a month or a half-year before it is over, and a head is counted in it once. */
    @Test
    public void leadersCountWhenTheyHaveComeOrTheTimeIsOver() {
        world.province.at("2026-04-30T09:00");
        assertEquals("three deputies in March", new Fraction(3, 3), leaders());
        world.province.at("2026-05-01T09:00");
        assertEquals("and none in April", new Fraction(3, 6), leaders());
        world.province.at("2026-07-01T09:00");
        assertEquals("of four months, and one of three heads", new Fraction(4, 15), leaders());
    }

    @Test
    public void whatIsAssessedIsCounted() {
        assertEquals(new Fraction(0, 3), wait("entered"));
        assertEquals(new Fraction(1, 3), wait("sections-whole"));
        assertEquals(new Fraction(3, 3), wait("representatives-present"));
        assertEquals(new Fraction(3, 3), wait("attendance"));
        assertEquals(new Fraction(3, 1), wait("late-early"));
        assertEquals(new Fraction(3, 1), wait("absences-overrun"));
        assertEquals("deputies; heads have until the half-year ends", new Fraction(3, 3), wait("leaders-came"));
        assertEquals(new Fraction(3, 3), wait("exams-passed"));
        assertEquals(new Fraction(3, 1), wait("findings"));
        assertEquals(new Fraction(3, 1), wait("deeds"));
        assertEquals(new Fraction(3, 3), wait("enquiries-on-time"));
        Scope uniforms = Scope.all(period()).with(AssessmentFigures.FINDING, "TIDINESS");
        assertEquals(Fraction.of(0), read(unit -> figure("findings").count(uniforms, unit)));
    }

    /** A statement that names very many makes no row for each. */
    @Test
    public void whatHasNotEnteredIsCountedWithoutARowForEach() {
        Statement statement = new Statement("赵局长", "钱科长", TODAY, 100_000);
        world.hall.station(new Station("财政局", StationingKind.LOCAL, TODAY, null, statement), world.manager());
        Scope there = Scope.all(period()).with(Dimension.DEPARTMENT, "财政局");
        assertEquals(new Fraction(0, 100_000), read(unit -> figure("entered").count(there, unit)));
        assertEquals(1001, (int)
                read(unit -> figure("entered").rows(there, "", 5000, unit).size()));
    }

    @Test
    public void whoDoesNotComeIsCounted() {
        assertEquals(new Fraction(2, 3), wait("no-show-rate"));
        Scope here = Scope.all(period()).with(Dimension.DEPARTMENT, HOUSING);
        assertEquals(new Fraction(2, 3), read(unit -> figure("no-show-rate").count(here, unit)));
        Scope there = Scope.all(period()).with(Dimension.DEPARTMENT, FORESTRY);
        assertEquals(new Fraction(0, 0), read(unit -> figure("no-show-rate").count(there, unit)));
    }

    /** Two have waited for ten minutes, three for more than half an hour. */
    private void waits() {
        world.window("1", HOUSING);
        world.onDuty("bo", HOUSING, "1");
        world.queues.open(new OpenQueue("A", "综合", List.of()), world.manager());
        world.queues.open(new OpenQueue("B", "不动产", List.of()), world.manager());
        List.of("A", "A", "B", "B", "B")
                .forEach(group -> world.tickets.take(new Take(group, null, null), world.clerk("bo")));
        served("A", "2026-03-02T09:10", 2);
        served("B", "2026-03-02T09:31", 3);
    }

    private void served(String group, String at, int many) {
        world.province.at(at);
        for (int i = 0; i < many; i++) {
            String id =
                    world.tickets.call(new Call("1", group), world.clerk("bo")).id();
            world.tickets.serve(id, new At("1"), world.clerk("bo"));
        }
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
        return Period.last(3, TODAY);
    }

    private Indicator figure(String word) {
        return provider().indicators().stream()
                .filter(each -> each.definition().id().equals("windows." + word))
                .findFirst()
                .orElseThrow();
    }

    private Fraction rate(String right) {
        Scope scope = Scope.all(period()).with(WindowsIndicators.RIGHT, right);
        return read(unit -> figure("authorisation-rate").count(scope, unit));
    }

    @Test
    public void ofTheItemsEnteredThoseCountThatALetterGrants() {
        assertEquals(new Fraction(2, 4), rate("ACCEPT"));
        assertEquals(new Fraction(1, 4), rate("DECIDE"));
        assertEquals(new Fraction(0, 4), rate("RESPOND"));
        Scope here = Scope.all(period()).with(Dimension.DEPARTMENT, HOUSING);
        assertEquals(
                new Fraction(3, 6), read(unit -> figure("authorised-approval").count(here, unit)));
        world.hall.leave("SELL", new Reason("划出"), world.manager());
        assertEquals(new Fraction(1, 3), rate("DECIDE"));
        world.letters.revoke("1", new Reason("撤销"), world.manager());
        assertEquals(new Fraction(0, 3), rate("DECIDE"));
    }

    /** What is counted is what the events of the tickets say. */
    @Test
    public void howLongPeopleWaitedIsWhatTheEventsAddUpTo() {
        List<Integer> told = transactions.entries().stream()
                .map(each -> each.entry().event())
                .filter(event -> event.type().equals("ticket-called"))
                .map(event -> Json.read(event.data(), WindowsEvent.TicketMoved.class))
                .map(moved -> Math.toIntExact(
                        Duration.between(moved.takenAt(), moved.calledAt()).toSeconds()))
                .sorted()
                .toList();
        assertEquals(List.of(600, 600, 1860, 1860, 1860), told);
        int sum = told.stream().mapToInt(Integer::intValue).sum();
        assertEquals(new Fraction(sum, told.size()), wait("wait"));
        assertEquals(new Fraction(1860, told.size()), wait("wait-nine-of-ten"));
        assertEquals(new Fraction(3, told.size()), wait("waited-long"));
    }

    private Fraction wait(String word) {
        return read(unit -> figure(word).count(Scope.all(period()), unit));
    }

    /** 玉州: 185 items entered, 82 examined and 13 decided at the window. */
    @Test
    public void theRatesOfACountyComeOfItsItemsAndItsLetter() {
        List.of("BUILD", "SELL", "EXPERTS", "WOOD")
                .forEach(code -> world.hall.leave(code, new Reason("划出"), world.manager()));
        List<String> codes = new ArrayList<>();
        for (int number = 1; number <= 185; number++) {
            codes.add(String.format("I%03d", number));
        }
        codes.forEach(code -> world.item(code, HOUSING));
        world.hall.enter(housing, new Enter(codes.subList(0, PART)), world.manager());
        world.hall.enter(housing, new Enter(codes.subList(PART, 185)), world.manager());
        world.issued("2", codes.subList(0, 13), codes.subList(13, 82));
        assertEquals("44.32", value(rate("EXAMINE")));
        assertEquals("7.03", value(rate("DECIDE")));
    }

    @Test
    public void theRatesOfTheSeedsAreRoundedHalfUp() {
        assertEquals("73.08", value(new Fraction(209, 286)));
        assertEquals("59.34", value(new Fraction(286, 482)));
        assertEquals("52.05", value(new Fraction(216, 415)));
        assertEquals("28.19", value(new Fraction(117, 415)));
        assertEquals("16.00", value(new Fraction(40, 250)));
        assertEquals("93.41", value(new Fraction(170, 182)));
        assertEquals("34.07", value(new Fraction(62, 182)));
        assertEquals("2.94", value(new Fraction(1, 34)));
    }

    private static String value(Fraction of) {
        return Kind.RATE.value(of, 2).orElseThrow().toPlainString();
    }
}
