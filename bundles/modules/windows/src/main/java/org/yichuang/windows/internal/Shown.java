package org.yichuang.windows.internal;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.windows.internal.ScreenViews.OnWallView;
import org.yichuang.windows.internal.WindowsViews.AbsenceView;
import org.yichuang.windows.internal.WindowsViews.AuthorityView;
import org.yichuang.windows.internal.WindowsViews.BoardView;
import org.yichuang.windows.internal.WindowsViews.BookingView;
import org.yichuang.windows.internal.WindowsViews.BulletinView;
import org.yichuang.windows.internal.WindowsViews.CalledView;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.WindowsViews.ExceptionalView;
import org.yichuang.windows.internal.WindowsViews.HoursView;
import org.yichuang.windows.internal.WindowsViews.ItemView;
import org.yichuang.windows.internal.WindowsViews.LeaveView;
import org.yichuang.windows.internal.WindowsViews.LetterView;
import org.yichuang.windows.internal.WindowsViews.MemberView;
import org.yichuang.windows.internal.WindowsViews.NoteView;
import org.yichuang.windows.internal.WindowsViews.PersonView;
import org.yichuang.windows.internal.WindowsViews.PointView;
import org.yichuang.windows.internal.WindowsViews.PositionView;
import org.yichuang.windows.internal.WindowsViews.PunchedView;
import org.yichuang.windows.internal.WindowsViews.QueueView;
import org.yichuang.windows.internal.WindowsViews.SectionView;
import org.yichuang.windows.internal.WindowsViews.SignaturesView;
import org.yichuang.windows.internal.WindowsViews.SpanView;
import org.yichuang.windows.internal.WindowsViews.StaffView;
import org.yichuang.windows.internal.WindowsViews.StatementView;
import org.yichuang.windows.internal.WindowsViews.StationingView;
import org.yichuang.windows.internal.WindowsViews.TicketView;
import org.yichuang.windows.internal.WindowsViews.TrainingView;
import org.yichuang.windows.internal.WindowsViews.VisitView;
import org.yichuang.windows.internal.WindowsViews.WeeklyView;
import org.yichuang.windows.internal.WindowsViews.WindowView;
import org.yichuang.windows.internal.domain.Absence;
import org.yichuang.windows.internal.domain.AttendanceDay;
import org.yichuang.windows.internal.domain.Authority;
import org.yichuang.windows.internal.domain.Booking;
import org.yichuang.windows.internal.domain.Bulletin;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.EnteredItem;
import org.yichuang.windows.internal.domain.HallDevice;
import org.yichuang.windows.internal.domain.HallWindow;
import org.yichuang.windows.internal.domain.LeaderVisit;
import org.yichuang.windows.internal.domain.Leave;
import org.yichuang.windows.internal.domain.LetterContent;
import org.yichuang.windows.internal.domain.Note;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.OpeningHours;
import org.yichuang.windows.internal.domain.QueueGroup;
import org.yichuang.windows.internal.domain.ServicePoint;
import org.yichuang.windows.internal.domain.StaffFile;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.domain.Stationing;
import org.yichuang.windows.internal.domain.Ticket;

/** Rows as they are shown. */
final class Shown {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Shown() {}

    static PointView of(ServicePoint of, CallContext context) {
        ServicePoint.Place place = of.held();
        return new PointView(
                of.id(),
                of.kind(),
                of.name(),
                place.address(),
                place.bus(),
                place.phone(),
                place.division(),
                place.facilities(),
                place.area(),
                of.openedOn(),
                of.mergeBy().orElse(null),
                place.exemption(),
                place.exemption().isEmpty() && of.isLate(context.today()),
                of.steps());
    }

    static StationingView of(Stationing of, CallContext context) {
        Stationing.Section section = of.held().section();
        Stationing.Statement statement = of.held().statement();
        return new StationingView(
                of.id(),
                of.department(),
                of.kind(),
                of.since(),
                of.until().orElse(null),
                of.held().approval(),
                section == null
                        ? null
                        : new SectionView(
                                section.name(),
                                section.setUpOn(),
                                section.wholeBody(),
                                section.staff(),
                                section.items()),
                statement == null
                        ? null
                        : new StatementView(
                                statement.head(), statement.windowHead(), statement.signedOn(), statement.items()),
                of.holds(context.today()),
                of.steps());
    }

    static ItemView of(EnteredItem of) {
        return new ItemView(
                of.id(), of.name(), of.department(), of.enteredOn(), of.leftOn().orElse(null));
    }

    static WindowView of(HallWindow of) {
        HallWindow.Position position = of.held().position();
        return new WindowView(
                of.id(),
                of.name(),
                of.point(),
                of.kind(),
                of.isClosed(),
                of.held().members().stream()
                        .map(each -> new MemberView(each.department(), each.consent()))
                        .toList(),
                position == null ? null : new PositionView(position.floor(), position.x(), position.y()),
                of.held().predecessors(),
                of.held().reason(),
                of.steps());
    }

    static StaffView of(StaffMember of, Now now) {
        StaffFile file = of.held();
        return new StaffView(
                of.id(),
                of.account(),
                of.name(),
                of.employeeNo(),
                file.homeUnit(),
                file.post(),
                file.rank(),
                file.departments(),
                file.standIn(),
                of.window(),
                of.state(),
                of.isOnDuty(now),
                of.awayUntil(now.today()).orElse(null),
                file.trainings().stream()
                        .map(each -> new TrainingView(each.title(), each.heldOn(), each.score(), each.passed()))
                        .toList(),
                file.appraisal(),
                notes(file.notes()),
                of.steps());
    }

