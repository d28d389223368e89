package org.yichuang.notices.internal.persistence;

import static org.yichuang.notices.internal.persistence.Statements.texts;
import static org.yichuang.notices.internal.persistence.Statements.update;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.yichuang.identity.keys.EncryptedTable;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.notices.api.NoticeError;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.domain.Notice;

/** Messages in the database, and which of them nobody has opened. */
public class NoticeRows {
    /** The kind of aggregate. */
    public static final String TYPE = "notice";

    /** Where what they say is encrypted. */
    public static final EncryptedTable TABLE = new EncryptedTable("NOTICES_NOTICE", "NOTICE");

    /** Behind every id, in whatever order a database puts letters and digits. */
    private static final String LAST = "Z".repeat(23);

    /** Ids grow with time: where the first ones are not old, none is. */
    private static final String FIRST =
            """
            SELECT NOTICE, ASKED_MICROS FROM NOTICES_NOTICE N WHERE TENANT=?
            AND NOT EXISTS (SELECT 1 FROM NOTICES_DUE D
              WHERE D.TENANT=N.TENANT AND D.NOTICE=N.NOTICE AND D.CLAIM IS NOT NULL)
            ORDER BY NOTICE FETCH FIRST ? ROWS ONLY""";

    private static final String ADD_UNREAD = "INSERT INTO NOTICES_UNREAD (TENANT, RECIPIENT, NOTICE) VALUES (?,?,?)";
    private static final String READ = "DELETE FROM NOTICES_UNREAD WHERE TENANT=? AND RECIPIENT=? AND NOTICE=?";
    private static final String UNREAD =
            "SELECT NOTICE FROM NOTICES_UNREAD WHERE TENANT=? AND RECIPIENT=? FETCH FIRST ? ROWS ONLY";
    private static final String UNREAD_FROM =
            "SELECT NOTICE FROM NOTICES_UNREAD WHERE TENANT=? AND RECIPIENT=? AND NOTICE>=? AND NOTICE<=?";

    private static final String OF_STATE =
            "SELECT NOTICE FROM NOTICES_NOTICE WHERE STATE=? AND TENANT=? FETCH FIRST ? ROWS ONLY";

    private final EntityManagerFactory entities;

    public NoticeRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** Adds a message, with its entry. */
    public void add(Notice notice, UnitOfWork unit) {
        unit.entities(entities).persist(notice);
        record(unit, notice, "ask", Map.of("channel", notice.channel().name(), "about", notice.about()));
        if (notice.channel() == Channel.INBOX) {
            update(unit, ADD_UNREAD, tenant(unit), notice.recipient(), notice.id());
        }
    }

    /**
     * A message, held until the transaction ends.
     *
     * @throws ProblemException {@code notice-unknown}
     */
    public Notice held(String id, UnitOfWork unit) {
        return heldIfThere(id, unit).orElseThrow(() -> ProblemException.of(NoticeError.NOTICE_UNKNOWN));
    }

    /** The same; nothing when it is not there any more. */
    public Optional<Notice> heldIfThere(String id, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(Notice.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Messages that were asked for before a moment and that nobody is handing over, the oldest first. */
    public List<String> before(Instant asked, int most, UnitOfWork unit) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, asked);
        return Statements.list(unit, row -> row.getLong(2) < micros ? row.getString(1) : "", FIRST, tenant(unit), most)
                .stream()
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** Removes a message; whoever removes it writes the entry. */
    public void remove(Notice notice, UnitOfWork unit) {
        opened(notice, unit);
        unit.entities(entities).remove(notice);
    }

    /** A message. */
    public Optional<Notice> find(String id, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(Notice.class, id));
    }

    /** The messages about a thing, in the order in which they were asked for. */
    public List<Notice> about(String about, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery("select n from Notice n where n.about = :about order by n.id", Notice.class)
                .setParameter("about", about)
                .setMaxResults(PageRequest.MAXIMUM)
                .getResultList();
    }

    /** The messages of an inbox, the newest first, one more than the page has. */
    public List<Notice> inbox(String account, PageRequest page, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(
                        "select n from Notice n where n.recipient = :account and n.channel = :channel"
                                + " and n.id < :before order by n.id desc",
                        Notice.class)
                .setParameter("account", account)
                .setParameter("channel", Channel.INBOX.name())
                .setParameter("before", page.cursor().orElse(LAST))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** The messages of a state, the newest first, one more than the page has. */
    public List<Notice> of(State state, PageRequest page, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(
                        "select n from Notice n where n.state = :state and n.id < :before order by n.id desc",
                        Notice.class)
                .setParameter("state", state.name())
                .setParameter("before", page.cursor().orElse(LAST))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** How many messages there are of a state, as far as they are counted. */
    public int count(State state, int most, UnitOfWork unit) {
        return texts(unit, OF_STATE, state.name(), tenant(unit), most).size();
    }

    /** Writes a message's entry; what changes it afterwards is a break of its chain. */
    public void record(UnitOfWork unit, Notice notice, String action, Map<String, String> details) {
        EntityManager rows = unit.entities(entities);
        AuditEntry entry = new AuditEntry(
                TYPE, notice.id(), action, RowDigests.loaded(rows, notice), RowDigests.written(rows, notice), details);
        notice.head(unit.record(entry, notice.head()));
    }

    /** Somebody opens a message. */
    public boolean opened(Notice notice, UnitOfWork unit) {
        return update(unit, READ, tenant(unit), notice.recipient(), notice.id()) > 0;
    }

    /** How many messages an account has not opened, as far as they are counted. */
    public int unread(String account, int most, UnitOfWork unit) {
        return texts(unit, UNREAD, tenant(unit), account, most).size();
    }

    /** Which of a page of messages, the newest first, their account has not opened. */
    public Set<String> unreadOf(List<Notice> page, UnitOfWork unit) {
        if (page.isEmpty()) {
            return Set.of();
        }
        Notice newest = page.get(0);
        String oldest = page.get(page.size() - 1).id();
        return new HashSet<>(texts(unit, UNREAD_FROM, tenant(unit), newest.recipient(), oldest, newest.id()));
    }

    private static String tenant(UnitOfWork unit) {
        return unit.context().tenant().value();
    }
}
