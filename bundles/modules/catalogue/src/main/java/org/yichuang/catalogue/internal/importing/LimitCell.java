package org.yichuang.catalogue.internal.importing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.DayUnit;
import org.yichuang.kernel.api.time.Limit;

/**
 * Reads and writes limits as guides do: 20, 20工作日, 0天2.0小时, with the unit in the cell or in a column of its own. A
 * licence without a unit has working days, because the law says so for all of them (R1-01); elsewhere the unit must be
 * given.
 */
final class LimitCell {
    private static final Pattern BARE = Pattern.compile("(\\d{1,4})(?:\\.0+)?");
    private static final Pattern WITH_HOURS =
            Pattern.compile("(?:(\\d{1,4})\\s*(天|日|个?工作日))?\\s*(\\d{1,4}(?:\\.\\d+)?)\\s*个?(?:小时|hours?)");

    private final String unit;
    private final boolean licence;
    private final List<Remark> remarks;
    private final Set<DayUnit> said = EnumSet.noneOf(DayUnit.class);
    private boolean used;

    /**
     * @param unit the unit column, which counts for bare numbers
     * @param licence whether the item is a licence
     * @param remarks where assumptions are noted
     */
    LimitCell(String unit, boolean licence, List<Remark> remarks) {
        this.unit = unit;
        this.licence = licence;
        this.remarks = remarks;
    }

    /**
     * Reads a limit; empty for an empty cell.
     *
     * @throws ProblemException when it cannot be read
     */
    Optional<Limit> read(String cell) {
        Optional<Limit> limit = understood(cell);
        limit.map(Limit::unit).ifPresent(said::add);
        return limit;
    }

    private Optional<Limit> understood(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher hours = WITH_HOURS.matcher(text);
        if (hours.matches()) {
            return Optional.of(withHours(hours, text));
        }
        Matcher bare = BARE.matcher(text);
        if (!bare.matches()) {
            return Optional.of(Limit.parse(text));
        }
        int amount = Integer.parseInt(bare.group(1));
        used |= amount == 0; // the same day, whatever days are counted elsewhere
        return Optional.of(amount == 0 ? Limit.working(0) : new Limit(amount, unit(text)));
    }

    /** Notes, once all limits are read, that the unit column said something that none of them says. */
    void finish() {
        boolean isSaid = DayUnit.parse(unit).filter(said::contains).isPresent();
        if (!unit.isEmpty() && !used && !isSaid) {
            note(LocalizedMessage.of(
                    LimitCell.class, said.isEmpty() ? "limit.unit-without-limit" : "limit.unit-not-used", unit));
        }
    }

    /** Writes a limit with its unit so that it is read again; empty for none. */
    static String write(Limit limit) {
        return limit == null ? "" : limit.amount() + (limit.unit() == DayUnit.WORKING ? "个工作日" : "日");
    }

    private Limit withHours(Matcher hours, String text) {
        int days = hours.group(1) == null ? 0 : Integer.parseInt(hours.group(1));
        boolean some = Double.parseDouble(hours.group(3)) > 0;
        if (some) {
            remarks.add(new Remark(
                    days == 0
                            ? LocalizedMessage.of(LimitCell.class, "limit.hours-are-same-day", text)
                            : LocalizedMessage.of(LimitCell.class, "limit.hours-are-a-day", text)));
        }
        if (days == 0) {
            return Limit.working(0);
        }
        boolean working = hours.group(2).contains("工作");
        return new Limit(days + (some ? 1 : 0), working ? DayUnit.WORKING : unit(text));
    }

    private DayUnit unit(String amount) {
        used = true;
        Optional<DayUnit> found = Arrays.stream(unit.split("[/、,，;；]"))
                .map(DayUnit::parse)
                .flatMap(Optional::stream)
                .findFirst();
        if (unit.isEmpty() && licence) {
            note(LocalizedMessage.of(LimitCell.class, "limit.licence-has-working-days"));
            return DayUnit.WORKING;
        }
        if (found.isEmpty()) {
            // The sentence of Limit itself says what is needed
            return Limit.parse(amount + unit).unit();
        }
        if (DayUnit.parse(unit).isEmpty()) {
            note(
                    found.get() == DayUnit.WORKING
                            ? LocalizedMessage.of(LimitCell.class, "limit.unit-taken-as-working-days", unit)
                            : LocalizedMessage.of(LimitCell.class, "limit.unit-taken-as-calendar-days", unit));
        }
        return found.get();
    }

    private void note(LocalizedMessage message) {
        Remark remark = new Remark(message);
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }
}
