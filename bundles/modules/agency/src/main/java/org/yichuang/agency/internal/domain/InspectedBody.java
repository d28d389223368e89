package org.yichuang.agency.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.api.InspectionState;
import org.yichuang.agency.internal.domain.InspectedContent.Finding;
import org.yichuang.agency.internal.domain.Inspection.Part;
import org.yichuang.kernel.api.ProblemException;

/** A body that is called to a joint annual inspection, and what each department has found of it at its one visit. */
@Entity(name = "InspectedBody")
@Table(name = "AGENCY_INSPECTED")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class InspectedBody extends Kept<InspectedContent> {
    private static final String CALL = "call";
    private static final String FIND = "find";
    private static final String RIGHT = "put-right";

    @Column(name = "INSPECTION")
    private String inspection;

    @Column(name = "STATE")
    private String state;

    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "ID_NUMBER_KEY")
    private String idNumberKey;

    /** When it was called; null of what was called before that was kept. */
    @Column(name = "CALLED_ON")
    private LocalDate calledOn;

    @Column(name = "VISITED_ON")
    private LocalDate visitedOn;

    @Column(name = "LATE")
    private boolean late;

    protected InspectedBody() {} // for JPA

    /**
     * Calls one.
     *
     * @param account whom to tell, empty for nobody
     * @param idNumberKey digest of its number, by which it is called once
     */
    public static InspectedBody called(
            String id, String inspection, InspectedContent content, String account, String idNumberKey, Now now) {
        InspectedBody made = new InspectedBody();
        made.id = id;
        made.inspection = inspection;
        made.account = account;
        made.calledOn = now.today();
        made.idNumberKey = idNumberKey;
        made.state = InspectionState.CALLED.name();
        made.held = content;
        made.note(CALL, "", false, content.findings(), now);
        return made;
    }

    /** The part of a certificate; whoever asks for another is told. */
    public Part part(String certificate) {
        return held.parts().stream()
                .filter(part -> part.certificate().equals(certificate))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(AgencyError.CERTIFICATE_NOT_CALLED, certificate));
    }

    /**
     * A department says what it has found of a certificate; the first of them makes the visit.
     *
     * @param due until when it is to be put right, null where all is in order
     * @throws ProblemException {@code certificate-not-called}, {@code inspected-before}
     */
    public void find(String certificate, boolean passed, String words, LocalDate due, Now now) {
        Part part = part(certificate);
        if (finding(certificate).isPresent()) {
            throw ProblemException.of(AgencyError.INSPECTED_BEFORE, certificate);
        }
        if (visitedOn == null) {
            visitedOn = now.today();
        }
        List<Finding> findings = new ArrayList<>(held.findings());
        findings.add(new Finding(
                certificate,
                part.department(),
                passed,
                words,
                now.today(),
                now.context().actor().name(),
                due,
                null));
        note(FIND, certificate, false, findings, now);
    }

    /**
     * The department has seen that it is put right.
     *
     * @throws ProblemException {@code certificate-not-called}, {@code nothing-to-right}
     */
    public void right(String certificate, String words, Now now) {
        Finding open = finding(certificate)
                .filter(Finding::isOpen)
                .orElseThrow(() -> ProblemException.of(AgencyError.NOTHING_TO_RIGHT, certificate));
        boolean isLate = now.today().isAfter(open.due());
        late |= isLate;
        List<Finding> findings = held.findings().stream()
                .map(each -> each == open ? each.righted(now.today()) : each)
                .toList();
        note(RIGHT, words, isLate, findings, now);
    }

    private Optional<Finding> finding(String certificate) {
        part(certificate);
        return held.findings().stream()
                .filter(each -> each.certificate().equals(certificate))
                .findFirst();
    }

    private void note(String step, String words, boolean isLate, List<Finding> findings, Now now) {
        held = new InspectedContent(
                held.name(),
                held.idNumber(),
                held.parts(),
                findings,
                noted(held.notes(), Note.of(step, words, isLate, now), true));
        state = reckoned().name();
    }

    private InspectionState reckoned() {
        List<Finding> found = held.findings();
        if (found.isEmpty()) {
            return InspectionState.CALLED;
        }
        if (found.size() < held.parts().size()) {
            return InspectionState.CAME;
        }
        if (found.stream().allMatch(Finding::passed)) {
            return InspectionState.PASSED;
        }
        return found.stream().anyMatch(Finding::isOpen) ? InspectionState.TO_RIGHT : InspectionState.RIGHTED;
    }

    /** The inspection to which it is called. */
    public String inspection() {
        return inspection;
    }

    public InspectionState state() {
        return InspectionState.valueOf(state);
    }

    /** Whom to tell, empty for nobody. */
    public String account() {
        return account;
    }

    /** When it came. */
    public Optional<LocalDate> visitedOn() {
        return Optional.ofNullable(visitedOn);
    }

    /** Whether something was put right late, or is late. */
    public boolean isLate(LocalDate today) {
        return late || held.findings().stream().anyMatch(each -> each.isOpen() && today.isAfter(each.due()));
    }

    /** What has become of it. */
    public AgencyEvent changed(LocalDate today) {
        return new AgencyEvent.BodyInspected(inspection, state(), visitedOn, isLate(today));
    }
}
