package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.AgencyCommands.Attach;
import org.yichuang.agency.internal.AgencyCommands.Meet;
import org.yichuang.agency.internal.AgencyCommands.Raise;
import org.yichuang.agency.internal.AgencyCommands.Track;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.AgencyViews.NoteView;
import org.yichuang.agency.internal.AgencyViews.ProblemView;
import org.yichuang.agency.internal.AgencyViews.ProjectSummary;
import org.yichuang.agency.internal.AgencyViews.ProjectView;
import org.yichuang.agency.internal.AgencyViews.ServedView;
import org.yichuang.agency.internal.domain.ProblemContent;
import org.yichuang.agency.internal.domain.Project;
import org.yichuang.agency.internal.domain.ProjectContent.Agreed;
import org.yichuang.agency.internal.domain.ProjectContent.Meeting;
import org.yichuang.agency.internal.domain.ProjectProblem;
import org.yichuang.agency.internal.domain.ServedCase;
import org.yichuang.agency.internal.persistence.ProblemRows;
import org.yichuang.agency.internal.persistence.ProblemRows.Tally;
import org.yichuang.agency.internal.persistence.ProjectRows;
import org.yichuang.identity.api.StaffAccounts;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Projects in the green channel: one method is one transaction. */
public class Projects {
    private final Transactions transactions;
    private final ProjectRows rows;
    private final ProblemRows problems;
    private final ServedCases cases;
    private final Clocked clocked;
    private final StaffAccounts staff;

    /** @param staff what accounts may do */
    Projects(
            Transactions transactions,
            ProjectRows rows,
            ProblemRows problems,
            ServedCases cases,
            Clocked clocked,
            StaffAccounts staff) {
        this.staff = staff;
        this.transactions = transactions;
        this.rows = rows;
        this.problems = problems;
        this.cases = cases;
        this.clocked = clocked;
    }

    /**
     * Takes a project into the green channel, under a named leader of the centre.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.DECIDE)
    public ProjectView track(Track command, CallContext context) {
        context.require(AgencyPermission.DECIDE);
        Track given = FieldRules.require(command);
        if (given.investmentFen() < 0) {
            throw invalid("investmentFen", "project.investment");
        }
        Project.Opened opened = new Project.Opened(
                given.name(), given.enterprise(), new Money(given.investmentFen()), given.leader(), given.leaderName());
        Written done = transactions.write(context, Written.class, unit -> {
            if (!staff.isPermitted(given.leader(), AgencyPermission.LEAD, unit)) {
                throw invalid("leader", "project.leader");
            }
            Project made = Project.opened(Ids.next(context.at()), opened, clocked.now(unit));
            keep(made, "track", "project-tracked", unit);
            return new Written(made.id());
        });
        return load(done.id(), context.withoutKey());
    }

    /**
     * Attaches a case of the project.
     *
     * @throws ProblemException {@code project-unknown}, {@code project-not-led}, {@code case-not-open}, {@code
     *     case-served}
     */
    @RequiresPermission(AgencyPermission.LEAD)
    public ProjectView attach(String id, Attach command, CallContext context) {
        context.require(AgencyPermission.LEAD);
        Attach given = FieldRules.require(command);
        return led(id, "attach", context, (project, unit) -> {
            project.note("attach", given.number(), clocked.now(unit));
            cases.attachTo(project.id(), given.number(), unit);
        });
    }

    /**
     * Raises a problem.
     *
     * @throws ProblemException {@code project-unknown}, {@code project-not-led}, {@code project-closed}, {@code
     *     fields-invalid} for a day that has passed
     */
    @RequiresPermission(AgencyPermission.LEAD)
    public ProjectView raise(String id, Raise command, CallContext context) {
        context.require(AgencyPermission.LEAD);
        Raise given = FieldRules.require(command);
        requireToCome(given.by(), "by", context);
        return led(id, "raise", context, (project, unit) -> {
            project.note("raise", given.problem(), clocked.now(unit));
            raise(project, new ProblemContent(given.problem(), "", ""), given.responsible(), given.by(), unit);
        });
    }

    /**
     * Writes down a meeting; what was agreed about each problem is followed up until its day.
     *
     * @throws ProblemException as above
     */
    @RequiresPermission(AgencyPermission.LEAD)
    public ProjectView meet(String id, Meet command, CallContext context) {
        context.require(AgencyPermission.LEAD);
        Meet given = FieldRules.require(command);
        if (given.heldOn().isAfter(context.today())) {
            throw invalid("heldOn", "meeting.held-on");
        }
        given.agreements().forEach(each -> requireToCome(each.by(), "agreements", context));
        List<Agreed> agreed = given.agreements().stream()
                .map(each -> new Agreed(each.problem(), each.agreement(), each.responsible(), each.by()))
                .toList();
        return led(id, "meet", context, (project, unit) -> {
            project.met(new Meeting(given.heldOn(), given.agenda(), given.participants(), agreed), clocked.now(unit));
            agreed.forEach(each -> raise(
                    project,
                    new ProblemContent(each.problem(), each.agreement(), ""),
                    each.responsible(),
                    each.by(),
                    unit));
        });
    }

    private static void requireToCome(LocalDate by, String field, CallContext context) {
        if (by.isBefore(context.today())) {
            throw invalid(field, "problem.by");
        }
    }

    private void raise(Project project, ProblemContent content, String responsible, LocalDate by, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        if (problems.of(project.id(), unit).size() >= ProblemRows.MOST) {
            throw ProblemException.of(AgencyError.HISTORY_FULL, ProblemRows.MOST);
        }
        ProjectProblem made =
                ProjectProblem.raised(Ids.next(unit.context().at()), project, content, responsible, by, today);
        problems.keep(made, "raise", Map.of("project", project.id()), "problem-raised", made.changed(today), unit);
    }

