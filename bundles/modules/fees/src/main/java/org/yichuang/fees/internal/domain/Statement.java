package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.api.StatementState;
import org.yichuang.kernel.api.ProblemException;

/** What bank or treasury says that it has got on a day. */
@Entity(name = "FeeStatement")
@Table(name = "FEES_STATEMENT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Statement extends Chained {
    @Column(name = "SOURCE")
    private String source;

    @Column(name = "BANK")
    private String bank;

    @Column(name = "STATED_DAY")
    private LocalDate day;

    @Column(name = "COUNTED_ON")
    private LocalDate countedOn;

    @Column(name = "DIGEST")
    private String digest;

    @Column(name = "LINE_COUNT")
    private int count;

    @Column(name = "FEN")
    private long fen;

    @Column(name = "CONTENT")
    private String content;

    @Column(name = "STATE")
    private String state;

    @Column(name = "BROUGHT_BY")
    private String broughtBy;

    @Column(name = "DECIDED_BY")
    private String decidedBy;

    @Column(name = "FILE_DIGEST")
    private String fileDigest;

    @Column(name = "REASON")
    private String reason;

    @Transient
    private Lines held;

    protected Statement() {} // for JPA

    /**
     * A line.
     *
     * @param serial the bank's own name for the payment, empty where it is not told
     */
    public record Line(String serial, String code, long fen) {
        public Line {
            serial = serial == null ? "" : serial;
        }
    }

    /** The lines. */
    public record Lines(List<Line> lines) {
        public Lines {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    /**
     * What somebody is about to say; it counts for nothing yet.
     *
     * @param bank which bank, empty for the treasury
     * @param digest by which the same statement is known again
     */
    public static Statement takenIn(
            String id, StatementSource source, String bank, LocalDate day, String digest, Lines lines) {
        Statement made = new Statement();
        made.countedOn = day;
        made.state = StatementState.REFUSED.name();
        made.broughtBy = "";
        made.decidedBy = "";
        made.fileDigest = "";
        made.reason = "";
        made.id = id;
        made.source = source.name();
        made.bank = bank;
        made.day = day;
        made.digest = digest;
        made.count = lines.lines().size();
        made.fen = lines.lines().stream().mapToLong(Line::fen).sum();
        made.held = lines;
        return made;
    }

    /**
     * Somebody says it, for the first time or once more. What has come in a file of a form that two people have
     * registered counts, if it has lines; anything else waits for another person.
     *
     * @param file digest of the file, empty where somebody has typed it
     * @return whether that changes anything
     */
    public boolean isSaid(String file, String by) {
        boolean isProven = !file.isEmpty() && count > 0;
        StatementState next = isProven ? StatementState.COUNTED : StatementState.WAITING;
        boolean isNews = state() == StatementState.REFUSED || isProven && state() == StatementState.WAITING;
        if (isNews) {
            state = next.name();
            broughtBy = by;
            decidedBy = "";
            fileDigest = file;
            reason = "";
            steps++;
        }
        return isNews;
    }

    /**
     * Another person confirms what somebody has typed: it counts.
     *
     * @throws ProblemException {@code statement-state}, {@code statement-self}
     */
    public void confirmed(Now now) {
        decide(StatementState.COUNTED, "", now);
    }

    /**
     * Another person refuses it: it counts for nothing.
     *
     * @throws ProblemException {@code statement-state}, {@code statement-self}
     */
    public void refused(String words, Now now) {
        decide(StatementState.REFUSED, words, now);
    }

    private void decide(StatementState next, String words, Now now) {
        if (state() != StatementState.WAITING) {
            throw ProblemException.of(FeeError.STATEMENT_STATE, state().label());
        }
        if (broughtBy.equals(now.account())) {
            throw ProblemException.of(FeeError.STATEMENT_SELF);
        }
        state = next.name();
        decidedBy = now.account();
        reason = words;
        steps++;
    }

    /** Its day is closed: what it says is looked at on the day on which it has come. */
    public Statement late(LocalDate today) {
        countedOn = today;
        return this;
    }

    public StatementState state() {
        return StatementState.valueOf(state);
    }

    /** Who has taken it in. */
    public String broughtBy() {
        return broughtBy;
    }

    /** Who has confirmed or refused it, empty before, and for files. */
    public String decidedBy() {
        return decidedBy;
    }

    /** SHA-256 of the file in which it has come, empty where somebody has typed it. */
    public String fileDigest() {
        return fileDigest;
    }

    /** Why it was refused, empty otherwise. */
    public String reason() {
        return reason;
    }

    public StatementSource source() {
        return StatementSource.valueOf(source);
    }

    public String bank() {
        return bank;
    }

    public LocalDate day() {
        return day;
    }

    /** On which day its lines are looked at. */
    public LocalDate countedOn() {
        return countedOn;
    }

    public int count() {
        return count;
    }

    public long fen() {
        return fen;
    }

    public Lines held() {
        return held;
    }

    /** The lines, as the database keeps them. */
    public String content() {
        return content;
    }

    /** They have been read. */
    public void read(Lines kept) {
        held = kept;
    }

    /** They are to be kept so. */
    public void written(String json) {
        content = json;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.StatementTakenIn(source(), day, count, fen);
    }
}
