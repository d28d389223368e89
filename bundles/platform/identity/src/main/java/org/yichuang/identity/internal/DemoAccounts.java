package org.yichuang.identity.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.internal.DemoFile.Row;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleListener;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Opens the demonstration accounts where the settings ask for them. The file with the passwords is written first and
 * the accounts are opened with what it says: killed at any moment, the next start finishes the work. It begins when the
 * modules that define the accounts' roles are here, which at a start they may not be yet; those of a module that need
 * not be there follow when it comes.
 */
public final class DemoAccounts implements TenancyListener, ModuleListener {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final String REQUEST = "demonstration-accounts";
    private static final int RETRY_SECONDS = 2;
    private static final int LOOK_MILLIS = 200;
    private static final int AT_ONCE = 2;

    private final Accounts accounts;
    private final Tenants tenants;
    private final Settings settings;
    private final DemoFile file;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(job -> new Thread(job, REQUEST));
    private volatile Done done = new Done(Set.of(), List.of());

    /**
     * For whom no account waits to be opened.
     *
     * @param tenants the centres that have those whom each of them gets
     * @param ofModules whom these centres have besides
     */
    private record Done(Set<Tenant> tenants, List<DemoPlan.Person> ofModules) {
        boolean holds(List<Tenant> all, List<DemoPlan.Person> besides) {
            return tenants.containsAll(all) && ofModules.containsAll(besides);
        }
    }

    /** @param base the folder that gets {@code demo-accounts.csv} */
    public DemoAccounts(Accounts accounts, Tenants tenants, Settings settings, String base) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.settings = settings;
        file = new DemoFile(Path.of(base).resolve("demo-accounts.csv"));
    }

    /** Begins, now and whenever tenants or settings change. */
    public void start() {
        settings.onChange(this::wake);
        wake();
    }

    /** Ends. */
    public void stop() {
        worker.shutdownNow();
    }

    @Override
    public void tenantChanged(Tenant tenant) {
        wake();
    }

    @Override
    public void moduleAdded(ModuleDescriptor module) {
        wake();
    }

    /** Tells whether the settings ask for a demonstration. */
    public boolean isWanted() {
        return settings.now().demo();
    }

    /** Tells whether no account waits to be opened. */
    public boolean isComplete() {
        return !isWanted() || done.holds(tenants.all(), DemoPlan.ofModules(roles()));
    }

    private void wake() {
        try {
            worker.execute(this::complete);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: no more demonstration accounts");
        }
    }

    private void complete() {
        List<Tenant> all = tenants.all();
        Set<String> roles = roles();
        List<DemoPlan.Person> ofModules = DemoPlan.ofModules(roles);
        if (!settings.now().demo() || done.holds(all, ofModules)) {
            return;
        }
        try {
            if (!areRolesKnown(all, roles)) {
                worker.schedule(this::complete, LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            }
            int opened = open(missing(all, ofModules));
            done = new Done(Set.copyOf(all), ofModules);
            if (opened > 0) {
                LOG.info("{} demonstration accounts were opened", opened);
            }
        } catch (IOException | ExecutionException | RuntimeException e) {
            LOG.warn("Demonstration accounts could not be completed, trying again: {}", e.toString());
            worker.schedule(this::complete, RETRY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<String> roles() {
        return accounts.roles().stream().map(Accounts.RoleName::key).collect(Collectors.toSet());
    }

    private static boolean areRolesKnown(List<Tenant> all, Set<String> known) {
        return all.stream()
                .flatMap(tenant -> DemoPlan.of(tenant).stream())
                .allMatch(person -> known.contains(person.role()));
    }

    /** The accounts that do not exist yet, each with the password that the file tells. */
    private List<Wanted> missing(List<Tenant> all, List<DemoPlan.Person> ofModules) throws IOException {
        Map<String, Row> rows = file.read();
        List<Wanted> missing = new ArrayList<>();
        boolean grown = false;
        for (Tenant tenant : all) {
            Set<String> present = present(tenant);
            List<DemoPlan.Person> people = new ArrayList<>(DemoPlan.of(tenant));
            people.addAll(ofModules);
            for (DemoPlan.Person person : people) {
                if (!present.contains(person.account())) {
                    Row fresh = new Row(tenant.id().value(), person.account(), person.role(), DemoPlan.password());
                    grown |= rows.putIfAbsent(fresh.key(), fresh) == null;
                    missing.add(new Wanted(tenant, person, rows.get(fresh.key()).password()));
                }
            }
        }
        if (grown) {
            file.write(rows.values());
        }
        return missing;
    }

    private Set<String> present(Tenant tenant) {
        Set<String> names = new HashSet<>();
        PageRequest page = new PageRequest(PageRequest.MAXIMUM, Optional.empty());
        while (page != null) {
            Page<Accounts.Account> part = accounts.list(page, context(tenant));
            part.items().forEach(account -> names.add(account.account()));
            page = part.next() == null ? null : new PageRequest(PageRequest.MAXIMUM, Optional.of(part.next()));
        }
        return names;
    }

    private int open(List<Wanted> missing) throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, job -> new Thread(job, REQUEST));
        try {
            List<Future<?>> running = new ArrayList<>();
            missing.forEach(wanted -> running.add(threads.submit(() -> open(wanted))));
            ExecutionException failed = null;
            for (Future<?> one : running) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    failed = e; // nobody is interrupted amid a transaction: the others are waited for
                }
            }
            if (failed != null) {
                throw failed;
            }
            return missing.size();
        } finally {
            threads.shutdownNow();
        }
    }

    private void open(Wanted wanted) {
        DemoPlan.Person person = wanted.person();
        NewAccount request = new NewAccount(
                person.account(), person.name(), wanted.password(), Set.of(person.role()), Set.of(), person.kind());
        try {
            accounts.open(request, context(wanted.tenant()));
        } catch (ProblemException e) {
            if (e.code() != IdentityError.ACCOUNT_EXISTS) {
                throw e; // one that another container has just opened is as good
            }
        }
    }

    private CallContext context(Tenant tenant) {
        return CallContext.system(tenant.id(), tenants.clock().instant(), REQUEST);
    }

    private record Wanted(Tenant tenant, DemoPlan.Person person, String password) {}
}
