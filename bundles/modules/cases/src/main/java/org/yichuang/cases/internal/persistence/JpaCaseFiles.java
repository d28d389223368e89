package org.yichuang.cases.internal.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.PastDepartment;
import org.yichuang.cases.internal.domain.PersonalTexts;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.domain.Turn;
import org.yichuang.cases.internal.persistence.WordSearch.Condition;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.time.Limit;

/** Cases over JPA; the entity manager is bound to transaction and tenant. */
public class JpaCaseFiles implements CaseFiles {
    private static final String COLUMNS =
            "c.number, c.state, c.item, c.itemName, c.applicant, c.person, c.department, c.receivedAt, c.due,"
                    + " c.dueLimit, c.lawDue, c.provisional, c.promisedUntil, c.lowerCentre, c.upperCentre, c.version FROM CaseFile c";
    private static final String ROW = "SELECT " + COLUMNS + " WHERE c.due > :always";
    private static final String OF_PERSON =
            "SELECT " + COLUMNS + " WHERE c.idNumberKey = :key AND c.lowerCentre IS NULL";
    private static final String PASSED_ON = "SELECT DISTINCT " + COLUMNS
            + ", PastDepartment p WHERE c.due > :always AND p.number = c.number AND p.department IN :departments"
            + " AND c.department NOT IN :departments";
    private static final String AFTER = "(c.promisedUntil > :until OR c.promisedUntil = :until AND c.number > :number)";
    private static final String PROMISED = "SELECT " + COLUMNS + " WHERE c.promisedUntil >= :until AND " + AFTER;
    private static final String PROMISED_BY = "SELECT c.promisedUntil, c.number FROM CaseFile c"
            + " WHERE c.promisedUntil >= :until AND c.promisedUntil <= :day AND c.lowerCentre IS NULL AND " + AFTER
            + " ORDER BY c.promisedUntil, c.number";
    private static final String FROM_BELOW =
            "SELECT c FROM CaseFile c WHERE c.lowerCentre = :centre AND c.lowerNumber = :number";
    private static final String AHEAD = "SELECT c FROM CaseFile c WHERE c.number IN :numbers";
    private static final String OVERDUE =
            "SELECT c.due, c.number FROM CaseFile c WHERE c.state IN :states AND c.due < :day"
                    + " AND (c.lowerCentre IS NULL OR c.state = org.yichuang.cases.api.CaseState.RECEIVED) AND (c.due > :due OR c.due = :due AND c.number > :number) ORDER BY c.due, c.number";
    private static final String TO_WARN = "SELECT c.warnOn, c.number FROM CaseFile c WHERE c.warnOn <= :day"
            + " AND (c.warnOn > :due OR c.warnOn = :due AND c.number > :number) ORDER BY c.warnOn, c.number";
    private static final String ALL = "SELECT c.number FROM CaseFile c WHERE c.number > :after ORDER BY c.number";
    private static final String WAITING =
            "SELECT c.number FROM CaseFile c WHERE c.number > :after AND c.due < :never ORDER BY c.number";
    private static final String RESTING =
            "SELECT c.number FROM CaseFile c WHERE c.number > :after AND c.due = :never ORDER BY c.number";

    private static final String ACCEPTED = "SELECT c FROM CaseFile c WHERE c.state IN :states AND c.item = :item"
            + " AND c.acceptedOn IS NOT NULL AND c.number <> :number ORDER BY c.acceptedOn, c.number";
    private static final String BUNDLED = "SELECT c FROM CaseFile c, BranchRow b WHERE b.item = :item"
            + " AND b.number = c.number AND c.state IN :states AND c.acceptedOn IS NOT NULL"
            + " AND c.number <> :number ORDER BY c.acceptedOn, c.number";

    private static final String IN_QUESTION = "c.state = org.yichuang.cases.api.CaseState.QUESTIONED";
    private static final String ASKED = " AND (" + IN_QUESTION
            + " OR c.state = org.yichuang.cases.api.CaseState.ACCEPTED) AND (" + IN_QUESTION
            + " OR c.number IN (SELECT b.number FROM BranchRow b WHERE b.number = c.number AND b.asked IS NOT NULL))";

    /** Nothing is due before: named in the query, so that Derby goes along the index instead of sorting all rows. */
    private static final LocalDate ALWAYS = LocalDate.EPOCH;

    /** Of how many the moments of acceptance are compared. */
    private static final int MOST_BEFORE = 500;

    private final EntityManager entities;
    private final PersonalTexts texts;
    private final StoredFiles files;
    private final SearchRows search;

