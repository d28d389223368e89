package org.yichuang.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.DurableFile;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * The file that holds the journal's key. The database keeps a mark of the key, so that a container with another key
 * refuses to start instead of writing a journal that nobody can verify.
 */
public final class KeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final String MARK = "key-1";
    private static final int KEY_BYTES = 32;
    private static final String FIND_MARK = "SELECT MARK FROM JOURNAL_MARK WHERE MARK_NAME='key'";
    private static final String KEEP_MARK = "INSERT INTO JOURNAL_MARK (MARK_NAME, MARK) VALUES ('key', ?)";

    private KeyFile() {}

    /**
     * Opens the key of this database, making it at the first start.
     *
     * @param base the instance's folder
     * @throws IllegalStateException when the database's journal was written with another key
     * @throws ProblemException {@code unavailable} when a newer program has worked with the database
     */
    public static ChainKey open(String base, TransactionBoundary boundary) {
        Path file = Path.of(base, "keys", "journal.key");
        Optional<String> mark = boundary.readSql(RowScope.DEPLOYMENT, KeyFile::mark);
        if (!Files.exists(file)) {
            if (mark.isPresent()) {
                throw new IllegalStateException(words("key-file.not-here").forLog());
            }
            create(file);
        }
        ChainKey key = read(file);
        requireMark(key, boundary);
        String ours = key.hash(MARK);
        Generation generation = new Generation();
        boundary.commitSql(RowScope.DEPLOYMENT, generation::admits);
        boundary.guard().admitOnly(connection -> admits(connection, ours) & generation.admits(connection));
        return key;
    }

    private static void requireMark(ChainKey key, TransactionBoundary boundary) {
        String ours = key.hash(MARK);
        String kept = boundary.commitSql(RowScope.DEPLOYMENT, connection -> {
            Optional<String> present = mark(connection);
            if (present.isEmpty()) {
                Sql.update(connection, KEEP_MARK, ours);
            }
            return present.orElse(ours);
        });
        if (!kept.equals(ours)) {
            throw new IllegalStateException(words("key-file.another").forLog());
        }
    }

    /**
     * Looks at a database that has come into the place of another. An empty one gets the mark with whatever is
     * committed
     * there first.
     */
    private static boolean admits(Connection connection, String ours) {
        Optional<String> present = mark(connection);
        if (present.isEmpty()) {
            Sql.update(connection, KEEP_MARK, ours);
        } else if (!present.get().equals(ours)) {
            LOG.error(words("key-file.database-of-another").forLog());
            throw new ProblemException(
                    CommonError.UNAVAILABLE,
                    LocalizedMessage.of(KeyFile.class, "key-file.journal-database-written-another-key"));
        }
        return present.isPresent();
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(KeyFile.class, key);
    }

    private static Optional<String> mark(Connection connection) {
        return Sql.first(connection, FIND_MARK, row -> row.getString(1));
    }

    private static ChainKey read(Path file) {
        try {
            byte[] secret = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (secret.length != KEY_BYTES) {
                throw new IllegalArgumentException("It has " + secret.length + " bytes");
            }
            return new ChainKey(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("keys/journal.key does not hold a key of " + KEY_BYTES + " bytes", e);
        } catch (IOException e) {
            throw new UncheckedIOException("keys/journal.key cannot be read", e);
        }
    }

    private static void create(Path file) {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        byte[] text = (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            DurableFile.writeSecret(file, text);
            LOG.info("A key for the journal was made: keep a copy of keys/journal.key in a safe place");
        } catch (IOException e) {
            throw new UncheckedIOException("keys/journal.key cannot be written", e);
        }
    }
}
