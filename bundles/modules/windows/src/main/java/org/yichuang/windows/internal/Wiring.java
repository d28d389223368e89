package org.yichuang.windows.internal;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.WordDocuments;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.ChainedRows;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.windows.internal.persistence.AbsenceRows;
import org.yichuang.windows.internal.persistence.AssessmentRows;
import org.yichuang.windows.internal.persistence.AttendanceRows;
import org.yichuang.windows.internal.persistence.BookingRows;
import org.yichuang.windows.internal.persistence.BookingSums;
import org.yichuang.windows.internal.persistence.BulletinRows;
import org.yichuang.windows.internal.persistence.CountersignRows;
import org.yichuang.windows.internal.persistence.DeductionRows;
import org.yichuang.windows.internal.persistence.DeedRows;
import org.yichuang.windows.internal.persistence.DeviceRows;
import org.yichuang.windows.internal.persistence.EnquiryRows;
import org.yichuang.windows.internal.persistence.ItemRows;
import org.yichuang.windows.internal.persistence.LeaveRows;
import org.yichuang.windows.internal.persistence.LetterRows;
import org.yichuang.windows.internal.persistence.MarkRows;
import org.yichuang.windows.internal.persistence.PointRows;
import org.yichuang.windows.internal.persistence.QueueRows;
import org.yichuang.windows.internal.persistence.StaffRows;
import org.yichuang.windows.internal.persistence.StationingRows;
import org.yichuang.windows.internal.persistence.TicketRows;
import org.yichuang.windows.internal.persistence.VisitRows;
import org.yichuang.windows.internal.persistence.WaitRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** Puts the module together. */
public class Wiring {
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Departments departments;
    private final DepartmentItems catalogued;
    private final Cases cases;
    private final Clocked clocked;
    private final HallBell bell = new HallBell();
    private final PointRows points;
    private final StationingRows stationings;
    private final ItemRows items;
    private final WindowRows windows;
    private final StaffRows staff;
    private final LetterRows letters;
    private final QueueRows queues;
    private final TicketRows tickets;
    private final BookingRows bookings;
    private final DeviceRows devices;
    private final VisitRows visits;
    private final LeaveRows leaves;
    private final AbsenceRows absences;
    private final AttendanceRows attendanceDays;
    private final BulletinRows bulletins;
    private final DeductionRows deductions;
    private final MarkRows marks;
    private final DeedRows deeds;
    private final EnquiryRows enquiries;
    private final AssessmentRows assessments;
    private final CountersignRows countersigned;

    public Wiring(
            EntityManagerFactory entities,
            Transactions transactions,
            Tenants tenants,
            Departments departments,
            Catalogue catalogue,
            Cases cases) {
        this.cases = cases;
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        this.departments = departments;
        catalogued = new DepartmentItems(catalogue, tenants, departments);
        clocked = new Clocked(tenants);
        points = new PointRows(entities);
        stationings = new StationingRows(entities);
        items = new ItemRows(entities);
        windows = new WindowRows(entities);
        staff = new StaffRows(entities);
        letters = new LetterRows(entities);
        queues = new QueueRows(entities);
        tickets = new TicketRows(entities);
        bookings = new BookingRows(entities);
        devices = new DeviceRows(entities);
        visits = new VisitRows(entities);
        leaves = new LeaveRows(entities);
        absences = new AbsenceRows(entities);
        attendanceDays = new AttendanceRows(entities);
        bulletins = new BulletinRows(entities);
        deductions = new DeductionRows(entities);
        marks = new MarkRows(entities);
        deeds = new DeedRows(entities);
        enquiries = new EnquiryRows(entities);
        assessments = new AssessmentRows(entities);
        countersigned = new CountersignRows(entities);
    }

    /** Places, departments and windows. */
    public Hall hall() {
        return new Hall(transactions, new Hall.Rows(points, stationings, items, windows), catalogued, departments);
    }

    /** Those who work at windows. */
    public Staff staff() {
        Staff.Rows rows = new Staff.Rows(staff, windows, new Outings(absences, leaves));
        return new Staff(transactions, rows, departments, clocked);
    }

    /** Delegation letters on paper. */
    public LetterPapers papers(DocumentService documents) {
        return new LetterPapers(documents, clocked);
    }

