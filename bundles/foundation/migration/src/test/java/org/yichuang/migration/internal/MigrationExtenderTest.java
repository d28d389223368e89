package org.yichuang.migration.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ResourceAccessor;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

public class MigrationExtenderTest {
    private final BlockingQueue<String> published = new LinkedBlockingQueue<>();
    private final Queue<LiquibaseException> failures = new ConcurrentLinkedQueue<>();
    private final Map<Object, String> names = new ConcurrentHashMap<>();
    private final MigrationExtender extender = new MigrationExtender(context(), new Migrator() {
        @Override
        Outcome migrate(DataSource owner, DataSource application, String changelog, ResourceAccessor resources)
                throws LiquibaseException {
            LiquibaseException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return Outcome.DONE;
        }
    });

    @Test
    public void whenTheUsedDatabaseGoesTheOtherIsTaken() throws InterruptedException {
        ServiceReference<DataSource> first = reference("first", 2);
        ServiceReference<DataSource> second = reference("second", 1);
        extender.addingBundle(bundle(), null);

        DataSource used = extender.addingService(first);
        assertEquals("first", next());
        extender.addingService(second);
        assertTrue("the better one stays", published.isEmpty());
        extender.removedService(first, used);

        assertEquals("second", next());
        extender.close();
    }

    @Test
    public void aMigrationThatLostADeadlockIsTriedAgain() throws InterruptedException {
        failures.add(new LiquibaseException(new SQLException("deadlock detected", "40P01")));
        extender.addingService(reference("database", 1));
        extender.addingBundle(bundle(), null);

        assertEquals("database", next());
        assertEquals("nothing is wrong any more", Map.of(), extender.reasons());
        extender.close();
    }

    @Test
    public void aChangelogThatDoesNotFitIsNotTriedAgainAndSaysWhy() throws InterruptedException {
        failures.add(new LiquibaseException(new SQLException("relation does not exist", "42P01")));
        extender.addingService(reference("database", 1));
        extender.addingBundle(bundle(), null);
        long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (extender.reasons().isEmpty() && System.nanoTime() < limit) {
            Thread.onSpinWait();
        }
        extender.close();

        assertTrue(
                extender.reasons().toString(),
                extender.reasons().get("org.yichuang.x").contains("relation does not exist"));
        assertTrue(published.isEmpty());
    }

    private String next() throws InterruptedException {
        return published.poll(120, TimeUnit.SECONDS);
    }

    private BundleContext context() {
        return proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "getService" -> names.entrySet().stream()
                    .filter(entry -> entry.getKey() instanceof DataSource)
                    .filter(entry -> entry.getValue().equals(names.get(arguments[0])))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            case "registerService" -> {
                published.add(names.get(arguments[1]));
                yield proxy(ServiceRegistration.class, (registration, call, none) -> null);
            }
            default -> true;
        });
    }

    private ServiceReference<DataSource> reference(String name, int rank) {
        DataSource source = identity(DataSource.class, 0);
        @SuppressWarnings("unchecked")
        ServiceReference<DataSource> reference = identity(ServiceReference.class, rank);
        names.put(source, name);
        names.put(reference, name);
        return reference;
    }

    private static Bundle bundle() {
        Dictionary<String, String> headers = new Hashtable<>(Map.of("Yichuang-Changelog", "x"));
        return proxy(Bundle.class, (self, method, arguments) -> switch (method.getName()) {
            case "getHeaders" -> headers;
            case "getSymbolicName" -> "org.yichuang.x";
            case "hashCode" -> 1;
            case "equals" -> self == arguments[0];
            default -> null;
        });
    }

    /** Something that is told apart, and has a rank among its like. */
    private static <T> T identity(Class<T> type, int rank) {
        return proxy(type, (self, method, arguments) -> switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == arguments[0];
            case "compareTo" -> Integer.compare(rank, rank((Proxy) arguments[0]));
            case "toString" -> Integer.toString(rank);
            default -> null;
        });
    }

    private static int rank(Proxy reference) {
        return Integer.parseInt(reference.toString());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(
                Proxy.newProxyInstance(MigrationExtenderTest.class.getClassLoader(), new Class<?>[] {type}, calls));
    }
}
