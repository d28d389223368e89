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
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.ProblemException;

/** A project in the green channel (绿色通道), which a named leader of the centre tracks (挂牌督办) until it is closed. */
@Entity(name = "Project")
@Table(name = "AGENCY_PROJECT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Project extends Kept<ProjectContent> {
    private static final String CLOSE = "close";

    @Column(name = "NAME")
    private String name;

    @Column(name = "ENTERPRISE")
    private String enterprise;

    @Column(name = "INVESTMENT")
    private long investment;

    @Column(name = "LEADER")
    private String leader;

    @Column(name = "LEADER_NAME")
    private String leaderName;

    @Column(name = "OPENED_ON")
    private LocalDate openedOn;

    @Column(name = "CLOSED_ON")
    private LocalDate closedOn;

    protected Project() {} // for JPA

    /** Takes one into the green channel. */
    public static Project opened(String id, Opened given, Now now) {
        Project made = new Project();
        made.id = id;
        made.name = given.name();
        made.enterprise = given.enterprise();
        made.investment = given.investment().fen();
        made.leader = given.leader();
        made.leaderName = given.leaderName();
        made.openedOn = now.today();
        made.held = new ProjectContent(null, null);
        made.note("open", given.leaderName(), now);
        return made;
    }

    /**
     * What is tracked.
     *
     * @param enterprise whose it is
     * @param leader the account of the leader of the centre who tracks it
     */
    public record Opened(String name, String enterprise, Money investment, String leader, String leaderName) {}

    /** A meeting was held. */
    public void met(ProjectContent.Meeting meeting, Now now) {
        requireOpen();
        held = held.with(meeting, noted(held.notes(), Note.of("meet", meeting.agenda(), false, now)));
    }

    /** Something was done. */
    public void note(String step, String words, Now now) {
        requireOpen();
        held = new ProjectContent(
                held.meetings(), noted(held.notes(), Note.of(step, words, false, now), step.equals(CLOSE)));
    }

    /**
     * It needs no tracking any more.
     *
     * @param open how many of its problems are not solved
     * @throws ProblemException {@code project-has-problems}, {@code project-closed}
     */
    public void close(String words, int open, Now now) {
        requireOpen();
        if (open > 0) {
            throw ProblemException.of(AgencyError.PROJECT_HAS_PROBLEMS, open);
        }
        note(CLOSE, words, now);
        closedOn = now.today();
    }

    private void requireOpen() {
        if (closedOn != null) {
            throw ProblemException.of(AgencyError.PROJECT_CLOSED, closedOn);
        }
    }

    /** Whether somebody is its leader. */
    public boolean isLedBy(Actor actor) {
        return leader.equals(actor.account());
    }

    public String name() {
        return name;
    }

    public String enterprise() {
        return enterprise;
    }

    public Money investment() {
        return new Money(investment);
    }

    /** The account of its leader. */
    public String leader() {
        return leader;
    }

    public String leaderName() {
        return leaderName;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    /** What has become of it. */
    public AgencyEvent changed() {
        return new AgencyEvent.ProjectChanged(leader, closedOn);
    }
}
