package org.yichuang.agency.internal.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.kernel.api.ProblemException;

/** A joint annual inspection: departments look at one visit at the certificates of the bodies that are called. */
@Entity(name = "Inspection")
@Table(name = "AGENCY_INSPECTION")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Inspection extends Chained {
    private static final String BETWEEN = "\n";
    private static final String WITHIN = "\t";

    @Column(name = "NAME")
    private String name;

    @Column(name = "BEGINS_ON")
    private LocalDate beginsOn;

    @Column(name = "ENDS_ON")
    private LocalDate endsOn;

    @Column(name = "PARTS")
    private String parts;

    @Column(name = "CLOSED_ON")
    private LocalDate closedOn;

    protected Inspection() {} // for JPA

    /**
     * A department and a kind of certificate that it looks at.
     *
     * @param certificate its name, unique within the inspection
     */
    public record Part(String department, String certificate) {}

    /** Begins one. */
    public static Inspection opened(String id, String name, LocalDate from, LocalDate to, List<Part> parts) {
        Inspection made = new Inspection();
        made.id = id;
        made.name = name;
        made.beginsOn = from;
        made.endsOn = to;
        made.parts = parts.stream()
                .map(part -> part.department() + WITHIN + part.certificate())
                .collect(Collectors.joining(BETWEEN));
        made.steps = 1;
        return made;
    }

    /** Bodies have been called, which is a step of it. */
    public void called() {
        requireOpen();
        steps++;
    }

    /** It ends: nothing is found any more, and who has not come has not. */
    public void close(LocalDate today) {
        requireOpen();
        closedOn = today;
        steps++;
    }

    /** @throws ProblemException {@code inspection-closed} */
    public void requireOpen() {
        if (closedOn != null) {
            throw ProblemException.of(AgencyError.INSPECTION_CLOSED, name, closedOn);
        }
    }

    public String name() {
        return name;
    }

    public LocalDate beginsOn() {
        return beginsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    /** Who looks at what. */
    public List<Part> parts() {
        return Arrays.stream(parts.split(BETWEEN))
                .map(line -> line.split(WITHIN, 2))
                .map(cells -> new Part(cells[0], cells[1]))
                .toList();
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    /** What has become of it. */
    public AgencyEvent changed() {
        return new AgencyEvent.InspectionChanged(name, beginsOn, endsOn, closedOn);
    }
}
