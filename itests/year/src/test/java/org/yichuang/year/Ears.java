package org.yichuang.year;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.centres.TestCentres;

/**
 * Has modules hear what has happened, in its order and as soon as a step is over, as a container does a little later
 * and on threads of its own: so a year is the same whenever it is played.
 */
final class Ears {
    private final TestCentres centres;
    private final List<EventListener> listeners = new ArrayList<>();
    private final Queue<EventEnvelope> heard = new ArrayDeque<>();
    private final Set<String> sent = new LinkedHashSet<>();

    Ears(TestCentres centres) {
        this.centres = centres;
    }

    void listen(EventListener listener) {
        listeners.add(listener);
    }

    /** The same transactions, of which is noted what they have told. */
    Transactions of(Transactions real) {
        return proxy(Transactions.class, real, (method, given) -> {
            if (method.getName().equals("write")) {
                Transactions.Work<?> work = (Transactions.Work<?>) given[2];
                given[2] = (Transactions.Work<?>) unit -> work.run(noting(unit));
            }
            return method.invoke(real, given);
        });
    }

    private UnitOfWork noting(UnitOfWork unit) {
        return proxy(UnitOfWork.class, unit, (method, given) -> {
            Object answer = method.invoke(unit, given);
            if (method.getName().equals("record") && ((AuditEntry) given[0]).event() != null) {
                EventEnvelope told = envelope((AuditEntry) given[0], (ChainHead) answer, unit.context());
                unit.afterCommit(() -> heard.add(told));
            }
            if (method.getName().equals("send")) {
                String topic = ((OutgoingMessage) given[0]).topic();
                unit.afterCommit(() -> sent.add(topic));
            }
            return answer;
        });
    }

    private static EventEnvelope envelope(AuditEntry entry, ChainHead head, CallContext context) {
        return new EventEnvelope(
                context.tenant(),
                entry.event(),
                entry.aggregateType(),
                entry.aggregateId(),
                head.sequence(),
                context.actor().account(),
                context.actor().name(),
                context.at(),
                context.requestId(),
                1,
                1);
    }

    /** On what letters have been written since this was asked last: an outbox into which nobody has put is empty. */
    Set<String> sent() {
        Set<String> topics = Set.copyOf(sent);
        sent.clear();
        return topics;
    }

    /** Has everybody hear what they have not heard yet. */
    void hear(Transactions transactions) {
        while (!heard.isEmpty()) {
            EventEnvelope next = heard.remove();
            for (EventListener listener : listeners) {
                if (listener.wants().wants(next.event()) && listener.follows(next.tenant())) {
                    CallContext call = CallContext.system(next.tenant(), centres.now(), listener.name());
                    transactions.write(call, Boolean.class, unit -> {
                        listener.on(next, unit);
                        return true;
                    });
                }
            }
        }
    }

    @FunctionalInterface
    private interface Call {
        Object of(Method method, Object[] given) throws IllegalAccessException, InvocationTargetException;
    }

    private static <T> T proxy(Class<T> type, T real, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            try {
                return call.of(method, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
