package org.yichuang.tenancy.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Calendars.Imported;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** The holiday notices as the rows say, in memory. */
public class CalendarStore {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarStore.class);
    private static final int LARGEST = 1024 * 1024;
    private static final int LONGEST_ROW = 32_000;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, CalendarNotice> notices = new TreeMap<>();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final Map<String, WorkingCalendar> tables = new ConcurrentHashMap<>();
    private volatile boolean onlyNational = true;

    /**
     * Takes over notices of rows; one that cannot be read is left out.
     *
     * @param isWhole whether the rows are all there is, and what was known before is to be forgotten
     * @return whether there may be something new
     */
    synchronized boolean take(List<String> rows, boolean isWhole) {
        if (isWhole) {
            notices.clear();
        }
        for (String row : rows) {
            try {
                CalendarNotice notice = CalendarNotice.read(json.readTree(row));
                notices.put(notice.fileName(), notice);
            } catch (ProblemException | JacksonException e) {
                LOG.warn("A holiday notice in the database cannot be read and is left out", e);
            }
        }
        onlyNational = notices.values().stream().allMatch(kept -> kept.region().equals(CalendarTable.NATIONAL));
        tables.clear();
        return isWhole || !rows.isEmpty();
    }

    /** Tells whether a notice is in force as it is. */
    synchronized boolean holds(CalendarNotice notice) {
        return notice.equals(notices.get(notice.fileName()));
    }

    /** The notice in force of a file's region and year. */
    synchronized Optional<CalendarNotice> find(String fileName) {
        return Optional.ofNullable(notices.get(fileName));
    }

    /** The files that were not taken. */
    List<Refusal> refusals() {
        return List.copyOf(refusals.values());
    }

    /** Notes that a file is not taken, and says so once. */
    void refuse(Refusal refusal) {
        if (!refusal.equals(refusals.put(refusal.source(), refusal))) {
            LOG.warn(LocalizedMessage.of(
                            CalendarStore.class,
                            "calendar-file.refused",
                            refusal.source(),
                            refusal.key(),
                            refusal.message())
                    .forLog());
        }
    }

    /** Notes that nothing is wrong with a file any more. */
    void forget(String source) {
        refusals.remove(source);
    }

    synchronized List<Imported> loaded() {
        return notices.values().stream().map(CalendarNotice::summary).toList();
    }

    /** The calendar of a division. */
    public WorkingCalendar of(DivisionCode division) {
        // Thousands of centres share one table as long as no region has days of its own
        String region = onlyNational ? CalendarTable.NATIONAL : division.value();
        WorkingCalendar known = tables.get(region);
        return known != null ? known : build(region);
    }

    private synchronized WorkingCalendar build(String region) {
        List<CalendarDay> days = notices.values().stream()
                .flatMap(notice -> notice.days().stream())
                .toList();
        return tables.computeIfAbsent(region, code -> CalendarTable.of(days, code));
    }

    /** Reads a notice. @throws ProblemException {@code calendar-invalid} */
    CalendarNotice parse(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ProblemException(
                        TenancyError.CALENDAR_INVALID,
                        LocalizedMessage.of(CalendarStore.class, "calendar-file.too-large"));
            }
            JsonNode tree = json.readTree(bytes);
            CalendarNotice notice = CalendarNotice.read(tree == null ? json.createObjectNode() : tree);
            write(notice);
            return notice;
        } catch (JacksonException e) {
            throw new ProblemException(
                    TenancyError.CALENDAR_INVALID, LocalizedMessage.of(CalendarStore.class, "calendar-file.not-json"));
        } catch (IOException e) {
            throw new UncheckedIOException("The holiday notice cannot be read", e);
        }
    }

    /** The notice as JSON, always the same for the same notice. */
    String write(CalendarNotice notice) {
        Map<String, Object> file = new TreeMap<>(Map.of(
                "year", notice.year(),
                "region", notice.region(),
                "paper", notice.paper(),
                "days",
                        notice.days().stream()
                                .map(day -> new TreeMap<>(Map.of(
                                        "date", day.day().toString(), "name", day.name(), "isOffDay", !day.workday())))
                                .toList()));
        try {
            String text = json.writeValueAsString(file);
            if (text.length() > LONGEST_ROW) {
                throw new ProblemException(
                        TenancyError.CALENDAR_INVALID,
                        LocalizedMessage.of(CalendarStore.class, "calendar-file.content-too-long"));
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice that cannot be written as JSON", e);
        }
    }
}
