package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.StatementSource;

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
     * Takes one in.
     *
     * @param bank which bank, empty for the treasury
     * @param digest by which the same statement is known again
     */
    public static Statement takenIn(
            String id, StatementSource source, String bank, LocalDate day, String digest, Lines lines) {
        Statement made = new Statement();
        made.countedOn = day;
        made.id = id;
        made.source = source.name();
        made.bank = bank;
        made.day = day;
        made.digest = digest;
        made.count = lines.lines().size();
        made.fen = lines.lines().stream().mapToLong(Line::fen).sum();
        made.held = lines;
        made.steps = 1;
        return made;
    }

    /** Its day is closed: what it says is looked at on the day on which it has come. */
    public Statement late(LocalDate today) {
        countedOn = today;
        return this;
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
