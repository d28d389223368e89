package org.yichuang.tenancy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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
import org.yichuang.tenancy.api.Tenants.Refusal;
import org.yichuang.tenancy.internal.domain.Notice;
import org.yichuang.tenancy.internal.domain.NoticeForm;

/** The notices in the folder {@code etc/yichuang/calendars}, and the calendars made of them. */
public class CalendarFiles implements Calendars {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarFiles.class);
    private static final int LARGEST = 1024 * 1024;

    private final Path folder;
    private final Announcer announcer;
    private final Map<String, Notice> notices = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private volatile InForce inForce;

    /**
     * @param etc the container's folder of configurations
     */
    public CalendarFiles(String etc, Announcer announcer) {
        this.folder = Path.of(etc, "yichuang", "calendars");
        this.announcer = announcer;
        load();
    }

    private synchronized void load() {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::load);
            } catch (IOException e) {
                throw new UncheckedIOException("The calendars cannot be read", e);
            }
        }
        inForce = new InForce(notices.values());
        LOG.info("Calendars loaded: {}", notices.keySet());
    }

    private void load(Path file) {
        String source = file.getFileName().toString();
        try {
            Notice notice = NoticeForm.read(Files.readAllBytes(file));
            notices.put(notice.name(), notice);
        } catch (ProblemException e) {
            String key = e.fields().isEmpty() ? "" : e.fields().get(0).field();
            refusals.add(new Refusal(source, key, e.zh(), e.en()));
            LOG.warn("{} refused: {} / {}", source, e.zh(), e.en());
        } catch (IOException e) {
            throw new UncheckedIOException("The calendar " + source + " cannot be read", e);
        }
    }

    @Override
    public synchronized Imported importYear(InputStream json) {
        Notice notice = NoticeForm.read(bounded(json));
        if (!notice.equals(notices.get(notice.name()))) {
            keep(notice);
            notices.put(notice.name(), notice);
            refusals.removeIf(refusal -> refusal.source().equals(notice.name() + ".json"));
            inForce = new InForce(notices.values());
            LOG.info("The calendar {} is in force", notice.name());
            announcer.calendarChanged();
        }
        return imported(notice);
    }

    private static byte[] bounded(InputStream json) {
        try {
            byte[] bytes = json.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ProblemException(
                        TenancyError.CALENDAR_INVALID, "日历文件不得超过 1 MB", "A calendar has at most 1 MB");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The calendar cannot be read", e);
        }
    }

    private void keep(Notice notice) {
        Path file = folder.resolve(notice.name() + ".json");
        Path draft = folder.resolve(notice.name() + ".json.new");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(NoticeForm.write(notice)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            ProblemException problem = new ProblemException(
                    CommonError.UNAVAILABLE, "日历无法保存，请检查磁盘", "The calendar cannot be written: look at the disk");
            problem.initCause(e);
            throw problem;
        }
    }

    @Override
    public synchronized List<Imported> loaded() {
        return notices.values().stream().map(CalendarFiles::imported).toList();
    }

    /** The calendar of a division. */
    WorkingCalendar of(DivisionCode division) {
        return inForce.of(division.value());
    }

    /** The files that were not taken. */
    synchronized List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private static Imported imported(Notice notice) {
        return new Imported(notice.region(), notice.year(), notice.days().size(), notice.paper());
    }

    /** The calendars made of a set of notices; where no region has days of its own, all share the national one. */
    private static final class InForce {
        private final List<CalendarDay> days;
        private final boolean onlyNational;
        private final Map<String, WorkingCalendar> byRegion = new ConcurrentHashMap<>();

        InForce(Iterable<Notice> notices) {
            List<CalendarDay> all = new ArrayList<>();
            notices.forEach(notice -> all.addAll(notice.days()));
            days = List.copyOf(all);
            onlyNational = days.stream().allMatch(day -> day.region().equals(CalendarTable.NATIONAL));
        }

        WorkingCalendar of(String region) {
            return byRegion.computeIfAbsent(
                    onlyNational ? CalendarTable.NATIONAL : region, key -> CalendarTable.of(days, key));
        }
    }
}