    /** Delegation letters. */
    public Letters letters(LetterPapers papers) {
        StationedDepartments stationed = new StationedDepartments(stationings, departments);
        return new Letters(transactions, letters, catalogued, stationed, clocked, papers);
    }

    /** Who may do what. */
    public Authorities authorities() {
        Authorities.Rows rows = new Authorities.Rows(letters, staff, windows);
        return new Authorities(transactions, rows, clocked, catalogued, departments, cases);
    }

    /** What lets nobody act without a letter. */
    public CommandGate gate() {
        return new AuthorityGate(authorities());
    }

    /** What looks after the ends of letters. */
    public LeasedJob timer(LetterPapers papers, NoticeService notices) {
        return new LetterTimer(transactions, letters, papers, notices, clocked, tenants);
    }

    /** What sets up the halls of the demonstration. */
    public DemonstrationHall demonstration(
            Hall hall, Staff staff, Letters letters, Queue queue, WindowsSettings settings, String folder) {
        HallLayout layout = new HallLayout(hall, staff, letters, queue, leaders(), tenants.clock());
        DemonstrationHall made =
                new DemonstrationHall(layout, tenants, () -> settings.now().demo(), folder);
        settings.onChange(made::wake);
        return made;
    }

    /** Who waits, and who comes when. */
    public Queue queue(NoticeService notices) {
        Tickets taken = new Tickets(transactions, new Tickets.Rows(tickets, queues, windows, staff), clocked, bell);
        BookingSteps steps = steps(notices);
        return new Queue(
                new Queues(transactions, queues, tickets, windows),
                taken,
                new PointHours(transactions, points, bookings, steps, catalogued, clocked),
                new Appointments(
                        transactions,
                        new Appointments.Rows(bookings, points, queues),
                        steps,
                        taken,
                        catalogued,
                        clocked));
    }

    private BookingSteps steps(NoticeService notices) {
        return new BookingSteps(bookings, windows, departments, notices, clocked);
    }

    /** Who is there. */
    public Attending attending(DocumentService documents, WordDocuments words) {
        Attendance.Rows rows = new Attendance.Rows(attendanceDays, staff, devices, new Outings(absences, leaves));
        Bulletins.Papers papers = new Bulletins.Papers(documents, words);
        return new Attending(
                new Attendance(transactions, rows, sheets(), clocked),
                new Absences(transactions, absences, leaves, staff, clocked),
                new Devices(transactions, devices, points, windows, clocked),
                leaders(),
                new Bulletins(transactions, bulletins, sheets(), leaders(), papers, clocked));
    }

    /** What tells of the queue as it moves. */
    HallBell bell() {
        return bell;
    }

    /** What screens in the hall show. */
    public HallScreens screens(Queue queue, Attending attending) {
        return new HallScreens(queue.queues(), attending.devices(), tenants, bell);
    }

    private AttendanceSheets sheets() {
        return new AttendanceSheets(attendanceDays, staff, absences, leaves, letters, clocked);
    }

    /** How well windows and departments do. */
    public Assessing assessing(Indicators indicators, NoticeService notices, PersonalDataCipher cipher) {
        AssessmentSubjects subjects = new AssessmentSubjects(stationings, windows);
        Assessments.Rows rows = new Assessments.Rows(assessments, marks, deductions, subjects, staff);
        AssessmentCounting.Figures counted =
                new AssessmentCounting.Figures(indicators, figures().grouped());
        return new Assessing(
                new Deductions(transactions, deductions, windows, staff, clocked),
                new Assessments(transactions, rows, counted, departments, clocked),
                new PowerBoard(transactions, new PowerBoard.Rows(windows, items, letters, staff), departments, clocked),
                new RegistryDesk(transactions, windows, indicators, departments),
                new Deeds(transactions, new Deeds.Rows(deeds, staff, tickets, bookings, queues), clocked),
                new Enquiries(transactions, enquiries, staff, notices, clocked),
                new OnlineEnquiries(transactions, enquiries, new AskerCodes(cipher), clocked),
                new Countersignatures(transactions, countersigned, letters, departments, clocked));
    }

    private Visits leaders() {
        return new Visits(transactions, visits, letters, departments);
    }

    /** What looks after absences. */
    public LeasedJob absenceTimer() {
        return new AbsenceTimer(transactions, absences, clocked, tenants);
    }

