package org.yichuang.journal.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.internal.persistence.Dialect;
import org.yichuang.journal.internal.persistence.Sql;

/**
 * Which forms of messages the containers of a database read, while they are there: what an older one cannot read it
 * leaves to a newer one, and answers by itself where there is none. Each says so from time to time, by the clock that
 * they share, that of the database.
 */
final class ReadForms {
    private static final String PREFIX = "form ";
    private static final String SAY = "UPDATE JOURNAL_MARK SET MARK=? WHERE MARK_NAME=?";
    private static final String SAY_FIRST = "INSERT INTO JOURNAL_MARK (MARK_NAME, MARK) VALUES (?, ?)";
    private static final String SAID = "SELECT MARK_NAME, MARK FROM JOURNAL_MARK WHERE MARK_NAME LIKE 'form %'";
    private static final int LONGEST = 40;

    private static final Duration OFTEN = Duration.ofSeconds(30);
    /** As long as a container is believed to be there that has said nothing more. */
    private static final long THERE = Duration.ofMinutes(2).toNanos() / 1_000;

    private final TransactionBoundary boundary;
    /** When this container has said what last, by {@link System#nanoTime()}. */
    private final Map<String, Long> said = new ConcurrentHashMap<>();

    ReadForms(TransactionBoundary boundary) {
        this.boundary = boundary;
    }

    /** Says that this container reads a form of a topic's messages, and all earlier ones. */
    void note(String topic, int form) {
        if (form == 0 || form == Outbox.ANY_FORM) {
            return;
        }
        String name = name(topic, form);
        Long before = said.get(name);
        long now = System.nanoTime();
        if (before == null || now - before >= OFTEN.toNanos()) {
            boundary.commitSql(RowScope.DEPLOYMENT, connection -> say(name, connection));
            said.put(name, now);
        }
    }

    private static int say(String name, Connection connection) {
        String at = Long.toString(Dialect.of(connection).nowMicros(connection));
        int kept = Sql.update(connection, SAY, at, name);
        return kept == 1 ? kept : Sql.update(connection, SAY_FIRST, name, at);
    }

    /** Returns the newest form that anybody reads who is there. */
    int newest(String topic) {
        return boundary.readSql(RowScope.DEPLOYMENT, connection -> {
            long since = Dialect.of(connection).nowMicros(connection) - THERE;
            return Sql.list(connection, SAID, Said::read).stream()
                    .filter(each -> each.at >= since && each.name.equals(name(topic, each.form())))
                    .mapToInt(Said::form)
                    .max()
                    .orElse(0);
        });
    }

    private static String name(String topic, int form) {
        String name = PREFIX + form + " " + topic;
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    /** What a container has said, and when. */
    private record Said(String name, long at) {
        static Said read(ResultSet row) throws SQLException {
            return new Said(row.getString(1), Long.parseLong(row.getString(2)));
        }

        int form() {
            return Integer.parseInt(name.split(" ")[1]);
        }
    }
}