    static BoardView board(StaffMember of, Now now) {
        return new BoardView(
                of.window(), of.name(), of.held().homeUnit(), of.held().post(), of.employeeNo(), of.isOnDuty(now));
    }

    static List<NoteView> notes(List<Note> notes) {
        return notes.stream()
                .map(note -> new NoteView(note.at(), note.step(), note.by(), note.words()))
                .toList();
    }

    static LetterView of(DelegationLetter of, CallContext context) {
        LetterContent said = of.held();
        LetterContent.Signatures signed = said.signatures();
        return new LetterView(
                of.id(),
                of.department(),
                of.state(context.today()),
                of.from(),
                of.until(),
                of.last(),
                of.holds(context.today()),
                of(said.principal()),
                of(said.a()),
                of(said.b()),
                said.full(),
                said.partial(),
                said.recorded(),
                signed == null ? null : new SignaturesView(signed.principal(), signed.seal(), signed.a(), signed.b()),
                said.change() == null ? null : said.change().from(),
                said.change() == null ? "" : said.change().words(),
                of.previous(),
                notes(said.notes()),
                of.steps());
    }

    private static PersonView of(LetterContent.Person of) {
        return new PersonView(of.account(), of.name(), of.unit(), of.post(), of.rank());
    }

    static AuthorityView of(Authority.Answer of, boolean required) {
        return new AuthorityView(
                of.isAllowed(),
                of.isAllowed() ? "" : of.code().code(),
                of.sentence(),
                of.letter(),
                of.rank(),
                of.window(),
                required);
    }

    static QueueView of(QueueGroup of, long waiting) {
        return new QueueView(of.id(), of.name(), of.held().windows(), of.isClosed(), waiting, of.steps());
    }

    /** @param ahead how many are called before it; null where it does not wait */
    static TicketView of(Ticket of, Long ahead) {
        return new TicketView(
                of.id(),
                of.number(),
                of.day(),
                of.group(),
                of.state(),
                of.held().source(),
                of.isFirst(),
                of.window(),
                of.held().calls(),
                of.takenAt(),
                of.calledAt().orElse(null),
                of.waited().orElse(null),
                ahead,
                of.held().cases(),
                of.held().unprinted(),
                of.steps());
    }

    static OnWallView onWall(Ticket of) {
        return new OnWallView(of.number(), of.window(), of.state(), of.held().calls());
    }

    static CalledView called(Ticket of) {
        return new CalledView(of.number(), of.window(), of.state());
    }

    static HoursView hours(ServicePoint of, List<OpeningHours.Span> today) {
        OpeningHours hours = of.held().hours();
        return new HoursView(
                of.id(),
                of.name(),
                hours.week().stream()
                        .map(each -> new WeeklyView(each.day(), time(each.from()), time(each.to()), each.kind()))
                        .toList(),
                hours.exceptions().stream()
                        .map(each -> new ExceptionalView(each.day(), spans(each.spans()), each.reason()))
                        .toList(),
                spans(today),
                of.steps());
    }

    private static List<SpanView> spans(List<OpeningHours.Span> of) {
        return of.stream()
                .map(each -> new SpanView(time(each.from()), time(each.to())))
                .toList();
    }

    private static String time(LocalTime of) {
        return TIME.format(of);
    }

    /** Hours and minutes, as 09:30. */
    static String time(Instant of) {
        return TIME.format(of.atZone(CallContext.ZONE));
    }

    /** Day, hours and minutes. */
    static String moment(Instant of) {
        return MOMENT.format(of.atZone(CallContext.ZONE));
    }

    static BookingView of(Booking of, String pointName) {
        Booking.Course course = of.held();
        return new BookingView(
                of.id(),
                of.point(),
                pointName,
                of.item(),
                course.itemName(),
                of.day(),
                time(of.startAt()),
                time(of.endAt()),
                of.state(),
                course.source(),
                course.name(),
                course.ticket(),
                notes(course.notes()),
                of.steps());
    }

    static PunchedView of(AttendanceDay of) {
        List<AttendanceDay.Punch> punches = of.held().punches();
        AttendanceDay.Punch last = punches.get(punches.size() - 1);
        return new PunchedView(
                of.held().name(), of.held().window(), of.day(), last.slot(), time(last.at()), of.late(), of.early());
    }

    static AbsenceView of(Absence of) {
        Absence.Course course = of.held();
        return new AbsenceView(
                of.id(),
                of.member(),
                course.name(),
                course.window(),
                of.state(),
                time(of.fromAt()),
                time(of.expectedAt()),
                of.backAt().map(Shown::time).orElse(null),
                course.reason(),
                course.overrun(),
                of.steps());
    }

    static LeaveView of(Leave of) {
        Leave.Course course = of.held();
        return new LeaveView(
                of.id(),
                of.member(),
                course.name(),
                of.kind(),
                of.from(),
                of.until(),
                course.endedOn(),
                course.standIn(),
                course.standInName(),
                course.approver(),
                course.reason(),
                of.steps());
    }

    static VisitView of(LeaderVisit of) {
        return new VisitView(
                of.id(),
                of.department(),
                of.name(),
                of.rank(),
                of.held().purpose(),
                of.day(),
                of.held().minutes(),
                of.held().words(),
                of.steps());
    }

    static BulletinView of(Bulletin of) {
        return new BulletinView(of.id(), of.held().by(), of.held().on(), of.steps());
    }

    static DeviceView of(HallDevice of, String key) {
        return new DeviceView(of.id(), of.name(), of.kind(), of.window(), of.point(), of.isLocked(), key, of.steps());
    }
}
