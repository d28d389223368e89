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
import org.yichuang.identity.keys.EncryptedTable;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.ProblemException;

/** Documents in the database, and what is still to be printed. */
public class DocumentRows {
    /** The kind of aggregate. */
    public static final String TYPE = "document";

    /** The kind of row that holds a series' last number. */
    public static final String SERIES = "document-number";

    /** Where what they say is encrypted. */
    public static final EncryptedTable TABLE = new EncryptedTable("DOCUMENTS_DOCUMENT", "DOCUMENT");

    private static final int MOST = 1_000;
    private static final int LONGEST_ERROR = 400;
    private static final String SERIES_HELD =
            """
            SELECT N.LAST_NUMBER, N.CHAIN_SEQUENCE, N.CHAIN_HASH,
              (SELECT MAX(T.TEXT_VERSION) FROM DOCUMENTS_TEXT T WHERE T.TENANT=N.TENANT AND T.TEMPLATE=?)
            FROM DOCUMENTS_NUMBER N WHERE N.TENANT=? AND N.SERIES=? FOR UPDATE OF N""";
    private static final String NUMBERED =
            "UPDATE DOCUMENTS_NUMBER SET LAST_NUMBER=?, CHAIN_SEQUENCE=?, CHAIN_HASH=? WHERE TENANT=? AND SERIES=?";
    private static final String ISSUED =
            """
            INSERT INTO DOCUMENTS_DOCUMENT (TENANT, DOCUMENT, SERIES, SERIES_NUMBER, NUMBER_TEXT, MODULE, KIND,
              TEMPLATE_VERSION, OWN_VERSION, ABOUT, TITLE, CONTENT, KEY_NAME, FACTS_SHA256, VERIFY_CODE, ISSUED_MICROS,
              CHAIN_SEQUENCE, CHAIN_HASH)
            VALUES (?,?,?,?,?,?,?,?,?,?,NULLIF(CAST(? AS VARCHAR(400)),''),?,?,?,?,?,?,?)""";
    private static final String FILED =
            """
            UPDATE DOCUMENTS_DOCUMENT SET FILE_SHA256=?, CHAIN_SEQUENCE=?, CHAIN_HASH=?
            WHERE TENANT=? AND DOCUMENT=? AND CHAIN_SEQUENCE=? AND CHAIN_HASH=? AND FILE_SHA256 IS NULL""";
    private static final String PENDING =
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

    private final EntityManagerFactory entities;
    private final Clock machineClock;

    /** @param machineClock when something is to be printed must not depend on a rehearsal's moved time */
    public DocumentRows(EntityManagerFactory entities, Clock machineClock) {
        this.entities = entities;
        this.machineClock = machineClock;
    }

    /** A series that is held, and whether its kind of document may have a text of the centre's own. */
    public record Held(NumberSeries series, boolean mayHaveOwnText) {}

    /**
     * The series, held until the transaction ends: whoever wants its next number waits.
     *
     * @param template the name of the template that is issued
     */
    public Held heldSeries(String name, String template, UnitOfWork unit) {
        return held(name, template, unit).orElseGet(() -> {
            EntityManager rows = unit.entities(entities);
            rows.persist(new NumberSeries(name));
            rows.flush(); // whoever begins the same series waits here, before anything else of his is held
            rows.clear(); // it is written past JPA from now on
            return held(name, template, unit).orElseThrow();
        });
    }

    private Optional<Held> held(String name, String template, UnitOfWork unit) {
        try {
            if (JointStatements.isPostgres(unit.connection())) {
                return heldAtOnce(name, template, unit);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A series cannot be held", e);
        }
        EntityManager rows = unit.entities(entities);
        return Optional.ofNullable(rows.find(NumberSeries.class, name, LockModeType.PESSIMISTIC_WRITE))
                .map(found -> {
                    rows.detach(found);
                    return new Held(found, true);
                });
    }

    private static Optional<Held> heldAtOnce(String name, String template, UnitOfWork unit) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(SERIES_HELD)) {
            set(statement, template, tenant(unit), name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Held(
                                new NumberSeries(name, row.getInt(1), new ChainHead(row.getLong(2), row.getString(3))),
                                row.getObject(4) != null))
                        : Optional.empty();
            }
        }
    }

    /**
     * Adds a new document with the number that its series has given it, each with its entry; it is to be printed from
     * now on.
     *
     * @param grace how long the job leaves it to this node
     */
    public void add(IssuedDocument document, Numbering numbering, Duration grace, UnitOfWork unit) {
        NumberSeries series = numbering.series();
        EntityManager rows = unit.entities(entities);
        AuditEntry numbered = new AuditEntry(
                SERIES,
                series.series(),
                "number",
                numbering.before(),
                RowDigests.written(rows, series),
                Map.of("number", Integer.toString(series.last())));
        series.head(unit.record(numbered, series.head()));
        AuditEntry issued =
                new AuditEntry(TYPE, document.id(), "issue", "", RowDigests.written(rows, document), Map.of());
        document.head(unit.record(issued, document.head()));
        Instant now = machineClock.instant();
        String tenant = tenant(unit);
        new JointStatements()
                .with(
                        NUMBERED,
                        series.last(),
                        series.head().sequence(),
                        series.head().hash(),
                        tenant,
                        series.series())
                .with(PENDING, tenant, document.id(), micros(now.plus(grace)), micros(now))
                .with(ISSUED, values(document, tenant))
                .run(unit.connection());
    }

    /**
     * A series that has given a number.
     *
     * @param series as it stands now
     * @param before the digest of its row before, as {@link #digest} gives it
     */
    public record Numbering(NumberSeries series, String before) {}

    private static Object[] values(IssuedDocument document, String tenant) {
        return new Object[] {
            tenant,
            document.id(),
            document.series(),
            document.seriesNumber(),
            document.number(),
            document.module(),
            document.kind(),
            document.version(),
            document.ownVersion(),
            document.about(),
            document.title().orElse(""),
            document.content(),
            document.keyName(),
            document.factsSha256(),
            document.code(),
            document.issuedMicros(),
            document.head().sequence(),
            document.head().hash()
        };
    }

    /** The digest of a series' row as it stands; empty of one that has just been begun. */
    public String digest(NumberSeries series, UnitOfWork unit) {
        return series.head().sequence() == 0 ? "" : RowDigests.written(unit.entities(entities), series);
    }

    /**
     * Gives a document its file, together with what the file itself needs; it is not to be printed any more.
     *
     * @param document as it was when it was printed
     * @throws OvertakenException when it has been changed since then
     */
    public void filed(IssuedDocument document, String sha256, JointStatements together, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        IssuedDocument printed = document.withFile(sha256);
        AuditEntry entry = new AuditEntry(
                TYPE,
                document.id(),
                "print",
                RowDigests.written(rows, document),
                RowDigests.written(rows, printed),
                Map.of("sha256", sha256));
        ChainHead head = unit.record(entry, document.head());
        int filed = together.with(DONE, tenant(unit), document.id())
                .with(
                        FILED,
                        sha256,
                        head.sequence(),
                        head.hash(),
                        tenant(unit),
                        document.id(),
                        document.head().sequence(),
                        document.head().hash())
                .run(unit.connection());
        if (filed != 1) {
            throw new OvertakenException();
        }
    }

    /** Somebody else has changed the document meanwhile. */
    public static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
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
