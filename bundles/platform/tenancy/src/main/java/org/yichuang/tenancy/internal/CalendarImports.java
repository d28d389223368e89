package org.yichuang.tenancy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.DurableFile;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Calendars;
import org.yichuang.tenancy.api.TenancyPermission;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** Takes holiday notices into the rows: from people, and from the files of this node's folder when they change. */
public class CalendarImports implements Calendars {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarImports.class);
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final CalendarStore calendars;
    private final TenantRegistry registry;
    private final TenancyStore store;
    /** Size and time of each file when it was last looked into. */
    private final Map<String, String> stamps = new HashMap<>();
    /** Files that have said, since the start, what the rows say. */
    private final Set<String> inSync = new HashSet<>();

    public CalendarImports(Path folder, CalendarStore calendars, TenantRegistry registry, TenancyStore store) {
        this.folder = folder;
        this.calendars = calendars;
        this.registry = registry;
        this.store = store;
    }

    @Override
    public Imported importYear(InputStream content, CallContext context) {
        context.require(TenancyPermission.CALENDAR);
        CalendarNotice notice = calendars.parse(content);
        requireReach(notice, context);
        save(notice, "", context);
        rewriteFile(notice);
        return notice.summary();
    }

    @Override
    public List<Imported> loaded() {
        return calendars.loaded();
    }

    /** A centre's operator moves the days of that centre and of those below it, and of nobody else's network. */
    private void requireReach(CalendarNotice notice, CallContext context) {
        if (context.actor().isPlatform()) {
            return;
        }
        Tenant here = registry.get(context.tenant());
        List<Tenant> touched = registry.all().stream()
                .filter(centre -> notice.appliesTo(centre.division()))
                .toList();
        boolean reaches = touched.isEmpty()
                ? notice.liesIn(here.division())
                : touched.stream().allMatch(centre -> isWithin(centre, here));
        if (!reaches) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED,
                    LocalizedMessage.of(CalendarImports.class, "calendar-beyond-reach", here.name()));
        }
    }

    private boolean isWithin(Tenant centre, Tenant above) {
        return registry.lineage(centre.id()).stream().anyMatch(each -> each.id().equals(above.id()));
    }

    /** The top of the network that a centre is in. */
    private TenantId root(TenantId centre) {
        return registry.lineage(centre).stream()
                .filter(each -> each.parent().isEmpty())
                .map(Tenant::id)
                .findFirst()
                .orElse(centre);
    }

    private void save(CalendarNotice notice, String source, CallContext context) {
        for (int attempt = 1; ; attempt++) {
            registry.follow();
            if (calendars.holds(notice)) {
                return;
            }
            try {
                store.save(
                        notice,
                        calendars.write(notice),
                        source,
                        registry.picture().revision(),
                        root(context.tenant()),
                        context);
                registry.follow();
                return;
            } catch (ProblemException lost) {
                if (lost.code() != CommonError.CHANGED_MEANWHILE || attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    /** Looks for files that are new or changed; whatever is wrong with one of them stops nothing but itself. */
    synchronized void reconcile() {
        Optional<TenantId> root = registry.all().stream().map(Tenant::id).findFirst();
        if (root.isEmpty() || !Files.isDirectory(folder)) {
            return;
        }
        List<RuntimeException> failures = new ArrayList<>();
        for (Path file : notices()) {
            try {
                look(file, root.get());
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private List<Path> notices() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            calendars.refuse(unreadable(folder.getFileName().toString()));
            LOG.debug("The folder of calendars cannot be read", e);
            return List.of();
        }
    }

    private void look(Path file, TenantId root) {
        String source = file.getFileName().toString();
        String stamp = stamp(file);
        if (stamp.equals(stamps.get(source))) {
            return;
        }
        try (InputStream content = Files.newInputStream(file)) {
            take(source, calendars.parse(content), root);
            calendars.forget(source);
        } catch (ProblemException e) {
            if (e.code().kind().status() >= 500 || e.code() == CommonError.CHANGED_MEANWHILE) {
                throw e;
            }
            String key = e.fields().isEmpty() ? "" : e.fields().get(0).field();
            calendars.refuse(new Refusal(source, key, e.message()));
        } catch (IOException | UncheckedIOException e) {
            calendars.refuse(unreadable(source));
            LOG.debug("The calendar {} cannot be read", source, e);
        }
        stamps.put(source, stamp);
    }

    private static Refusal unreadable(String source) {
        return new Refusal(source, "file", LocalizedMessage.of(CalendarImports.class, "calendar-file.unreadable"));
    }

    private static String stamp(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private void take(String source, CalendarNotice notice, TenantId root) {
        if (!calendars.holds(notice)) {
            String digest = Digests.sha256(calendars.write(notice));
            if (!inSync.contains(source) && store.imports().contains(source + " " + digest)) {
                calendars.find(notice.fileName()).ifPresent(this::rewriteFile);
            } else {
                save(notice, source, store.system(root));
            }
        }
        inSync.add(source);
    }

    /** Where this node has the file of a notice, it says what the rows say. */
    private void rewriteFile(CalendarNotice notice) {
        Path file = folder.resolve(notice.fileName());
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            DurableFile.write(file, calendars.write(notice).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn(
                    LocalizedMessage.of(CalendarImports.class, "calendar-file.not-rewritten", file)
                            .forLog(),
                    e);
        }
    }
}
