package org.yichuang.catalogue.internal.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.yichuang.catalogue.internal.persistence.ItemRuns.Run;

/**
 * Asks for what stands under many values. A database may look through all rows of a centre for each list of values, so
 * that long lists take the square of their length: what stands under those is found in one pass, in the order of the
 * database, and then read in runs that lie side by side there.
 */
final class ManyCodes {
    /** Of so many values a database is asked at once. */
    static final int CHUNK = 500;

    private static final int PAGE = 5_000;

    private ManyCodes() {}

    /** The values in lists of which a database is asked at once. */
    static List<List<String>> chunks(List<String> values) {
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < values.size(); from += CHUNK) {
            chunks.add(values.subList(from, Math.min(values.size(), from + CHUNK)));
        }
        return chunks;
    }

    /**
     * Reads the rows that stand under codes.
     *
     * @param rows of an entity {@code r}, and which of them are meant, but for their codes; without {@code WHERE}
     * @param prepare gives the parameters of what is meant
     */
    static <T> void read(
            EntityManager entities,
            Meant<T> rows,
            List<String> codes,
            Consumer<TypedQuery<?>> prepare,
            Consumer<T> reader) {
        if (!areMany(codes)) {
            run(entities, rows, new Run(codes, true, false), prepare, reader);
            return;
        }
        for (List<String> run : chunks(there(entities, rows, Set.copyOf(codes), prepare))) {
            run(entities, rows, new Run(run, true, true), prepare, reader);
        }
    }

    /** Reads the rows that stand under the codes of a run. */
    static <T> void run(
            EntityManager entities, Meant<T> rows, Run run, Consumer<TypedQuery<?>> prepare, Consumer<T> reader) {
        List<String> codes = run.codes();
        if (codes.isEmpty()) {
            return;
        }
        String between = run.isOrdered() ? " AND r.code BETWEEN :first AND :last" : "";
        TypedQuery<T> query =
                entities.createQuery("SELECT r" + rows.from() + between + " AND r.code IN :codes", rows.type());
        prepare.accept(query);
        if (run.isOrdered()) {
            query.setParameter("first", codes.get(0)).setParameter("last", codes.get(codes.size() - 1));
        }
        query.setParameter("codes", codes).getResultList().forEach(reader);
    }

    /** Rows of an entity that has a code. */
    record Meant<T>(Class<T> type, String which) {
        private String from() {
            return " FROM " + type.getSimpleName() + " r WHERE " + which;
        }
    }

    /** Which of these codes rows stand under, in the order of the database. */
    static List<String> there(
            EntityManager entities, Meant<?> rows, Set<String> codes, Consumer<TypedQuery<?>> prepare) {
        List<String> found = new ArrayList<>();
        pages(
                after -> {
                    TypedQuery<String> query = entities.createQuery(
                            "SELECT DISTINCT r.code" + rows.from() + " AND r.code > :after ORDER BY r.code",
                            String.class);
                    prepare.accept(query);
                    return query.setParameter("after", after)
                            .setMaxResults(PAGE)
                            .getResultList();
                },
                code -> code,
                code -> {
                    if (codes.contains(code)) {
                        found.add(code);
                    }
                });
        return found;
    }

    /**
     * Reads a centre's rows page by page.
     *
     * @param page of at most {@value #PAGE} rows behind a code
     * @param code of a row
     */
    static <T> void pages(Function<String, List<T>> page, Function<T, String> code, Consumer<T> reader) {
        String after = "";
        List<T> rows;
        do {
            rows = page.apply(after);
            rows.forEach(reader);
            after = rows.isEmpty() ? after : code.apply(rows.get(rows.size() - 1));
        } while (rows.size() == PAGE);
    }

    /** Whether so many values are better looked for among all rows. */
    static boolean areMany(Collection<String> values) {
        return values.size() > CHUNK;
    }

    /** The most rows of a page. */
    static int page() {
        return PAGE;
    }
}