    /** @param search by what cases are found without looking at all of them */
    public JpaCaseFiles(EntityManager entities, PersonalTexts texts, StoredFiles files, SearchRows search) {
        this.entities = entities;
        this.texts = texts;
        this.files = files;
        this.search = search;
    }

    @Override
    public void add(CaseFile file) {
        file.writeBy(texts);
        entities.persist(file);
        ItemLabels item = file.submission().item();
        search.add(new SearchRows.Entry(
                file.number(), file.submission().applicant().name(), item.code(), SearchRows.itemText(item.name())));
    }

    @Override
    public Optional<CaseFile> find(String number) {
        // Some databases fail on characters that no number has, rather than finding nothing
        return CaseNumbers.isWellFormed(number)
                ? Optional.ofNullable(entities.find(CaseFile.class, number)).map(this::readable)
                : Optional.empty();
    }

    @Override
    public void readAhead(List<String> numbers) {
        if (!numbers.isEmpty()) {
            entities.createQuery(AHEAD, CaseFile.class)
                    .setParameter("numbers", numbers)
                    .getResultList();
        }
    }

    @Override
    public Optional<CaseFile> fromBelow(String lowerCentre, String lowerNumber) {
        return entities.createQuery(FROM_BELOW, CaseFile.class)
                .setParameter("centre", lowerCentre)
                .setParameter("number", lowerNumber)
                .getResultStream()
                .findFirst()
                .map(this::readable);
    }

    private CaseFile readable(CaseFile file) {
        file.readBy(texts);
        file.scannedBy(files);
        return file;
    }

    @Override
    public void passedOn(String number, Set<String> departments) {
        for (String department : departments) {
            if (entities.find(PastDepartment.class, new PastDepartment.Key(number, department)) == null) {
                entities.persist(new PastDepartment(number, department));
            }
        }
    }

    @Override
    public void flush() {
        entities.flush();
    }

    @Override
    public List<Row> list(Wanted wanted, Optional<Place> after, int most) {
        String words = wanted.words() == null ? "" : wanted.words();
        if (words.isEmpty()) {
            return list(wanted, Condition.NONE, after, most);
        }
        return new WordSearch(search, texts, this::list).list(wanted, after, most);
    }

