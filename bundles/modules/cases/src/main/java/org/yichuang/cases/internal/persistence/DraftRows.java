package org.yichuang.cases.internal.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.cases.internal.domain.PersonalTexts;
import org.yichuang.cases.internal.domain.PersonalTexts.Kind;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TextRules;

/** The rows of applications that have not been handed in yet. */
public class DraftRows {
    private static final String FIND =
            "SELECT DRAFT_ID, CONTENT, VERSION FROM CASES_DRAFT WHERE TENANT=? AND DRAFT_ID=? AND ACCOUNT=?";
    private static final String LATEST =
            "SELECT DRAFT_ID, CONTENT, VERSION FROM CASES_DRAFT WHERE TENANT=? AND ACCOUNT=? AND ITEM=? ORDER BY SEEN_MILLIS DESC";
    private static final String RECENT =
            "SELECT DRAFT_ID, CONTENT, VERSION FROM CASES_DRAFT WHERE TENANT=? AND ACCOUNT=? ORDER BY SEEN_MILLIS DESC";
    private static final String ADD =
            "INSERT INTO CASES_DRAFT (TENANT, DRAFT_ID, ACCOUNT, ITEM, SEEN_MILLIS, CONTENT, KEY_NAME, FILE_IDS)"
                    + " VALUES (?,?,?,?,?,?,?,?)";
    private static final String CHANGE =
            "UPDATE CASES_DRAFT SET SEEN_MILLIS=?, CONTENT=?, KEY_NAME=?, FILE_IDS=?, VERSION=VERSION+1"
                    + " WHERE TENANT=? AND DRAFT_ID=? AND ACCOUNT=? AND VERSION=?";
    private static final String ONE =
            "SELECT DRAFT_ID, CONTENT, VERSION FROM CASES_DRAFT WHERE TENANT=? AND DRAFT_ID=?";
    private static final String RENEW =
            "UPDATE CASES_DRAFT SET CONTENT=?, KEY_NAME=?, FILE_IDS=? WHERE TENANT=? AND DRAFT_ID=? AND VERSION=?";
    private static final String PURGE = "DELETE FROM CASES_DRAFT WHERE TENANT=? AND ACCOUNT=? AND SEEN_MILLIS<?";

    private final PersonalDataCipher cipher;

    public DraftRows(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    /** Finds an account's draft. */
    public Optional<Draft> find(UnitOfWork unit, String id) {
        // Some databases fail on characters that no id has, rather than finding nothing
        return TextRules.isUnfit(id) ? Optional.empty() : first(unit, FIND, tenant(unit), id, account(unit));
    }

    /** Finds the account's latest draft for an item. */
    public Optional<Draft> latest(UnitOfWork unit, String item) {
        return first(unit, LATEST, tenant(unit), account(unit), item);
    }

    /** Finds the account's drafts, the latest first. */
    public List<Draft> recent(UnitOfWork unit, int most) {
        return read(unit, most, RECENT, tenant(unit), account(unit));
    }

    /** Adds a draft. */
    public void add(UnitOfWork unit, Draft draft) {
        String content = content(unit, draft);
        run(
                unit,
                ADD,
                tenant(unit),
                draft.id(),
                draft.account(),
                draft.item(),
                millis(unit),
                content,
                cipher.keyName(content),
                fileIds(draft));
    }

    /** Keeps what has changed; tells whether it still was of the version that was read. */
    public boolean change(UnitOfWork unit, Draft draft) {
        String content = content(unit, draft);
        return run(
                        unit,
                        CHANGE,
                        millis(unit),
                        content,
                        cipher.keyName(content),
                        fileIds(draft),
                        tenant(unit),
                        draft.id(),
                        draft.account(),
                        draft.version())
                == 1;
    }

    /** Removes the account's drafts that nobody has touched since. */
    public void purge(UnitOfWork unit, Instant since) {
        run(unit, PURGE, tenant(unit), account(unit), since.toEpochMilli());
    }

    /** Encrypts a draft under the newest key; one that has changed or gone meanwhile is left as it is. */
    public void renew(UnitOfWork unit, String id) {
        PersonalTexts texts = texts(unit);
        for (Kept draft : kept(unit, 1, ONE, tenant(unit), id)) {
            String renewed = texts.renewed(Kind.DRAFT, id, draft.content());
            String files = fileIds(texts.read(Kind.DRAFT, id, renewed, Draft.class));
            run(unit, RENEW, renewed, cipher.keyName(renewed), files, tenant(unit), id, draft.version());
        }
    }

    private String content(UnitOfWork unit, Draft draft) {
        return texts(unit).write(Kind.DRAFT, draft.id(), draft);
    }

    /** In clear: by them files are found that no draft names. */
    private static String fileIds(Draft draft) {
        return draft.files().values().stream()
                .flatMap(List::stream)
                .map(Upload::file)
                .collect(Collectors.joining(" "));
    }

    private PersonalTexts texts(UnitOfWork unit) {
        return new EncryptedTexts(cipher, unit.context().tenant());
    }

    private static String tenant(UnitOfWork unit) {
        return unit.context().tenant().value();
    }

    private static String account(UnitOfWork unit) {
        return unit.context().actor().account();
    }

    private static long millis(UnitOfWork unit) {
        return unit.context().at().toEpochMilli();
    }

    private Optional<Draft> first(UnitOfWork unit, String sql, Object... values) {
        return read(unit, 1, sql, values).stream().findFirst();
    }

    private List<Draft> read(UnitOfWork unit, int most, String sql, Object... values) {
        PersonalTexts texts = texts(unit);
        return kept(unit, most, sql, values).stream()
                .map(row -> texts.read(Kind.DRAFT, row.id(), row.content(), Draft.class)
                        .at(row.version()))
                .toList();
    }

    private static List<Kept> kept(UnitOfWork unit, int most, String sql, Object... values) {
        Connection connection = unit.connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.setMaxRows(most);
            List<Kept> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Kept(row.getString(1), row.getString(2), row.getLong(3)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("Drafts cannot be read", e);
        }
    }

    /** A row. */
    private record Kept(String id, String content, long version) {}

    private static int run(UnitOfWork unit, String sql, Object... values) {
        Connection connection = unit.connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Drafts cannot be written", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setString(i + 1, (String) values[i]);
            }
        }
    }
}
