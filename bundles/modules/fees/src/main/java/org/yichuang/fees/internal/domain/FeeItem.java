package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.BasisRank;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.FeeItemState;
import org.yichuang.fees.api.FeeKind;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.fee.PayerKind;

/** A version of a fee item (收费项目): its code is fixed for ever, and what was published is never changed. */
@Entity(name = "FeeItem")
@Table(name = "FEES_ITEM")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class FeeItem extends Chained {
    @Column(name = "CODE")
    private String code;

    @Column(name = "VERSION")
    private int version;

    @Column(name = "NAME")
    private String name;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "EXECUTING_UNIT")
    private String unit;

    @Column(name = "BASIS_RANK")
    private String rank;

    @Column(name = "STATE")
    private String state;

    @Column(name = "VALID_FROM")
    private LocalDate validFrom;

    @Column(name = "VALID_TO")
    private LocalDate validTo;

    @Column(name = "REVIEW_BY")
    private LocalDate reviewBy;

    @Column(name = "AUTHOR")
    private String author;

    @Column(name = "PUBLISHER")
    private String publisher;

    @Column(name = "CONTENT")
    private String content;

    @Transient
    private FeeItemContent held;

    protected FeeItem() {} // for JPA

    /**
     * What is fixed of a version besides its standard.
     *
     * @param unit 执收单位
     * @param to the last day, null where it is not known
     * @param reviewBy 清理期限: after that day it may not be charged
     */
    public record Frame(
            String code,
            String name,
            FeeKind kind,
            String unit,
            BasisRank rank,
            LocalDate from,
            LocalDate to,
            LocalDate reviewBy) {}

    /**
     * Drafts a version.
     *
     * @param version counts from 1 within the code
     */
    public static FeeItem drafted(Frame frame, int version, FeeItemContent content, Now now) {
        FeeItem made = new FeeItem();
        made.id = idOf(frame.code(), version);
        made.code = frame.code();
        made.version = version;
        made.name = frame.name();
        made.kind = frame.kind().name();
        made.unit = frame.unit();
        made.rank = frame.rank().name();
        made.state = FeeItemState.DRAFT.name();
        made.validFrom = frame.from();
        made.validTo = frame.to();
        made.reviewBy = frame.reviewBy();
        made.author = now.account();
        made.publisher = "";
        made.held = content;
        made.note("draft", now);
        return made;
    }

    /** The id of a version: in the order of code and version. */
    public static String idOf(String code, int version) {
        return String.format("%s.%04d", code, version);
    }

    /**
     * Lets demands rest on it.
     *
     * @throws ProblemException {@code fee-not-drafted}, {@code fee-own-draft}
     */
    public void published(Now now) {
        if (state() != FeeItemState.DRAFT) {
            throw ProblemException.of(FeeError.FEE_NOT_DRAFTED, code);
        }
        if (author.equals(now.account())) {
            throw ProblemException.of(FeeError.FEE_OWN_DRAFT);
        }
        state = FeeItemState.PUBLISHED.name();
        publisher = now.account();
        note("publish", now);
    }

    private void note(String step, Now now) {
        List<Note> notes = new ArrayList<>(held.notes());
        notes.add(Note.of(step, "", false, now));
        held = held.noted(notes);
        steps++;
    }

    /**
     * Refuses where it may not be charged on a day (R7-03, 定期清理).
     *
     * @throws ProblemException {@code fee-expired}, {@code fee-unreviewed}
     */
    public void requireValid(LocalDate day) {
        if (state() != FeeItemState.PUBLISHED || !isWithin(day)) {
            throw ProblemException.of(FeeError.FEE_EXPIRED, code, day);
        }
        if (day.isAfter(reviewBy)) {
            throw ProblemException.of(FeeError.FEE_UNREVIEWED, code, reviewBy);
        }
    }

    /** Whether it may be charged on a day: it holds, and its review is not overdue. */
    public boolean isCharged(LocalDate day) {
        return isWithin(day) && !day.isAfter(reviewBy);
    }

    private boolean isWithin(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /**
     * Refuses where what it rests on is not enough: for licences a law or an administrative regulation (R1-36), of
     * enterprises what the State Council has approved as well (R7-02).
     *
     * @throws ProblemException {@code fee-no-basis}
     */
    public void requireBasis(boolean isLicence, PayerKind payer) {
        boolean isEnough =
                switch (rank()) {
                    case LAW, ADMIN_REGULATION -> true;
                    case STATE_COUNCIL -> !isLicence;
                    case LOWER -> !isLicence && payer == PayerKind.PERSON;
                };
        if (!isEnough) {
            throw ProblemException.of(FeeError.FEE_NO_BASIS);
        }
    }

    public String code() {
        return code;
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    public FeeKind kind() {
        return FeeKind.valueOf(kind);
    }

    /** 执收单位. */
    public String unit() {
        return unit;
    }

    public BasisRank rank() {
        return BasisRank.valueOf(rank);
    }

    public FeeItemState state() {
        return FeeItemState.valueOf(state);
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The last day, null where it is not known. */
    public LocalDate validTo() {
        return validTo;
    }

    public LocalDate reviewBy() {
        return reviewBy;
    }

    public String author() {
        return author;
    }

    public String publisher() {
        return publisher;
    }

    public FeeItemContent held() {
        return held;
    }

    /** What it says, as the database keeps it. */
    public String content() {
        return content;
    }

    /** It has been read. */
    public void read(FeeItemContent kept) {
        held = kept;
    }

    /** It is to be kept so. */
    public void written(String json) {
        content = json;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.FeeItemChanged(code, version, rank(), validFrom, validTo, reviewBy);
    }
}
