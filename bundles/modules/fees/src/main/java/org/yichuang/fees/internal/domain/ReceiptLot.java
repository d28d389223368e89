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
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.StockState;
import org.yichuang.fees.api.StockStep;
import org.yichuang.fees.internal.domain.LotContent.Move;
import org.yichuang.fees.internal.domain.LotContent.Range;
import org.yichuang.fees.internal.domain.LotContent.Used;
import org.yichuang.kernel.api.ProblemException;

/** Paper receipts of a unit that were bought together (票据登记簿), and where each of their numbers is. */
@Entity(name = "ReceiptLot")
@Table(name = "FEES_LOT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class ReceiptLot extends Chained {
    private static final int MOST_RANGES = 1000;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "UNIT")
    private String unit;

    @Column(name = "FIRST_NUMBER")
    private long first;

    @Column(name = "LAST_NUMBER")
    private long last;

    @Column(name = "DIGITS")
    private int digits;

    @Column(name = "IN_HAND")
    private long inHand;

    @Column(name = "MISSING")
    private long missing;

    @Column(name = "CLOSED_ON")
    private LocalDate closedOn;

    @Column(name = "CONTENT")
    private String content;

    @Transient
    private LotContent held;

    protected ReceiptLot() {} // for JPA

    /**
     * What is bought.
     *
     * @param kind what they are called
     * @param unit 执收单位
     * @param digits with how many digits their numbers are printed
     */
    public record Bought(String kind, String unit, long first, long last, int digits) {}

    /** They come from finance. */
    public static ReceiptLot bought(String id, Bought what, String words, Now now) {
        ReceiptLot made = new ReceiptLot();
        made.id = id;
        made.kind = what.kind();
        made.unit = what.unit();
        made.first = what.first();
        made.last = what.last();
        made.digits = what.digits();
        made.held =
                new LotContent(List.of(new Range(what.first(), what.last(), StockState.BLANK, "")), List.of(), null);
        made.done(StockStep.BUY, new Step(what.first(), what.last(), "", 0, now.today(), words), now);
        return made;
    }

    /**
     * What is done with some of them.
     *
     * @param holder to whom they go
     * @param fen what was received for them
     */
    public record Step(long first, long last, String holder, long fen, LocalDate day, String words) {}

    /**
     * Takes numbers to another place.
     *
     * @throws ProblemException {@code stock-closed}, {@code stock-numbers}, {@code stock-state}
     */
    public void moved(StockStep step, Step what, Now now) {
        requireOpen();
        if (what.first() > what.last() || what.first() < first || what.last() > last) {
            throw ProblemException.of(FeeError.STOCK_NUMBERS, printed(first), printed(last));
        }
        List<Range> ranges = new ArrayList<>();
        for (Range each : held.ranges()) {
            if (each.last() < what.first() || each.first() > what.last()) {
                ranges.add(each);
            } else {
                split(each, step, what, ranges);
            }
        }
        if (ranges.size() > MOST_RANGES) {
            throw ProblemException.of(FeeError.HISTORY_FULL, MOST_RANGES);
        }
        held = new LotContent(joined(ranges), held.moves(), held.before());
        done(step, what, now);
    }

    private void split(Range range, StockStep step, Step what, List<Range> into) {
        if (!step.from().contains(range.state())) {
            throw ProblemException.of(
                    FeeError.STOCK_STATE,
                    printed(Math.max(range.first(), what.first())),
                    range.state().label(),
                    step.label());
        }
        if (range.first() < what.first()) {
            into.add(new Range(range.first(), what.first() - 1, range.state(), range.holder()));
        }
        String holder = step == StockStep.ISSUE ? what.holder() : range.holder();
        long from = Math.max(range.first(), what.first());
        long to = Math.min(range.last(), what.last());
        into.add(new Range(from, to, step.to(), holder));
        if (range.last() > what.last()) {
            into.add(new Range(what.last() + 1, range.last(), range.state(), range.holder()));
        }
    }

    private static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        for (Range each : ranges) {
            Range before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null
                    && before.state() == each.state()
                    && before.holder().equals(each.holder())) {
                joined.set(joined.size() - 1, new Range(before.first(), each.last(), each.state(), each.holder()));
            } else {
                joined.add(each);
            }
        }
        return joined;
    }

    /**
     * Somebody who has neither kept nor given them out has counted what is in hand.
     *
     * @throws ProblemException {@code stock-closed}, {@code stock-self}
     */
    public void counted(long found, String words, Now now) {
        requireOpen();
        boolean isKeeper = held.moves().stream()
                .anyMatch(
                        each -> each.step() != StockStep.COUNT && each.account().equals(now.account()));
        if (isKeeper || held.before().keepers().contains(now.account())) {
            throw ProblemException.of(FeeError.STOCK_SELF);
        }
        missing = inHand - found;
        String what = found + " / " + inHand + (words.isEmpty() ? "" : " " + words);
        done(StockStep.COUNT, new Step(0, 0, "", 0, now.today(), what), now);
    }

    /**
     * Nothing is in hand any more, and the book is put away.
     *
     * @throws ProblemException {@code stock-closed}, {@code stock-open}
     */
    public void closed(Now now) {
        requireOpen();
        if (inHand > 0) {
            throw ProblemException.of(FeeError.STOCK_OPEN, inHand);
        }
        closedOn = now.today();
        missing = 0;
        done(StockStep.CLOSE, new Step(0, 0, "", 0, now.today(), ""), now);
    }

    private void requireOpen() {
        if (closedOn != null) {
            throw ProblemException.of(FeeError.STOCK_CLOSED, id);
        }
    }

    private void done(StockStep step, Step what, Now now) {
        held = held.with(new Move(
                now.context().at(),
                what.day(),
                step,
                what.first(),
                what.last(),
                what.holder(),
                what.fen(),
                what.words(),
                now.account(),
                now.context().actor().name()));
        inHand = held.ranges().stream()
                .filter(each -> each.state() == StockState.BLANK || each.state() == StockState.ISSUED)
                .mapToLong(Range::size)
                .sum();
        steps++;
    }

    /** What was used: each time, and of long ago day by day. */
    public List<Used> used() {
        List<Used> used = new ArrayList<>(held.before().used());
        held.moves().stream()
                .filter(move -> move.step() == StockStep.USE)
                .map(Used::of)
                .forEach(used::add);
        return used;
    }

    /** A number as it is printed. */
    public String printed(long number) {
        return String.format("%0" + digits + "d", number);
    }

    /** How many of them are in some place. */
    public long count(StockState state) {
        return held.ranges().stream()
                .filter(each -> each.state() == state)
                .mapToLong(Range::size)
                .sum();
    }

    public LotContent held() {
        return held;
    }

    /** The content has been read. */
    public void opened(LotContent read) {
        held = read;
    }

    /** The content as the database has it. */
    public String content() {
        return content;
    }

    /** The content is written anew. */
    public void written(String text) {
        content = text;
    }

    public String kind() {
        return kind;
    }

    public String unit() {
        return unit;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    /** How many are in stock or in somebody's hands. */
    public long inHand() {
        return inHand;
    }

    /** How many of these were missing when they were counted last; less than nothing where there were more. */
    public long missing() {
        return missing;
    }

    /** When it was put away, null before. */
    public LocalDate closedOn() {
        return closedOn;
    }

    /** What is told of a step. */
    public FeeEvent changed(StockStep step) {
        return new FeeEvent.ReceiptsMoved(step, unit, kind, inHand, missing);
    }
}
