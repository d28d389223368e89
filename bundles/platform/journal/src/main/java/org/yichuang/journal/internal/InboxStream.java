package org.yichuang.journal.internal;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.JournalError;
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
        Optional<Noted> before = Optional.empty();
        for (Row row : rows()) {
            if (row.topic().equals(topic)) {
                before = Optional.of(row.noted());
            } else if (epoch < row.noted().epoch()) {
                throw ProblemException.of(JournalError.EPOCH_OVER);
            }
        }
        Noted next = before.map(noted -> noted.after(epoch, number)).orElseGet(() -> new Noted(epoch, number, 0));
        long place = number + next.shift();
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
        return place;
    }

    private List<Row> rows() {
        return Sql.list(
                connection,
                FIND,
                row -> new Row(row.getString(1), new Noted(row.getLong(2), row.getLong(3), row.getLong(4))),
                tenant,
                topic,
                name,
                Epochs.TOPIC,
                epochs);
    }

    private record Row(String topic, Noted noted) {}

    /**
     * How far it has come.
     *
     * @param epoch that of the sender
     * @param last the last place
     * @param shift by how much the sender's numbers of this epoch stand behind their places
     */
    record Noted(long epoch, long last, long shift) {
        /** With a message that has come. */
        Noted after(long itsEpoch, long number) {
            if (itsEpoch < epoch) {
                throw ProblemException.of(JournalError.EPOCH_OVER);
            }
            boolean isCountedAnew = itsEpoch > epoch && number + shift <= last;
            long behind = isCountedAnew ? last + 1 - number : shift;
            return new Noted(itsEpoch, Math.max(last, number + behind), behind);
        }
    }
}
