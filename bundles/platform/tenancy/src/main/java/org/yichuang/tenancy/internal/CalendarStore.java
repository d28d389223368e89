package org.yichuang.tenancy.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Calendars;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** The holiday notices in a folder of the configuration, one JSON file for a region and year. */
public class CalendarStore implements Calendars {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarStore.class);

    private static final int LARGEST = 1024 * 1024;

    private final Path folder;
    private final ListenerNotifier announcer;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, CalendarNotice> notices = new TreeMap<>();
    private final Map<String, Refusal> refusals = new TreeMap<>();
    private final Map<String, WorkingCalendar> tables = new ConcurrentHashMap<>();
    private volatile boolean onlyNational = true;

    public CalendarStore(Path folder, ListenerNotifier announcer) {
        this.folder = folder;
        this.announcer = announcer;
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
        String source = file.getFileName().toString();
        try (InputStream content = Files.newInputStream(file)) {
            take(parse(content));
        } catch (ProblemException e) {
            String key = e.fields().isEmpty() ? "" : e.fields().get(0).field();
            refusals.put(source, new Refusal(source, key, e.zh(), e.en()));
            LOG.warn("工作日历 {} 未采用：{}：{} / Calendar {} is refused: {}", source, key, e.zh(), source, e.en());
        } catch (IOException e) {
            throw new UncheckedIOException("The calendar " + source + " cannot be read", e);
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
                take(notice);
            }
        }
        if (changed) {
            announcer.tell(TenancyListener::calendarChanged);
        }
        return notice.summary();
    }

    private void take(CalendarNotice notice) {
        notices.put(notice.fileName(), notice);
        refusals.remove(notice.fileName());
        onlyNational = notices.values().stream().allMatch(kept -> kept.region().equals(CalendarTable.NATIONAL));
        tables.clear();
    }

    /** The files that were not taken. */
    synchronized List<Refusal> refusals() {
        return List.copyOf(refusals.values());
    }

    @Override
    public synchronized List<Imported> loaded() {
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

    private CalendarNotice parse(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ProblemException(
                        TenancyError.CALENDAR_INVALID, "文件不得超过 1 MB", "The file must not be larger than 1 MB");
            }
            JsonNode tree = json.readTree(bytes);
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
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.write(
                        ByteBuffer.wrap(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(file)));
                channel.force(true);
            }
            Files.move(
                    temporary,
                    folder.resolve(notice.fileName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            ProblemException problem = new ProblemException(
                    CommonError.UNAVAILABLE, "日历无法保存，请检查磁盘", "The calendar cannot be kept: look at the disk");
            problem.initCause(e);
            throw problem;
        }
    }
}