    private List<Row> list(Wanted wanted, Condition words, Optional<Place> after, int most) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder(wanted.passedOn() ? PASSED_ON : ROW);
        values.put("always", ALWAYS);
        CaseState state = wanted.state() == null ? null : CaseState.valueOf(wanted.state());
        and(text, values, " AND c.state = :state", "state", state);
        and(text, values, " AND c.due < :before", "before", wanted.dueBefore());
        Set<String> departments = wanted.departments().isEmpty() ? null : wanted.departments();
        String has = wanted.passedOn() ? "" : " AND c.department IN :departments";
        and(text, values, has, "departments", departments);
        and(text, values, " AND c.item = :item", "item", wanted.item());
        and(text, values, " AND c.submitter = :submitter", "submitter", wanted.submitter());
        and(text, values, " AND c.provisional = :provisional", "provisional", wanted.provisional() ? true : null);
        text.append(wanted.asked() ? ASKED : "").append(words.text());
        values.putAll(words.values());
        // Staff take first what is due first; an applicant looks for what he has sent last, as does who looks for words
        if (wanted.submitter() != null || words != Condition.NONE) {
            String older = after.isPresent() ? " AND c.number < :number" : "";
            after.ifPresent(place -> values.put("number", place.number()));
            return rows(text + older + " ORDER BY c.number DESC", values, most);
        }
        if (after.isEmpty()) {
            return rows(text + " ORDER BY c.due, c.number", values, most);
        }
        // Two looks along the index, rather than one at everything that is due on the same day or later
        values.put("due", after.get().due());
        List<Row> later = new ArrayList<>();
        Map<String, Object> sameDay = new LinkedHashMap<>(values);
        sameDay.put("number", after.get().number());
        later.addAll(rows(text + " AND c.due = :due AND c.number > :number ORDER BY c.number", sameDay, most));
        if (later.size() < most) {
            later.addAll(rows(text + " AND c.due > :due ORDER BY c.due, c.number", values, most - later.size()));
        }
        return later;
    }

    @Override
    public List<Row> ofPerson(OfPerson wanted, int most) {
        StringBuilder text = new StringBuilder(OF_PERSON);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("key", texts.keys(wanted.idNumber(), "").idNumber());
        Set<String> departments = wanted.departments().isEmpty() ? null : wanted.departments();
        and(text, values, " AND c.department IN :departments", "departments", departments);
        and(text, values, " AND c.item = :item", "item", wanted.item());
        and(text, values, " AND c.submitter = :submitter", "submitter", wanted.submitter());
        text.append(wanted.open() ? " AND c.endedOn IS NULL" : "");
        return rows(text + " ORDER BY c.number DESC", values, most);
    }

    private List<Row> rows(String text, Map<String, Object> values, int most) {
        TypedQuery<Object[]> query = entities.createQuery(text, Object[].class).setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(JpaCaseFiles::row).toList();
    }

    private static void and(
            StringBuilder text, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            text.append(condition);
            values.put(name, value);
        }
    }

    private static Row row(Object[] columns) {
        return new Row(
                (String) columns[0],
                (CaseState) columns[1],
                (String) columns[2],
                (String) columns[3],
                (String) columns[4],
                (Boolean) columns[5],
                (String) columns[6],
                (Instant) columns[7],
                (LocalDate) columns[8],
                (Limit) columns[9],
                (LocalDate) columns[10],
                (Boolean) columns[11],
                (LocalDate) columns[12],
                (String) columns[13],
                (String) columns[14],
                (Long) columns[15]);
    }

    @Override
    public List<Place> unanswered(LocalDate before, Place after, int most) {
        return overdue(Set.of(CaseState.RECEIVED), before, after, most);
    }

    @Override
    public List<Place> uncorrected(LocalDate before, Place after, int most) {
        return overdue(Set.of(CaseState.CORRECTING), before, after, most);
    }

    @Override
    public List<Place> overdueAbove(LocalDate before, Place after, int most) {
        return overdue(Set.of(CaseState.FORWARDED, CaseState.QUESTIONED), before, after, most);
    }

    @Override
    public List<Place> toWarn(LocalDate day, Place after, int most) {
        return places(entities.createQuery(TO_WARN, Object[].class)
                .setParameter("day", day)
                .setParameter("due", after.due())
                .setParameter("number", after.number())
                .setMaxResults(most));
    }

    private static List<Place> places(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> new Place((LocalDate) row[0], (String) row[1]))
                .toList();
    }

    private List<Place> overdue(Set<CaseState> states, LocalDate before, Place after, int most) {
        return places(entities.createQuery(OVERDUE, Object[].class)
                .setParameter("states", states)
                .setParameter("day", before)
                .setParameter("due", after.due())
                .setParameter("number", after.number())
                .setMaxResults(most));
    }

    @Override
    public List<Row> promised(Set<String> departments, String words, Place after, int most) {
        StringBuilder text = new StringBuilder(PROMISED);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("until", after.due());
        values.put("number", after.number());
        and(
                text,
                values,
                " AND c.department IN :departments",
                "departments",
                departments.isEmpty() ? null : departments);
        and(text, values, " AND c.searchText LIKE :key ESCAPE '!'", "key", WordSearch.pattern(words));
        return rows(text + " ORDER BY c.promisedUntil, c.number", values, most);
    }

    @Override
    public List<Place> promisedBy(LocalDate day, Place after, int most) {
        return places(entities.createQuery(PROMISED_BY, Object[].class)
                .setParameter("day", day)
                .setParameter("until", after.due())
                .setParameter("number", after.number())
                .setMaxResults(most));
    }

    @Override
    public Optional<String> makeFindable(String after, int most) {
        return search.complete(after, most);
    }

    @Override
    public List<String> numbers(String after, int most) {
        return entities.createQuery(ALL, String.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    public List<String> waiting(String after, int most) {
        return numbers(WAITING, after, most);
    }

    @Override
    public List<String> resting(String after, int most) {
        return numbers(RESTING, after, most);
    }

    private List<String> numbers(String query, String after, int most) {
        return entities.createQuery(query, String.class)
                .setParameter("after", after)
                .setParameter("never", CaseFile.NEVER)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    public List<String> acceptedBefore(CaseFile file, String owner, String item, int most) {
        Turn own = Turn.of(file);
        return Stream.of(ACCEPTED, BUNDLED)
                .flatMap(query -> entities.createQuery(query, CaseFile.class)
                        .setParameter("states", Set.of(CaseState.ACCEPTED, CaseState.CORRECTING))
                        .setParameter("item", item)
                        .setParameter("number", file.number())
                        .setMaxResults(MOST_BEFORE)
                        .getResultStream())
                .map(this::readable)
                .filter(other -> other.submission().decidesOf(owner, item)
                        && other.progress().acceptance() != null)
                .map(Turn::of)
                .filter(other -> other.compareTo(own) < 0)
                .distinct()
                .sorted()
                .map(Turn::number)
                .limit(most)
                .toList();
    }

    @Override
    public String loadedDigest(CaseFile file) {
        return RowDigests.loaded(entities, file);
    }

    @Override
    public String digest(CaseFile file) {
        file.writeBy(texts);
        return RowDigests.written(entities, file);
    }
}
