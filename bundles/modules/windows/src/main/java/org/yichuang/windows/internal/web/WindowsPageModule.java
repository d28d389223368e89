package org.yichuang.windows.internal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Panel;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.Assessing;
import org.yichuang.windows.internal.Attending;
import org.yichuang.windows.internal.Authorities;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.HallScreens;
import org.yichuang.windows.internal.LetterPapers;
import org.yichuang.windows.internal.Letters;
import org.yichuang.windows.internal.Queue;
import org.yichuang.windows.internal.Seals;
import org.yichuang.windows.internal.Staff;
import org.yichuang.windows.internal.TicketMachines;
import org.yichuang.windows.internal.WindowsDescriptor;
import org.yichuang.windows.internal.jte.StaticTemplates;
import org.yichuang.windows.internal.jte.Templates;

/** The pages of the hall. */
public class WindowsPageModule implements PageModule {
    static final Templates TEMPLATES = new StaticTemplates();
    private static final Texts TEXTS = Texts.beside(WindowsPageModule.class, "texts")
            .and(Texts.beside(WindowsPageModule.class, "assessment"))
            .and(Texts.beside(WindowsPageModule.class, "machines"))
            .and(Texts.beside(WindowsPageModule.class, "enquiries"))
            .and(Texts.beside(WindowsPageModule.class, "places"))
            .and(Texts.beside(WindowsPageModule.class, "countersign"))
            .and(Texts.beside(WindowsPageModule.class, "seals"));
    private static final int PUBLIC_PLACE = 26;
    private static final int OWN_PLACE = 36;
    private static final int PLACE = 40;
    private static final String[] AT_WINDOWS = {
        Role.CLERK.key(), Role.REVIEWER.key(), Role.CHIEF_REPRESENTATIVE.key(),
    };
    private static final String[] SIGNERS = {
        Role.CHIEF_REPRESENTATIVE.key(), Role.CENTRE_MANAGER.key(), Role.SUPERVISION_OFFICER.key(),
    };
    private static final String[] STAFF = {
        Role.CLERK.key(),
        Role.REVIEWER.key(),
        Role.CHIEF_REPRESENTATIVE.key(),
        Role.CENTRE_MANAGER.key(),
        Role.SUPERVISION_OFFICER.key(),
    };

    private final Authorities authorities;
    private final List<Object> resources;

    public WindowsPageModule(
            Hall hall,
            Staff staff,
            Letters letters,
            LetterPapers papers,
            Authorities authorities,
            Queue queue,
            Attending attending,
            Assessing assessing,
            Seals seals,
            HallScreens screens,
            TicketMachines machines) {
        this.authorities = authorities;
        resources = List.of(
                new PublicPages(hall, staff),
                new HallPages(hall),
                new PlacePages(hall),
                new StationingPages(hall),
                new StaffPages(staff),
                new LetterPages(letters, papers),
                new QueuePages(hall, staff, queue.queues(), queue.tickets()),
                new TicketPages(queue.queues(), queue.tickets()),
                new HoursPages(queue.hours()),
                new AppointmentPages(hall, queue.hours(), queue.appointments()),
                new BookingPages(hall, queue.appointments()),
                new AttendancePages(attending, staff),
                new AssessmentPages(assessing),
                new PowerPages(assessing),
                new DeedPages(assessing.deeds()),
                new DevicePages(attending.devices(), hall),
                new EnquiryPages(assessing.enquiries(), staff),
                new AskPages(assessing.asked()),
                new CountersignPages(assessing.countersignatures()),
                new SealPages(seals, staff),
                new HallDevicePages(attending.devices()),
                new WaitingPages(screens),
                new KioskPages(queue, machines));
    }

    @Override
    public String module() {
        return WindowsEvent.MODULE;
    }

    @Override
    public List<String> roots() {
        return new WindowsDescriptor().pageRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    /** Whoever looks at an item can book a time for it. */
    @Override
    public List<Action> actions(String kind, String id) {
        return kind.equals("item")
                ? List.of(new Action(
                        "booking.book",
                        AppointmentPages.ROOT + "?item=" + URLEncoder.encode(id, StandardCharsets.UTF_8),
                        Set.of()))
                : List.of();
    }

    /** Staff find on the page of a case what they may do about it, and why not. */
    @Override
    public List<Panel> panels(String kind, String id) {
        return kind.equals("case") ? List.of(new AuthorityPanel(authorities, id)) : List.of();
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.open("/windows", "hall.title", PUBLIC_PLACE),
                NavigationEntry.open(TicketPages.ROOT, "screen.title", PUBLIC_PLACE + 1),
                NavigationEntry.open(PowerPages.ROOT, "power.title", PUBLIC_PLACE + 1),
                NavigationEntry.of(AppointmentPages.ROOT, "appointments.title", OWN_PLACE, Role.APPLICANT.key()),
                NavigationEntry.of(BookingPages.ROOT, "bookings.title", PLACE - 2, AT_WINDOWS),
                NavigationEntry.of(QueuePages.ROOT, "queue.title", PLACE - 1, AT_WINDOWS),
                NavigationEntry.open(AskPages.ROOT, "ask.title", PUBLIC_PLACE + 2),
                NavigationEntry.of(CountersignPages.ROOT, "countersign.title", PLACE + 1, SIGNERS),
                NavigationEntry.of(SealPages.ROOT, "seals.title", PLACE + 1, STAFF),
                NavigationEntry.of(EnquiryPages.ROOT, "enquiries.title", PLACE + 2, STAFF),
                NavigationEntry.of(DeedPages.ROOT, "deeds.title", PLACE + 2, STAFF),
                NavigationEntry.of(DevicePages.ROOT, "devices.title", PLACE + 3, Role.CENTRE_MANAGER.key()),
                NavigationEntry.of(AssessmentPages.ROOT, "assessments.title", PLACE + 2, STAFF),
                NavigationEntry.of(AttendancePages.ROOT, "attendance.title", PLACE + 1, STAFF),
                NavigationEntry.of(
                        "/windows/staff",
                        "staff.title",
                        PLACE,
                        Stream.concat(Stream.of(WindowsDescriptor.LIAISON), Stream.of(STAFF))
                                .toArray(String[]::new)));
    }
}
