package org.yichuang.agency.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.kernel.api.ProblemException;

/** Something that stands in the way of a project: somebody is responsible, until a day; what was late stays late. */
@Entity(name = "ProjectProblem")
@Table(name = "AGENCY_PROBLEM")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class ProjectProblem extends Kept<ProblemContent> {
    @Column(name = "PROJECT")
    private String project;

    @Column(name = "PROJECT_NAME")
    private String projectName;

    @Column(name = "LEADER")
    private String leader;

    @Column(name = "RESPONSIBLE")
    private String responsible;

    @Column(name = "RAISED_ON")
    private LocalDate raisedOn;

    @Column(name = "DUE_ON")
    private LocalDate dueOn;

    @Column(name = "WATCH_ON")
    private LocalDate watchOn;

    @Column(name = "SOLVED_ON")
    private LocalDate solvedOn;

    @Column(name = "LATE")
    private boolean late;

    @Column(name = "CHASED")
    private int chased;

    protected ProjectProblem() {} // for JPA

    /**
     * Raises one.
     *
     * @param responsible who does something about it
     * @param by until when
     */
    public static ProjectProblem raised(
            String id, Project of, ProblemContent content, String responsible, LocalDate by, LocalDate today) {
        ProjectProblem made = new ProjectProblem();
        made.id = id;
        made.project = of.id();
        made.projectName = of.name();
        made.leader = of.leader();
        made.responsible = responsible;
        made.raisedOn = today;
        made.dueOn = by;
        made.watchOn = by;
        made.held = content;
        made.steps = 1;
        return made;
    }

    /**
     * It is solved.
     *
     * @throws ProblemException {@code problem-solved}
     */
    public void solved(String words, LocalDate today) {
        if (solvedOn != null) {
            throw ProblemException.of(AgencyError.PROBLEM_SOLVED, solvedOn);
        }
        late |= today.isAfter(dueOn);
        solvedOn = today;
        watchOn = null;
        held = new ProblemContent(held.words(), held.agreement(), words);
        steps++;
    }

    /** Its day has passed: whoever tracks the project is told, and again after some working days. */
    public void chased(Now now) {
        late = true;
        chased++;
        watchOn = now.within(AgencyPolicy.CHASE);
        steps++;
    }

    public String project() {
        return project;
    }

    public String projectName() {
        return projectName;
    }

    /** The account of the leader who tracks the project. */
    public String leader() {
        return leader;
    }

    public String responsible() {
        return responsible;
    }

    public LocalDate raisedOn() {
        return raisedOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** The day after which somebody is told again; none where nobody is. */
    public Optional<LocalDate> watchOn() {
        return Optional.ofNullable(watchOn);
    }

    public Optional<LocalDate> solvedOn() {
        return Optional.ofNullable(solvedOn);
    }

    /** How often somebody was told that its day has passed. */
    public int timesChased() {
        return chased;
    }

    /** Whether its day has passed, or had passed when it was solved. */
    public boolean isLate(LocalDate today) {
        return late || solvedOn == null && today.isAfter(dueOn);
    }

    /** What has become of it. */
    public AgencyEvent changed(LocalDate today) {
        return new AgencyEvent.ProblemChanged(project, dueOn, solvedOn, isLate(today));
    }
}
