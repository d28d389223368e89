package org.yichuang.windows.internal.rest;

import java.util.List;
import org.yichuang.rest.api.RestModule;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.Assessing;
import org.yichuang.windows.internal.Attending;
import org.yichuang.windows.internal.Authorities;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.LetterPapers;
import org.yichuang.windows.internal.Letters;
import org.yichuang.windows.internal.Queue;
import org.yichuang.windows.internal.Seals;
import org.yichuang.windows.internal.Staff;
import org.yichuang.windows.internal.TicketMachines;
import org.yichuang.windows.internal.WindowsDescriptor;

/** What the module gives to the REST door. */
public class WindowsRest implements RestModule {
    private final List<Object> resources;

    public WindowsRest(
            Hall hall,
            Staff staff,
            Letters letters,
            LetterPapers papers,
            Authorities authorities,
            Queue queue,
            Attending attending,
            Assessing assessing,
            Seals seals,
            TicketMachines machines) {
        resources = List.of(
                new PointResource(hall),
                new StationingResource(hall),
                new ItemResource(hall),
                new WindowResource(hall),
                new StaffResource(staff),
                new LetterResource(letters, papers),
                new AuthorityResource(authorities),
                new QueueResource(queue.queues()),
                new TicketResource(queue.tickets()),
                new MachineResource(machines),
                new CallResource(queue.tickets()),
                new HoursResource(queue.hours()),
                new AppointmentResource(queue.appointments(), queue.hours()),
                new OwnAppointmentResource(queue.appointments()),
                new AttendanceResource(attending.attendance(), attending.absences()),
                new VisitResource(attending.visits()),
                new BulletinResource(attending.bulletins()),
                new DeviceResource(attending.devices()),
                new DeductionResource(assessing.deductions()),
                new AssessmentResource(assessing.assessments()),
                new PowerResource(assessing.power(), assessing.registryDesk()),
                new DeedResource(assessing.deeds()),
                new EnquiryResource(assessing.enquiries()),
                new OnlineEnquiryResource(assessing.asked()),
                new CountersignResource(assessing.countersignatures()),
                new SealResource(seals));
    }

    @Override
    public String module() {
        return WindowsEvent.MODULE;
    }

    @Override
    public List<String> roots() {
        return new WindowsDescriptor().restRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
