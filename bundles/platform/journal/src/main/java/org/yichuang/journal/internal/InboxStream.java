package org.yichuang.journal.internal;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.internal.domain.StreamPlace;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;

/** What has been received from one aggregate of a sender, counted on over the sender's epochs. */
final class InboxStream {
    private static final String FIND =
            """
            SELECT TOPIC, EPOCH, LAST_PLACE, SHIFT FROM JOURNAL_STREAM
            WHERE TENANT=? AND (TOPIC=? AND STREAM=? OR TOPIC=? AND STREAM=?)""";
    private static final String FIRST =
            "INSERT INTO JOURNAL_STREAM (EPOCH, LAST_PLACE, SHIFT, TENANT, TOPIC, STREAM) VALUES (?,?,?,?,?,?)";
    private static final String MOVE =
            """
            UPDATE JOURNAL_STREAM SET EPOCH=?, LAST_PLACE=?, SHIFT=?
            WHERE TENANT=? AND TOPIC=? AND STREAM=? AND EPOCH=? AND LAST_PLACE=?""";

    private final Connection connection;
    private final String tenant;
    private final String topic;
    private final String name;
    /** Where it stands in which epoch the sender is. */
    private final String epochs;

    InboxStream(Connection connection, String tenant, String topic, String sender, String aggregate) {
        this.connection = connection;
        this.tenant = tenant;
        this.topic = topic;
        this.name = name(sender, aggregate);
        this.epochs = name(sender, Epochs.TOPIC);
    }

    private static String name(String sender, String aggregate) {
        return Digests.sha256(sender + "/" + aggregate);
    }

    /** Returns the place of a message with a number of an epoch, and notes it. */
    long place(long epoch, long number) {
        Optional<StreamPlace> before = Optional.empty();
        for (Row row : rows()) {
            if (row.topic().equals(topic)) {
                before = Optional.of(row.noted());
            } else {
                row.noted().requireNotOver(epoch);
            }
        }
        StreamPlace next =
                before.map(noted -> noted.after(epoch, number)).orElseGet(() -> StreamPlace.first(epoch, number));
        int written = before.isEmpty()
                ? Sql.update(connection, FIRST, epoch, next.last(), next.shift(), tenant, topic, name)
                : Sql.update(
                        connection,
                        MOVE,
                        epoch,
                        next.last(),
                        next.shift(),
                        tenant,
                        topic,
                        name,
                        before.get().epoch(),
                        before.get().last());
        if (written == 0) {
            throw ProblemException.of(CommonError.CHANGED_MEANWHILE);
        }
        return next.of(number);
    }

    private List<Row> rows() {
        return Sql.list(
                connection,
                FIND,
                row -> new Row(row.getString(1), new StreamPlace(row.getLong(2), row.getLong(3), row.getLong(4))),
                tenant,
                topic,
                name,
                Epochs.TOPIC,
                epochs);
    }

    private record Row(String topic, StreamPlace noted) {}
}
