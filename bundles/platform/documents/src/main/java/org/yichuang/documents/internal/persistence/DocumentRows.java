package org.yichuang.documents.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.internal.domain.IssuedDocument;
import org.yichuang.documents.internal.domain.NumberSeries;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.ProblemException;

/** Documents in the database, and what is still to be printed. */
public class DocumentRows {
    /** The kind of aggregate. */
    public static final String TYPE = "document";

    /** The kind of row that holds a series' last number. */
    public static final String SERIES = "document-number";

    private static final int MOST = 1_000;
    private static final int LONGEST_ERROR = 400;
    private static final String ADD =
            "INSERT INTO DOCUMENTS_PENDING (TENANT, DOCUMENT, DUE_MICROS, SINCE_MICROS, ATTEMPTS) VALUES (?,?,?,?,0)";
    private static final String DONE = "DELETE FROM DOCUMENTS_PENDING WHERE TENANT=? AND DOCUMENT=?";
    private static final String FAILED =
            """
            UPDATE DOCUMENTS_PENDING SET ATTEMPTS=ATTEMPTS+1, DUE_MICROS=?, LAST_ERROR=?
            WHERE TENANT=? AND DOCUMENT=?""";
    private static final String ATTEMPTS = "SELECT ATTEMPTS FROM DOCUMENTS_PENDING WHERE TENANT=? AND DOCUMENT=?";
    private static final String DUE =
            """
            SELECT DOCUMENT FROM DOCUMENTS_PENDING WHERE TENANT=? AND DUE_MICROS<=?
            ORDER BY DUE_MICROS FETCH FIRST ? ROWS ONLY""";
    private static final String STUCK =
            """
            SELECT TENANT || '/' || DOCUMENT FROM DOCUMENTS_PENDING WHERE SINCE_MICROS<=?
            ORDER BY SINCE_MICROS FETCH FIRST ? ROWS ONLY""";
    private static final String TENANTS_WITH_DUE =
            "SELECT DISTINCT TENANT FROM DOCUMENTS_PENDING WHERE DUE_MICROS<=? ORDER BY TENANT";
    private static final String UNDER =
            """
            SELECT DOCUMENT FROM DOCUMENTS_DOCUMENT WHERE TENANT=? AND KEY_NAME=? AND DOCUMENT>?
            ORDER BY DOCUMENT FETCH FIRST ? ROWS ONLY""";

    private final EntityManagerFactory entities;
    private final Clock machineClock;

    /** @param machineClock when something is to be printed must not depend on a rehearsal's moved time */
    public DocumentRows(EntityManagerFactory entities, Clock machineClock) {
        this.entities = entities;
        this.machineClock = machineClock;
    }

    /** The series, held until the transaction ends: whoever wants its next number waits. */
    public NumberSeries heldSeries(String name, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        NumberSeries series = rows.find(NumberSeries.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (series == null) {
            series = new NumberSeries(name);
            rows.persist(series);
            rows.flush(); // whoever begins the same series waits here, before anything else of his is held
        }
        return series;
    }

    /** Takes a series' next number, with an entry of the series' own chain. */
    public int next(NumberSeries series, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        int number = series.next();
        AuditEntry entry = new AuditEntry(
                SERIES,
                series.series(),
                "number",
                RowDigests.loaded(rows, series),
                RowDigests.written(rows, series),
                Map.of("number", Integer.toString(number)));
        series.head(unit.record(entry, series.head()));
        rows.flush(); // whoever holds the series in this transaction is given it as the database has it
        return number;
    }

    /** Adds a new document, with its entry, to be printed from now on. */
    public void add(IssuedDocument document, UnitOfWork unit) {
        unit.entities(entities).persist(document);
        record(unit, document, "issue", Map.of());
        long now = micros(machineClock.instant());
        update(unit, ADD, tenant(unit), document.id(), now, now);
    }

    /** A document, held until the transaction ends. */
    public IssuedDocument held(String id, UnitOfWork unit) {
        return Optional.ofNullable(
                        unit.entities(entities).find(IssuedDocument.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_UNKNOWN));
    }

    /** @throws ProblemException {@code document-unknown} */
    public IssuedDocument get(String id, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(IssuedDocument.class, id))
                .orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_UNKNOWN));
    }

    /** The documents about a thing, in the order of their issue. */
    public List<IssuedDocument> about(String about, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(
                        "select d from IssuedDocument d where d.about = :about order by d.issued, d.id",
                        IssuedDocument.class)
                .setParameter("about", about)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The document with a code. */
    public Optional<IssuedDocument> coded(String code, UnitOfWork unit) {
        return unit
                .entities(entities)
                .createQuery("select d from IssuedDocument d where d.code = :code", IssuedDocument.class)
                .setParameter("code", code)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Writes a document's entry; what changes it afterwards is a break of its chain. */
    public void record(UnitOfWork unit, IssuedDocument document, String action, Map<String, String> details) {
        EntityManager rows = unit.entities(entities);
        AuditEntry entry = new AuditEntry(
                TYPE,
                document.id(),
                action,
                RowDigests.loaded(rows, document),
                RowDigests.written(rows, document),
                details);
        document.head(unit.record(entry, document.head()));
        rows.flush(); // whoever holds the document in this transaction is given it as the database has it
    }

    /** A document has its file. */
    public void printed(String id, UnitOfWork unit) {
        update(unit, DONE, tenant(unit), id);
    }

    /** A document could not be printed. */
    public void failed(String id, String error, Duration rest, UnitOfWork unit) {
        String shortened = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        update(unit, FAILED, micros(machineClock.instant().plus(rest)), shortened, tenant(unit), id);
    }

    /** How often it has been tried in vain; none when it is not to be printed any more. */
    public Optional<Integer> attempts(String id, UnitOfWork unit) {
        return texts(unit, ATTEMPTS, tenant(unit), id).stream().findFirst().map(Integer::valueOf);
    }

    /** What is to be printed now. */
    public List<String> due(int most, UnitOfWork unit) {
        return texts(unit, DUE, tenant(unit), micros(machineClock.instant()), most);
    }

    /** Which tenants have something to be printed now; the unit sees all of them. */
    public List<String> tenantsWithDue(UnitOfWork unit) {
        return texts(unit, TENANTS_WITH_DUE, micros(machineClock.instant()));
    }

    /** What should have been printed long ago, as {@code tenant/document}; the unit sees all tenants. */
    public List<String> stuck(Duration late, int most, UnitOfWork unit) {
        return texts(unit, STUCK, micros(machineClock.instant().minus(late)), most);
    }

    /** Documents that are under a master key, behind a document. */
    public List<String> under(String masterKey, String after, int most, UnitOfWork unit) {
        return texts(unit, UNDER, tenant(unit), masterKey, after, most);
    }

    private static String tenant(UnitOfWork unit) {
        return unit.context().tenant().value();
    }

    private static void update(UnitOfWork unit, String sql, Object... values) {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("What is to be printed cannot be noted", e);
        }
    }

    private static List<String> texts(UnitOfWork unit, String sql, Object... values) {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            set(statement, values);
            List<String> texts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("What is to be printed cannot be read", e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
