package org.yichuang.journal.internal.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Has the newest audit entry of each centre been anchored outside of the database? */
class AnchorCheck extends ModuleCheck {
    /** Anchoring takes fractions of a second; what is younger than this may still be on its way. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final Journal journal;
    private final Supplier<List<TenantId>> tenants;
    private final PlatformClock clock;
    private final Path anchors;

    AnchorCheck(Journal journal, Supplier<List<TenantId>> tenants, PlatformClock clock, Path base) {
        super("anchors", "审计锚", DOCTOR);
        this.journal = journal;
        this.tenants = tenants;
        this.clock = clock;
        this.anchors = base.resolve("anchors");
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        tenants.get().forEach(tenant -> late(tenant).ifPresent(findings::add));
        if (findings.isEmpty()) {
            findings.add(Finding.ok("各中心的最新记录均已锚定", "The newest entry of every centre is anchored"));
        }
        return findings;
    }

    /** Files bear the machine's time, entries the platform's. */
    private Optional<Finding> late(TenantId tenant) {
        Instant now = clock.clock().instant();
        Instant machineNow = clock.machine().instant();
        CallContext context = CallContext.system(tenant, now, "doctor");
        return journal.latest(new PageRequest(1, Optional.empty()), context).items().stream()
                .findFirst()
                .map(entry -> entry.at().minus(Duration.between(machineNow, now)))
                .filter(at -> at.isBefore(machineNow.minus(USUAL)))
                .filter(at -> anchoredAt(tenant).isBefore(at.minus(USUAL)))
                .map(at -> Finding.fail(
                        tenant + " 自 " + at + " 起的记录未锚定",
                        "Entries of " + tenant + " since " + at + " are not anchored",
                        "见日志；磁盘可写吗？",
                        "See the log; can the disk be written?"));
    }

    private Instant anchoredAt(TenantId tenant) {
        Path file = anchors.resolve(tenant + ".log");
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
