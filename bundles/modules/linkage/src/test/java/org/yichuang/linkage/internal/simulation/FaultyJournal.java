package org.yichuang.linkage.internal.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.linkage.internal.MemoryJournal;

/** A deployment's database as its containers see it: they may die before each commit, and after it. */
final class FaultyJournal {
    private static final Set<String> READS = Set.of(
            "sealedDigests",
            "oldestWaiting",
            "messages",
            "ids",
            "ofAggregate",
            "read",
            "readAcrossTenants",
            "databaseChanges",
            "newestForm");
    private static final int TIRED_AFTER = 10;

    private final MemoryJournal database;
    private final Approvals approvals;
    private final Faults faults;
    private final Mutation mutation;

    FaultyJournal(MemoryJournal database, Approvals approvals, Faults faults, Mutation mutation) {
        this.database = database;
        this.approvals = approvals;
        this.faults = faults;
        this.mutation = mutation;
    }

    Outbox outbox() {
        return seen(Outbox.class);
    }

    Transactions transactions() {
        return seen(Transactions.class);
    }

    private <T> T seen(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> READS.contains(method.getName())
                        ? invoke(database, method, arguments)
                        : change(method, arguments)));
    }

    private Object change(Method method, Object[] arguments) throws Throwable {
        boolean isClaim = method.getName().equals("claim");
        return switch (mutation) {
            case NO_INBOX, INBOX_APART -> method.getName().equals("write")
                    ? writeWithoutInbox(method, arguments)
                    : commit(method, arguments);
            case OVERTAKING -> isClaim ? followed(claim(method, arguments)) : commit(method, arguments);
            case NO_RECEIPT -> isClaim ? settled(claim(method, arguments)) : commit(method, arguments);
            case TIRED -> {
                if (method.getName().equals("failed") && ((Pending) arguments[0]).attempts() >= TIRED_AFTER) {
                    arguments[2] = Optional.empty();
                }
                yield commit(method, arguments);
            }
            case NONE, NO_EPOCH, NOT_TOLD, NOT_REMINDED -> commit(method, arguments);
        };
    }

    private Object commit(Method method, Object... arguments) throws Throwable {
        mayDie();
        boolean isCommitted = false;
        Object result;
        try {
            result = invoke(database, method, arguments);
            isCommitted = true;
        } finally {
            approvals.end(isCommitted);
        }
        mayDie();
        return result;
    }

    private void mayDie() {
        if (faults.isKilled()) {
            throw new Killed();
        }
    }

    private static Object invoke(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object writeWithoutInbox(Method write, Object... arguments) throws Throwable {
        Map<String, String> noted = new HashMap<>();
        Transactions.Work<?> work = (Transactions.Work<?>) arguments[2];
        Transactions.Work<?> careless = unit -> work.run(careless(unit, noted));
        Transactions.Work<?> noting = unit -> {
            noted.forEach((id, answer) -> unit.answer(Approvals.TOPIC, id, answer));
            return null;
        };
        Object result = commit(write, arguments[0], arguments[1], careless);
        commit(write, arguments[0], arguments[1], noting);
        return result;
    }

    /** What is noted under other topics is no inbox of letters. */
    private UnitOfWork careless(UnitOfWork unit, Map<String, String> noted) {
        return (UnitOfWork) Proxy.newProxyInstance(
                UnitOfWork.class.getClassLoader(), new Class<?>[] {UnitOfWork.class}, (proxy, method, arguments) -> {
                    String called = method.getName();
                    boolean isOfLetters = (called.equals("answer") || called.equals("firstSeen"))
                            && Approvals.TOPIC.equals(arguments[0]);
                    if (isOfLetters && called.equals("answer")) {
                        return noted.put((String) arguments[1], (String) arguments[2]);
                    }
                    return isOfLetters && mutation == Mutation.NO_INBOX ? null : invoke(unit, method, arguments);
                });
    }

    /** Whatever waits behind a claimed message leaves with it. */
    private List<Pending> followed(List<Pending> claimed) {
        return claimed.stream().flatMap(this::followed).toList();
    }

    private Stream<Pending> followed(Pending first) {
        CallContext context = CallContext.system(first.tenant(), first.createdAt(), "overtaking");
        return database.ofAggregate(Approvals.TOPIC, first.message().aggregateId(), context).stream()
                .filter(each -> each.state() == Outbox.State.WAITING);
    }

    private List<Pending> settled(List<Pending> claimed) {
        if (claimed.stream().anyMatch(each -> !each.message().topic().equals(Approvals.TOPIC))) {
            return claimed;
        }
        for (Pending message : claimed) {
            database.delivered(message, Deployment.blankReceipt(message));
            approvals.end(true);
        }
        return claimed;
    }

    @SuppressWarnings("unchecked")
    private List<Pending> claim(Method claim, Object... arguments) throws Throwable {
        return (List<Pending>) commit(claim, arguments);
    }
}
