package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.FeeEvent;

/** A sign that a fee has gone round the counter; a person finds out what it was. */
@Entity(name = "FeeBypass")
@Table(name = "FEES_BYPASS")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Bypass extends Chained {
    @Column(name = "KIND")
    private String kind;

    @Column(name = "FOUND_ON")
    private LocalDate foundOn;

    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Column(name = "CODE")
    private String code;

    @Column(name = "PLACE")
    private String place;

    @Column(name = "FEN")
    private long fen;

    @Column(name = "WORDS")
    private String words;

    @Column(name = "CLOSED_ON")
    private LocalDate closedOn;

    @Column(name = "CLOSED_BY")
    private String closedBy;

    @Column(name = "FINDING")
    private String finding;

    protected Bypass() {} // for JPA

    /**
     * What there is to be seen.
     *
     * @param about what it is found by again: there is one sign of a kind about a thing
     * @param caseNumber empty where no case is known
     * @param code of payment, empty where none is known
     * @param place branch or unit where it was paid, empty where that is not known
     * @param fen 0 where it is not known
     * @param words what was said
     */
    public record Sign(
            BypassKind kind, String about, String caseNumber, String code, String place, long fen, String words) {
        /** The same whenever it is found again. */
        public String id() {
            return idOf(kind, about);
        }
    }

    /** What the sign of a kind about a thing is found by. */
    public static String idOf(BypassKind kind, String about) {
        return kind.word() + "." + about;
    }

    /** Writes a sign down. */
    public static Bypass found(Sign sign, LocalDate on) {
        Bypass made = new Bypass();
        made.id = sign.id();
        made.kind = sign.kind().name();
        made.foundOn = on;
        made.caseNumber = sign.caseNumber();
        made.code = sign.code();
        made.place = sign.place();
        made.fen = sign.fen();
        made.words = sign.words();
        made.closedBy = "";
        made.finding = "";
        made.steps = 1;
        return made;
    }

    /** What it was found by has turned out to be otherwise. */
    public void corrected(Sign sign) {
        caseNumber = sign.caseNumber();
        words = sign.words();
        steps++;
    }

    /** Somebody says what it was. */
    public void closed(String what, Now now) {
        closedOn = now.today();
        closedBy = now.account();
        finding = what;
        steps++;
    }

    public boolean isOpen() {
        return closedOn == null;
    }

    public BypassKind kind() {
        return BypassKind.valueOf(kind);
    }

    public LocalDate foundOn() {
        return foundOn;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String code() {
        return code;
    }

    public String place() {
        return place;
    }

    public long fen() {
        return fen;
    }

    public String words() {
        return words;
    }

    /** When somebody has said what it was, null before. */
    public LocalDate closedOn() {
        return closedOn;
    }

    public String closedBy() {
        return closedBy;
    }

    public String finding() {
        return finding;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.BypassChanged(kind(), caseNumber, code, fen, !isOpen());
    }
}