    /** What looks after appointments. */
    public LeasedJob bookingTimer(NoticeService notices) {
        return new BookingTimer(transactions, bookings, points, steps(notices), clocked, tenants);
    }

    /** What ends the tickets of days that are over. */
    public LeasedJob queueTimer() {
        return new QueueTimer(transactions, tickets, clocked, tenants);
    }

    /** What is counted. */
    public IndicatorProvider indicators() {
        return figures();
    }

    private WindowsIndicators figures() {
        AssessmentFigures.Rows rows =
                new AssessmentFigures.Rows(stationings, items, letters, staff, absences, deductions, deeds, enquiries);
        AssessmentFigures figures = new AssessmentFigures(rows, sheets(), leaders());
        return new WindowsIndicators(items, letters, new WaitRows(entities), new BookingSums(entities), figures);
    }

    /** What the audit proves: places. */
    public ChainHeadProvider pointHeads() {
        return heads(points);
    }

    /** What the audit proves: departments at the centre. */
    public ChainHeadProvider stationingHeads() {
        return heads(stationings);
    }

    /** What the audit proves: items that have entered. */
    public ChainHeadProvider itemHeads() {
        return heads(items);
    }

    /** What the audit proves: windows. */
    public ChainHeadProvider windowHeads() {
        return heads(windows);
    }

    /** What the audit proves: staff. */
    public ChainHeadProvider staffHeads() {
        return heads(staff);
    }

    /** What the audit proves: letters. */
    public ChainHeadProvider letterHeads() {
        return heads(letters);
    }

    /** What the audit proves: groups of tickets. */
    public ChainHeadProvider queueHeads() {
        return heads(queues);
    }

    /** What the audit proves: tickets. */
    public ChainHeadProvider ticketHeads() {
        return heads(tickets);
    }

    /** What the audit proves: appointments. */
    public ChainHeadProvider bookingHeads() {
        return heads(bookings);
    }

    /** What the audit proves: days of attendance. */
    public ChainHeadProvider attendanceHeads() {
        return heads(attendanceDays);
    }

    /** What the audit proves: absences. */
    public ChainHeadProvider absenceHeads() {
        return heads(absences);
    }

    /** What the audit proves: leaves. */
    public ChainHeadProvider leaveHeads() {
        return heads(leaves);
    }

    /** What the audit proves: visits of leaders. */
    public ChainHeadProvider visitHeads() {
        return heads(visits);
    }

    /** What the audit proves: bulletins of attendance. */
    public ChainHeadProvider bulletinHeads() {
        return heads(bulletins);
    }

    /** What the audit proves: what was found at windows. */
    public ChainHeadProvider deductionHeads() {
        return heads(deductions);
    }

    /** What the audit proves: deeds. */
    public ChainHeadProvider deedHeads() {
        return heads(deeds);
    }

    /** What the audit proves: enquiries. */
    public ChainHeadProvider enquiryHeads() {
        return heads(enquiries);
    }

    /** What the audit proves: marks of assessments. */
    public ChainHeadProvider markHeads() {
        return heads(marks);
    }

    /** What the audit proves: published assessments. */
    public ChainHeadProvider assessmentHeads() {
        return heads(assessments);
    }

    /** What hears of decisions. */
    public EventListener decisionWatch() {
        return new DecisionWatch(countersigned, cases, tenants);
    }

    /** What the audit proves: what is counter-signed. */
    public ChainHeadProvider countersignHeads() {
        return heads(countersigned);
    }

    /** What the audit proves: devices. */
    public ChainHeadProvider deviceHeads() {
        return heads(devices);
    }

    /** All that the audit proves. */
    List<ChainHeadProvider> heads() {
        return List.of(
                pointHeads(),
                stationingHeads(),
                itemHeads(),
                windowHeads(),
                staffHeads(),
                letterHeads(),
                queueHeads(),
                ticketHeads(),
                bookingHeads(),
                attendanceHeads(),
                absenceHeads(),
                leaveHeads(),
                visitHeads(),
                bulletinHeads(),
                deductionHeads(),
                deedHeads(),
                enquiryHeads(),
                markHeads(),
                assessmentHeads(),
                countersignHeads(),
                deviceHeads());
    }

    private ChainHeadProvider heads(ChainedRows<?> rows) {
        return new JpaChainHeads(rows.type(), entities, transactions, rows.entity());
    }
}
