package org.yichuang.cases.internal.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.yichuang.cases.api.BranchState;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.AgreementRow;
import org.yichuang.cases.internal.domain.AgreementWork;
import org.yichuang.cases.internal.domain.Branch;
import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.BranchRow;
import org.yichuang.cases.internal.domain.CaseBranches;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.kernel.api.time.Limit;

/** Branches over JPA; the entity manager is bound to transaction and tenant. */
public class JpaCaseBranches implements CaseBranches {
    private static final String OPEN = "SELECT b.number, b.branch, b.item, b.name, b.department, b.decides, b.start,"
            + " b.limit, b.due, c.itemName, c.applicant, c.person, c.version FROM BranchRow b, CaseFile c"
            + " WHERE b.number = c.number AND b.state = :state";
    private static final String DUE = "SELECT b.due, b.number FROM BranchRow b WHERE b.state IN :states"
            + " AND b.due <= :day AND (b.due > :due OR b.due = :due AND b.number > :number)"
            + " ORDER BY b.due, b.number";
    private static final String AGREED = "SELECT a.due, a.number FROM AgreementRow a WHERE a.followed = :followed"
            + " AND a.due <= :day AND (a.due > :due OR a.due = :due AND a.number > :number)"
            + " ORDER BY a.due, a.number";
    private static final String WITH_FILES_ABOVE = "SELECT c.due, c.number FROM CaseFile c WHERE c.state = :accepted"
            + " AND c.due < :before AND (c.due > :due OR c.due = :due AND c.number > :number) AND EXISTS"
            + " (SELECT b.number FROM BranchRow b WHERE b.number = c.number AND b.state = :above)"
            + " ORDER BY c.due, c.number";
    private static final String DEPARTMENTS = "SELECT DISTINCT b.department FROM BranchRow b WHERE b.state = :state";

    private final EntityManager entities;

    public JpaCaseBranches(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void write(CaseFile file) {
        Map<String, BranchFacts> facts = new HashMap<>();
        file.submission().route().branches().forEach(each -> facts.put(each.id(), each));
        for (Branch branch : file.progress().branches()) {
            BranchRow row = entities.find(BranchRow.class, new BranchRow.Key(file.number(), branch.id()));
            boolean isNew = row == null;
            BranchRow kept = isNew ? new BranchRow(file.number(), branch.id()) : row;
            kept.take(facts.get(branch.id()), branch);
            if (isNew) {
                entities.persist(kept);
            }
        }
        AgreementWork.of(file.progress()).forEach(place -> write(place, file));
    }

    private void write(AgreementWork.Place place, CaseFile file) {
        AgreementRow row = entities.find(AgreementRow.class, new AgreementRow.Key(file.number(), place.id()));
        AgreementRow kept = row == null ? new AgreementRow(file.number(), place.id()) : row;
        kept.take(place.fact(), file.state());
        if (row == null) {
            entities.persist(kept);
        }
    }

    @Override
    public List<Row> open(Set<String> departments, Place after, int most) {
        String of = departments.isEmpty() ? OPEN : OPEN + " AND b.department IN :departments";
        // Looks along the index, rather than one at everything that is due on the same day or later
        List<Row> found = new ArrayList<>();
        if (!after.equals(Place.START)) {
            found.addAll(rows(
                    query(
                                    of + " AND b.due = :due AND (b.number > :number"
                                            + " OR b.number = :number AND b.branch > :branch)"
                                            + " ORDER BY b.due, b.number, b.branch",
                                    departments)
                            .setParameter("due", after.due())
                            .setParameter("number", after.number())
                            .setParameter("branch", after.branch()),
                    most));
        }
        if (found.size() < most) {
            found.addAll(rows(
                    query(of + " AND b.due > :due ORDER BY b.due, b.number, b.branch", departments)
                            .setParameter("due", after.due()),
                    most - found.size()));
        }
        return found;
    }

    private TypedQuery<Object[]> query(String text, Set<String> departments) {
        TypedQuery<Object[]> query = entities.createQuery(text, Object[].class).setParameter("state", BranchState.OPEN);
        return departments.isEmpty() ? query : query.setParameter("departments", departments);
    }

    private static List<Row> rows(TypedQuery<Object[]> query, int most) {
        return query.setMaxResults(most).getResultList().stream()
                .map(JpaCaseBranches::row)
                .toList();
    }

    private static Row row(Object[] columns) {
        return new Row(
                (String) columns[0],
                (String) columns[1],
                (String) columns[2],
                (String) columns[3],
                (String) columns[4],
                (Boolean) columns[5],
                (LocalDate) columns[6],
                (Limit) columns[7],
                (LocalDate) columns[8],
                (String) columns[9],
                (String) columns[10],
                (Boolean) columns[11],
                (Long) columns[12]);
    }

    @Override
    public List<CaseFiles.Place> due(LocalDate day, CaseFiles.Place after, int most) {
        return entities
                .createQuery(DUE, Object[].class)
                .setParameter("states", Set.of(BranchState.OPEN, BranchState.ABOVE))
                .setParameter("day", day)
                .setParameter("due", after.due())
                .setParameter("number", after.number())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new CaseFiles.Place((LocalDate) row[0], (String) row[1]))
                .toList();
    }

    @Override
    public List<CaseFiles.Place> agreed(LocalDate day, CaseFiles.Place after, int most) {
        return entities
                .createQuery(AGREED, Object[].class)
                .setParameter("followed", true)
                .setParameter("day", day)
                .setParameter("due", after.due())
                .setParameter("number", after.number())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new CaseFiles.Place((LocalDate) row[0], (String) row[1]))
                .toList();
    }

    @Override
    public List<CaseFiles.Place> withFilesAbove(LocalDate before, CaseFiles.Place after, int most) {
        return entities
                .createQuery(WITH_FILES_ABOVE, Object[].class)
                .setParameter("accepted", CaseState.ACCEPTED)
                .setParameter("above", BranchState.ABOVE)
                .setParameter("before", before)
                .setParameter("due", after.due())
                .setParameter("number", after.number())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new CaseFiles.Place((LocalDate) row[0], (String) row[1]))
                .toList();
    }

    @Override
    public Set<String> departments(int most) {
        return new HashSet<>(entities.createQuery(DEPARTMENTS, String.class)
                .setParameter("state", BranchState.OPEN)
                .setMaxResults(most)
                .getResultList());
    }
}
