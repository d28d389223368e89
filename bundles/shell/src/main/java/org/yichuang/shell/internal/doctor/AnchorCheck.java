package org.yichuang.shell.internal.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.tenancy.api.Tenant;

/** Has the newest audit entry of each centre been anchored outside of the database? */
class AnchorCheck implements Check {
    /** Anchoring takes fractions of a second; what is younger than this may still be on its way. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final Desk desk;
    private final Settings settings;
    private final Path anchors;

    AnchorCheck(Desk desk, Settings settings, Path base) {
        this.desk = desk;
        this.settings = settings;
        this.anchors = base.resolve("anchors");
    }

    @Override
    public String name() {
        return "审计锚 anchors";
    }

    @Override
    public List<Finding> run() {
        Journal journal = desk.need(Journal.class, "journal");
        List<Finding> findings = new ArrayList<>();
        desk.tenants().all().forEach(tenant -> late(tenant, journal).ifPresent(findings::add));
        if (findings.isEmpty()) {
            findings.add(Finding.ok(name(), "各中心的最新记录均已锚定", "The newest entry of every centre is anchored"));
        }
        return findings;
    }

    private Optional<Finding> late(Tenant tenant, Journal journal) {
        Optional<Instant> newest =
                journal.latest(new PageRequest(1, Optional.empty()), desk.at(tenant.id())).items().stream()
                        .findFirst()
                        .map(JournalEntry::at)
                        .map(at -> at.minus(settings.clockOffset())) // files bear the machine's time
                        .filter(at -> at.isBefore(machineNow().minus(USUAL)));
        return newest.filter(at -> anchoredAt(tenant).isBefore(at.minus(USUAL)))
                .map(at -> Finding.fail(
                        name(),
                        tenant.id() + " 自 " + at + " 起的记录未锚定",
                        "Entries of " + tenant.id() + " since " + at + " are not anchored",
                        "见日志；磁盘可写吗？ / See the log; can the disk be written?"));
    }

    private Instant machineNow() {
        return desk.tenants().clock().instant().minus(settings.clockOffset());
    }

    private Instant anchoredAt(Tenant tenant) {
        Path file = anchors.resolve(tenant.id() + ".log");
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
