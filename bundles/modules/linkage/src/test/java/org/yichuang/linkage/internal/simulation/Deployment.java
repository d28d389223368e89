package org.yichuang.linkage.internal.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.internal.DefaultExchange;
import org.yichuang.linkage.internal.EpochNotices;
import org.yichuang.linkage.internal.Json;
import org.yichuang.linkage.internal.LinkedModules;
import org.yichuang.linkage.internal.MemoryEpochs;
import org.yichuang.linkage.internal.MemoryJournal;
import org.yichuang.linkage.internal.Receiver;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.linkage.internal.TestPlaces;
import org.yichuang.linkage.internal.TestRelay;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** A database with its centres, its clock and two containers: the one place where both ends are put together. */
final class Deployment {
    static final List<TenantId> CENTRES = List.of(TestCentres.HAIYANG, TestCentres.LAISHAN, TestCentres.YANTAI);

    private static final Settings.Values USUAL = new Settings(null).now();

    private final Faults faults;
    private final TestClock clock = new TestClock();
    private final TestCentres centres = new TestCentres(clock);
    private final Map<TenantId, Tenant> asConfigured =
            centres.all().stream().collect(Collectors.toMap(Tenant::id, centre -> centre));
    private final MemoryJournal database = new MemoryJournal(clock);
    private final LinkedModules modules = new LinkedModules(this::wake);
    private final RotatedKeys keys = new RotatedKeys();
    private final Approvals approvals;
    private final FaultyJournal journal;
    private final List<Container> containers;
    private final MemoryEpochs epochs = new MemoryEpochs(database);
    private final DefaultExchange exchange;
    private final EpochNotices notices;
    private final Mutation mutation;
    private final List<TenantId> home;
    private final Set<String> lost = new HashSet<>();
    private long skew;

    /** @param home the centres of this end */
    Deployment(Simulation run, String name, List<TenantId> home, Mutation mutation) {
        this.home = home;
        faults = run.faults();
        this.mutation = mutation;
        approvals = new Approvals(faults, mutation != Mutation.NOT_REMINDED);
        journal = new FaultyJournal(database, approvals, faults, mutation);
        containers = Stream.of("1", "2")
                .map(number -> new Container(run, this, name + number))
                .toList();
        centres.all().stream()
                .map(Tenant::id)
                .filter(centre -> !CENTRES.contains(centre))
                .forEach(other -> centres.switchModule(other, "linkage", false));
        exchange = TestPlaces.exchange(database, modules, centres, epochs);
        notices = TestPlaces.notices(database, modules, centres, epochs);
        modules.bound(approvals);
        modules.outboxBound(database);
    }

    TestRelay relay() {
        Settings.Values settings = new Settings.Values(
                USUAL.workers(),
                USUAL.poll(),
                USUAL.claim(),
                USUAL.retryFirst(),
                Duration.ofMillis(faults.longestDelay),
                USUAL.receive(),
                USUAL.breakerFailures(),
                USUAL.breakerRest(),
                USUAL.receiptPatience());
        return new TestRelay(journal.outbox(), modules, centres, keys, settings, epochs);
    }

    Receiver receiver() {
        return new Receiver(
                centres, keys, journal.transactions(), modules, new TestModules(), TestPlaces.of(centres), epochs);
    }

    List<Container> containers() {
        return containers;
    }

    Optional<Container> anyContainer() {
        List<Container> up = containers.stream().filter(Container::isUp).toList();
        return up.isEmpty() ? Optional.empty() : Optional.of(faults.among(up));
    }

    private void wake() {
        containers.stream().filter(Container::isUp).forEach(Container::wake);
    }

    RotatedKeys keys() {
        return keys;
    }

    Approvals approvals() {
        return approvals;
    }

    /** Its clock goes wrong by so much from now on, or is put right. */
    void skew(long by) {
        skew = by;
    }

    /** It is so many milliseconds after the beginning. */
    void tick(long now) {
        clock.set(TestCentres.NINE_O_CLOCK.plusMillis(now + skew));
    }

    Clock clock() {
        return clock;
    }

    void switchOff(TenantId centre, String module) {
        if (centres.find(centre).isPresent()) {
            centres.switchModule(centre, module, false);
        }
    }

    void forget(TenantId centre) {
        centres.without(centre);
    }

    /** A centre is known, and has all modules on. */
    void remember(TenantId centre) {
        centres.put(asConfigured.get(centre));
    }

    /** Somebody of a centre does something in one of the containers; tells whether the answer came back. */
    boolean act(TenantId centre, Consumer<UnitOfWork> step) {
        boolean[] isDone = {false};
        anyContainer()
                .ifPresent(container -> container.living(() -> {
                    CallContext context = CallContext.system(centre, clock.instant(), "clerk");
                    journal.transactions().write(context, Void.class, unit -> {
                        step.accept(unit);
                        return null;
                    });
                    isDone[0] = true;
                }));
        return isDone[0];
    }

    /** Makes a copy of the database, which puts it back. */
    Runnable copy() {
        Runnable rows = database.copy();
        Supplier<List<OutgoingMessage>> tables = approvals.copy();
        return () -> {
            containers.forEach(container -> container.die(faults.between(Faults.SECOND, Faults.MINUTE)));
            rows.run();
            tables.get().forEach(message -> lost.add(message.id()));
            home.forEach(epochs::setBack);
        };
    }

    /** Somebody says that it has been set back. */
    void beginEpoch() {
        for (TenantId centre : epochs.setBack()) {
            CallContext operator = CallContext.system(centre, clock.instant(), "operator");
            switch (mutation) {
                case NO_EPOCH -> epochs.forget(centre);
                case NOT_TOLD -> epochs.begin("set back", (epoch, knows, unit) -> {}, operator);
                default -> exchange.beginEpoch("set back", operator);
            }
        }
    }

    /** Whoever was not there when it was said is told now. */
    void tellOfEpochs() {
        if (mutation != Mutation.NOT_TOLD) {
            home.stream()
                    .filter(centre -> !epochs.setBack().contains(centre))
                    .forEach(centre -> notices.tell(CallContext.system(centre, clock.instant(), "job"), unit -> {}));
        }
    }

    /** Whether a neighbour of a centre may know more of it than it does itself. */
    boolean isAwaited(TenantId neighbour, TenantId here) {
        return epochs.isAwaited(neighbour, here);
    }

    /** What it has said and does not know any more. */
    Set<String> lost() {
        return lost;
    }

    /** What has not been delivered, in words. */
    List<String> undelivered() {
        return database.undelivered().stream()
                .map(message -> message.message().id() + " " + message.state() + " due " + message.dueAt() + ": "
                        + message.lastError())
                .toList();
    }

    /** What a careless relay takes for a receipt. */
    static String blankReceipt(Pending message) {
        return Json.write(new Receipt(
                1,
                message.message().id(),
                message.tenant().value(),
                message.message().receiver(),
                "",
                Instant.EPOCH,
                "",
                "",
                "",
                null));
    }
}