    /**
     * Says that a problem is solved.
     *
     * @throws ProblemException {@code problem-unknown}, {@code problem-solved}, and as above
     */
    @RequiresPermission(AgencyPermission.LEAD)
    public ProjectView solve(String id, String problem, Words command, CallContext context) {
        context.require(AgencyPermission.LEAD);
        Words given = FieldRules.require(command);
        return led(id, "solve", context, (project, unit) -> {
            ProjectProblem found = problems.held(problem, unit)
                    .filter(each -> each.project().equals(id))
                    .orElseThrow(() -> ProblemException.of(AgencyError.PROBLEM_UNKNOWN));
            LocalDate today = unit.context().today();
            found.solved(given.words(), today);
            problems.keep(found, "solve", Map.of("project", id), "problem-solved", found.changed(today), unit);
            project.note("solve", given.words(), clocked.now(unit));
        });
    }

    /**
     * Ends the tracking, when all problems are solved.
     *
     * @throws ProblemException {@code project-has-problems}, and as above
     */
    @RequiresPermission(AgencyPermission.LEAD)
    public ProjectView close(String id, Words command, CallContext context) {
        context.require(AgencyPermission.LEAD);
        Words given = FieldRules.require(command);
        return led(id, "close", context, (project, unit) -> {
            int open = summary(project, unit).open();
            project.close(given.words(), open, clocked.now(unit));
        });
    }

    private ProjectView led(String id, String action, CallContext context, BiConsumer<Project, UnitOfWork> done) {
        transactions.write(context, Written.class, unit -> {
            Project project = rows.held(id, unit).orElseThrow(Projects::unknown);
            context.requireVersion(project.steps());
            if (!project.isLedBy(context.actor()) && !context.actor().isPermitted(AgencyPermission.DECIDE)) {
                throw ProblemException.of(AgencyError.PROJECT_NOT_LED, project.leaderName());
            }
            done.accept(project, unit);
            keep(project, action, project.closedOn().isPresent() ? "project-closed" : "project-moved", unit);
            return new Written(id);
        });
        return load(id, context.withoutKey());
    }

    private void keep(Project project, String action, String event, UnitOfWork unit) {
        rows.keep(project, action, Map.of("leader", project.leader()), event, project.changed(), unit);
    }

    /** Returns the projects, the newest first. */
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<ProjectSummary> list(PageRequest page, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return page(null, page, context);
    }

    /** Returns those that the account which asks leads. */
    @RequiresPermission(AgencyPermission.LEAD)
    public Page<ProjectSummary> led(PageRequest page, CallContext context) {
        context.require(AgencyPermission.LEAD);
        return page(context.actor().account(), page, context);
    }

    private Page<ProjectSummary> page(String leader, PageRequest page, CallContext context) {
        return transactions.read(context, unit -> {
            List<Project> found = rows.all(leader, page.cursor(), page.limit() + 1, unit);
            Page<Project> part = Page.of(found, page.limit(), Project::id);
            return new Page<>(summaries(part.items(), unit), part.next());
        });
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code project-unknown}
     */
    @RequiresPermission(AgencyPermission.VIEW)
    public ProjectView find(String id, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return load(id, context);
    }

    /** Returns the project of a case, for the page of the case; nothing where it is none's. */
    @RequiresPermission(AgencyPermission.VIEW)
    public Optional<ProjectSummary> ofCase(String number, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return transactions.read(context, unit -> cases.rows()
                .find(ServedCase.id(ServedCases.PROJECT, number), unit)
                .flatMap(served -> rows.find(served.owner(), unit))
                .map(project -> summary(project, unit)));
    }

    private ProjectView load(String id, CallContext context) {
        return transactions.read(context, unit -> {
            Project project = rows.find(id, unit).orElseThrow(Projects::unknown);
            boolean isOpen = project.closedOn().isEmpty();
            boolean leads = context.actor().isPermitted(AgencyPermission.LEAD)
                    && (project.isLedBy(context.actor()) || context.actor().isPermitted(AgencyPermission.DECIDE));
            return new ProjectView(
                    summary(project, unit),
                    project.investment().fen(),
                    ServedView.of(cases.of(id, unit)),
                    problems.of(id, unit).stream()
                            .map(each -> view(each, context.today()))
                            .toList(),
                    project.held().meetings(),
                    NoteView.of(project.held().notes()),
                    isOpen && leads,
                    project.steps());
        });
    }

    private ProjectSummary summary(Project of, UnitOfWork unit) {
        return summaries(List.of(of), unit).get(0);
    }

    private List<ProjectSummary> summaries(List<Project> of, UnitOfWork unit) {
        List<String> ids = of.stream().map(Project::id).toList();
        Map<String, Tally> tallies = problems.tallies(ids, unit.context().today(), unit);
        return of.stream()
                .map(project -> summary(project, tallies.getOrDefault(project.id(), Tally.NONE)))
                .toList();
    }

    private static ProjectSummary summary(Project of, Tally tally) {
        return new ProjectSummary(
                of.id(),
                of.name(),
                of.enterprise(),
                of.leaderName(),
                of.openedOn(),
                of.closedOn().orElse(null),
                tally.open(),
                tally.late(),
                tally.solved());
    }

    private static ProblemView view(ProjectProblem of, LocalDate today) {
        return new ProblemView(
                of.id(),
                of.held().words(),
                of.held().agreement(),
                of.responsible(),
                of.dueOn(),
                of.solvedOn().orElse(null),
                of.held().solution(),
                of.isLate(today),
                of.timesChased());
    }

    private static ProblemException unknown() {
        return ProblemException.of(AgencyError.PROJECT_UNKNOWN);
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Projects.class, key));
    }
}
