package org.yichuang.tenancy.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Calendars;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.TenancyListener;

/** The holiday notices in a folder of the configuration, one JSON file for a region and year. */
public class CalendarStore implements Calendars {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarStore.class);

    private final Path folder;
    private final List<TenancyListener> listeners;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, CalendarNotice> notices = new TreeMap<>();
    private final Map<DivisionCode, WorkingCalendar> tables = new ConcurrentHashMap<>();

    public CalendarStore(Path folder, List<TenancyListener> listeners) {
        this.folder = folder;
        this.listeners = listeners;
    }

    /** Reads what is there; a bad file is told and left out. */
    public synchronized void load() {
        if (!Files.isDirectory(folder)) {
            LOG.warn("没有工作日历目录 {} / There is no folder of calendars: every date is provisional", folder);
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::loadFile);
        } catch (IOException e) {
            throw new UncheckedIOException("The calendars in " + folder + " cannot be read", e);
        }
    }

    private void loadFile(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            CalendarNotice notice = CalendarNotice.read(json.readTree(content));
            notices.put(notice.fileName(), notice);
        } catch (ProblemException e) {
            LOG.warn("工作日历 {} 未采用：{} / Calendar {} is not taken: {}", file, e.fields(), file, e.en());
        } catch (IOException e) {
            LOG.warn("工作日历 {} 无法读取 / Calendar {} cannot be read", file, file, e);
        }
    }

    @Override
    public Imported importYear(InputStream content) {
        CalendarNotice notice = parse(content);
        boolean changed;
        synchronized (this) {
            changed = !notice.equals(notices.get(notice.fileName()));
            if (changed) {
                keep(notice);
                notices.put(notice.fileName(), notice);
                tables.clear();
            }
        }
        if (changed) {
            listeners.forEach(TenancyListener::calendarChanged);
        }
        return notice.summary();
    }

    @Override
    public synchronized List<Imported> loaded() {
        return notices.values().stream().map(CalendarNotice::summary).toList();
    }

    /** The calendar of a division. */
    public WorkingCalendar of(DivisionCode division) {
        WorkingCalendar known = tables.get(division);
        return known != null ? known : build(division);
    }

    private synchronized WorkingCalendar build(DivisionCode division) {
        List<CalendarDay> days =
                notices.values().stream().flatMap(notice -> notice.days().stream()).toList();
        return tables.computeIfAbsent(division, code -> CalendarTable.of(days, code.value()));
    }

    private CalendarNotice parse(InputStream content) {
        try {
            JsonNode tree = json.readTree(content);
            return CalendarNotice.read(tree == null ? json.createObjectNode() : tree);
        } catch (JacksonException e) {
            throw new ProblemException(TenancyError.CALENDAR_INVALID, "文件不是 JSON", "The file is not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException("The holiday notice cannot be read", e);
        }
    }

    private void keep(CalendarNotice notice) {
        Map<String, Object> file = Map.of(
                "year", notice.year(),
                "region", notice.region(),
                "paper", notice.paper(),
                "days",
                        notice.days().stream()
                                .map(day -> Map.of(
                                        "date", day.day().toString(), "name", day.name(), "isOffDay", !day.workday()))
                                .toList());
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "notice", ".tmp");
            json.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), file);
            Files.move(
                    temporary,
                    folder.resolve(notice.fileName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The holiday notice cannot be kept in " + folder, e);
        }
    }
}
