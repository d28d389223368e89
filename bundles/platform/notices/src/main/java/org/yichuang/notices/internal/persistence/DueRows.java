package org.yichuang.notices.internal.persistence;

import static org.yichuang.notices.internal.persistence.Statements.list;
import static org.yichuang.notices.internal.persistence.Statements.texts;
import static org.yichuang.notices.internal.persistence.Statements.update;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;

/** What is still to be handed over to a provider, and by whom it is being handed over. */
public class DueRows {
    private static final int LONGEST_ERROR = 60;
    private static final String ADD =
            """
            INSERT INTO NOTICES_DUE (TENANT, NOTICE, CHANNEL, DUE_MICROS, SINCE_MICROS, ATTEMPTS)
            VALUES (?,?,?,?,?,0)""";
    private static final String FIND =
            "SELECT DUE_MICROS, ATTEMPTS, CLAIM FROM NOTICES_DUE WHERE TENANT=? AND NOTICE=?";
    private static final String CLAIM =
            "UPDATE NOTICES_DUE SET CLAIM=?, DUE_MICROS=?, ATTEMPTS=ATTEMPTS+1 WHERE TENANT=? AND NOTICE=?";
    private static final String POSTPONE =
            "UPDATE NOTICES_DUE SET CLAIM=NULL, DUE_MICROS=?, LAST_ERROR=? WHERE TENANT=? AND NOTICE=?";
    private static final String FAILED =
            """
            UPDATE NOTICES_DUE SET DUE_MICROS=?, ATTEMPTS=ATTEMPTS+1, LAST_ERROR=?
            WHERE TENANT=? AND NOTICE=? AND CLAIM IS NULL AND DUE_MICROS<=?""";
    private static final String REMOVE = "DELETE FROM NOTICES_DUE WHERE TENANT=? AND NOTICE=?";
    private static final String DUE =
            """
            SELECT NOTICE FROM NOTICES_DUE WHERE TENANT=? AND CHANNEL=? AND DUE_MICROS<=?
            ORDER BY DUE_MICROS FETCH FIRST ? ROWS ONLY""";
    private static final String CLAIMED =
            "SELECT NOTICE FROM NOTICES_DUE WHERE TENANT=? AND CLAIM IS NOT NULL FETCH FIRST ? ROWS ONLY";
    private static final String TENANTS_WITH_DUE =
            """
            SELECT TENANT, MIN(DUE_MICROS) AS FIRST_DUE FROM NOTICES_DUE WHERE CHANNEL=? AND DUE_MICROS<=?
            GROUP BY TENANT ORDER BY FIRST_DUE""";
    private static final String LATE =
            """
            SELECT TENANT || '/' || NOTICE FROM NOTICES_DUE WHERE SINCE_MICROS<=? AND ATTEMPTS>0
            ORDER BY SINCE_MICROS FETCH FIRST ? ROWS ONLY""";
    private static final String WAITING = "SELECT NOTICE FROM NOTICES_DUE FETCH FIRST ? ROWS ONLY";
    private static final String UNDECIDED =
            """
            SELECT TENANT || '/' || NOTICE FROM NOTICES_NOTICE WHERE STATE=?
            ORDER BY TENANT, NOTICE FETCH FIRST ? ROWS ONLY""";
    private static final int MOST_CLAIMED = 1_000;

    private final Clock machineClock;

    /** @param machineClock when something is handed over must not depend on a rehearsal's moved time */
    public DueRows(Clock machineClock) {
        this.machineClock = machineClock;
    }

    /**
     * What is to be handed over.
     *
     * @param isNow whether its time has come
     * @param attempts how often it has been tried
     * @param claim of whoever hands it over; empty when nobody does
     */
    public record Due(boolean isNow, int attempts, String claim) {}

    /** From now on. */
    public void add(String id, Channel channel, UnitOfWork unit) {
        long now = micros(machineClock.instant());
        update(unit, ADD, tenant(unit), id, channel.name(), now, now);
    }

    /** Whether and when a message is to be handed over; its notice is held, so that it stays so. */
    public Optional<Due> find(String id, UnitOfWork unit) {
        long now = micros(machineClock.instant());
        return list(
                        unit,
                        row -> new Due(
                                row.getLong(1) <= now, row.getInt(2), row.getString(3) == null ? "" : row.getString(3)),
                        FIND,
                        tenant(unit),
                        id)
                .stream()
                .findFirst();
    }

    /**
     * Somebody begins to hand a message over.
     *
     * @param lapse after which nobody knows what became of it
     */
    public void claim(String id, String claim, Duration lapse, UnitOfWork unit) {
        update(unit, CLAIM, claim, micros(machineClock.instant().plus(lapse)), tenant(unit), id);
    }

    /** It is tried again later. */
    public void postpone(String id, Duration rest, String error, UnitOfWork unit) {
        update(
                unit,
                POSTPONE,
                micros(machineClock.instant().plus(rest)),
                TextRules.first(error, LONGEST_ERROR),
                tenant(unit),
                id);
    }

    /**
     * It could not even be claimed, and is tried again later, unless somebody else has claimed it meanwhile: nobody
     * takes a claim away.
     */
    public void failed(String id, Duration rest, String error, UnitOfWork unit) {
        Instant now = machineClock.instant();
        update(
                unit,
                FAILED,
                micros(now.plus(rest)),
                TextRules.first(error, LONGEST_ERROR),
                tenant(unit),
                id,
                micros(now));
    }

    /** Nothing is to be handed over any more. */
    public void remove(String id, UnitOfWork unit) {
        update(unit, REMOVE, tenant(unit), id);
    }

    /** What is to be handed over now, the longest due first. */
    public List<String> due(Channel channel, int most, UnitOfWork unit) {
        return texts(unit, DUE, tenant(unit), channel.name(), micros(machineClock.instant()), most);
    }

    /** What is being handed over now. */
    public Set<String> claimed(UnitOfWork unit) {
        return new HashSet<>(texts(unit, CLAIMED, tenant(unit), MOST_CLAIMED));
    }

    /** Which tenants have something to be handed over now, the longest due first; the unit sees all of them. */
    public List<String> tenantsWithDue(Channel channel, UnitOfWork unit) {
        return texts(unit, TENANTS_WITH_DUE, channel.name(), micros(machineClock.instant()));
    }

    /** What has been tried in vain for a while, as {@code tenant/notice}; the unit sees all tenants. */
    public List<String> late(Duration age, int most, UnitOfWork unit) {
        return texts(unit, LATE, micros(machineClock.instant().minus(age)), most);
    }

    /** How much waits, as far as it is counted; the unit sees all tenants. */
    public int waiting(int most, UnitOfWork unit) {
        return texts(unit, WAITING, most).size();
    }

    /** Messages of a state, as {@code tenant/notice}; the unit sees all tenants. */
    public List<String> ofState(State state, int most, UnitOfWork unit) {
        return texts(unit, UNDECIDED, state.name(), most);
    }

    private static String tenant(UnitOfWork unit) {
        return unit.context().tenant().value();
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
