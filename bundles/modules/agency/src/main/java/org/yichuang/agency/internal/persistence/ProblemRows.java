package org.yichuang.agency.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.internal.domain.ProblemContent;
import org.yichuang.agency.internal.domain.ProjectProblem;
import org.yichuang.journal.api.UnitOfWork;

/** Problems of projects in the database. */
public class ProblemRows extends KeptRows<ProjectProblem, ProblemContent> {
    /** How many a project has at most. */
    public static final int MOST = 200;

    private static final String TALLIES = "select p.project,"
            + " sum(case when p.solvedOn is null then 1 else 0 end),"
            + " sum(case when p.solvedOn is null and p.dueOn < :today then 1 else 0 end),"
            + " sum(case when p.solvedOn is null then 0 else 1 end)"
            + " from ProjectProblem p where p.project in :projects group by p.project";

    public ProblemRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, ProjectProblem.class, ProblemContent.class, "project-problem", "AGENCY_PROBLEM");
    }

    /** Those of a project, in the order in which they were raised. */
    public List<ProjectProblem> of(String project, UnitOfWork unit) {
        return list(
                "select p from ProjectProblem p where p.project = :project order by p.id",
                Map.of("project", project),
                MOST,
                unit);
    }

    /** Those whose day has passed and of which somebody is to be told, by their ids, from behind one. */
    public List<String> due(LocalDate today, String after, int most, UnitOfWork unit) {
        return ids(
                "select p.id from ProjectProblem p where p.watchOn < :today and p.id > :after order by p.id",
                Map.of("today", today, "after", after),
                most,
                unit);
    }

    /** How many problems of some projects are open, late and solved, by project; of those that have any. */
    public Map<String, Tally> tallies(List<String> projects, LocalDate today, UnitOfWork unit) {
        return projects.isEmpty()
                ? Map.of()
                : values(TALLIES, Map.of("projects", projects, "today", today), Object[].class, MOST, unit).stream()
                        .collect(Collectors.toMap(
                                row -> (String) row[0],
                                row -> new Tally(
                                        ((Number) row[1]).intValue(),
                                        ((Number) row[2]).intValue(),
                                        ((Number) row[3]).intValue())));
    }

    /** How many problems of a project are open, late of these, and solved. */
    public record Tally(int open, int late, int solved) {
        /** Of a project without problems. */
        public static final Tally NONE = new Tally(0, 0, 0);
    }
}
