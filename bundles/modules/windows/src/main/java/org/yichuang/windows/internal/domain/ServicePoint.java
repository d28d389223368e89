package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.windows.api.PointKind;
import org.yichuang.windows.api.WindowsEvent;

/** A place to which people can go (服务场所): the hall, a hall of a department, a centre of a village. */
@Entity(name = "ServicePoint")
@Table(name = "WINDOWS_POINT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class ServicePoint extends Kept<ServicePoint.Place> {
    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private PointKind kind;

    @Column(name = "NAME")
    private String name;

    @Column(name = "OPENED_ON")
    private LocalDate openedOn;

    @Column(name = "CLOSED_ON")
    private LocalDate closedOn;

    @Column(name = "MERGE_BY")
    private LocalDate mergeBy;

    protected ServicePoint() {} // for JPA

    /** Opens one. */
    public static ServicePoint opened(
            String id, PointKind kind, String name, LocalDate openedOn, LocalDate mergeBy, Place place) {
        ServicePoint made = new ServicePoint();
        made.id = id;
        made.kind = kind;
        made.name = name;
        made.openedOn = openedOn;
        made.mergeBy = mergeBy;
        made.held = place;
        made.steps = 1;
        return made;
    }

    /**
     * Where it is.
     *
     * @param bus how to come by bus
     * @param division the code of its division, empty for the centre's own
     * @param facilities what is there for people
     * @param area in square metres, 0 where that is not told
     * @param exemption by which paper a department keeps a hall of its own; empty for none
     * @param hours when it is open
     */
    public record Place(
            String address,
            String bus,
            String phone,
            String division,
            List<String> facilities,
            int area,
            String exemption,
            OpeningHours hours) {
        public Place {
            bus = bus == null ? "" : bus;
            phone = phone == null ? "" : phone;
            division = division == null ? "" : division;
            facilities = facilities == null ? List.of() : List.copyOf(facilities);
            exemption = exemption == null ? "" : exemption;
            hours = hours == null ? OpeningHours.NONE : hours;
        }

        private Place open(OpeningHours said) {
            return new Place(address, bus, phone, division, facilities, area, exemption, said);
        }
    }

    /** It is said when it is open. */
    public void open(OpeningHours hours) {
        held = held.open(hours);
        steps++;
    }

    /** It is closed. */
    public void close(LocalDate today) {
        closedOn = today;
        steps++;
    }

    public PointKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    /** Until when a hall of a department becomes a part of the centre's. */
    public Optional<LocalDate> mergeBy() {
        return Optional.ofNullable(mergeBy);
    }

    /** Whether it should be a part of the centre's hall by now (M-WIN-12). */
    public boolean isLate(LocalDate today) {
        return kind == PointKind.DEPARTMENT_HALL && closedOn == null && mergeBy != null && mergeBy.isBefore(today);
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.PointChanged(kind, name);
    }
}
