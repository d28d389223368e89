package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.tenancy.internal.TenancyNode.HAIYANG;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;

/** What listeners hear of changes that come from several threads. */
public class TenancyNewsTest {
    private static final int CHANGES = 60;

    private final TenancyDatabase database = new TenancyDatabase();

    @Test
    public void aListenerThatComesLateIsToldOfEveryCentreThatIsThere() throws InterruptedException {
        TenancyNode node = new TenancyNode(database, Path.of("nowhere")).network();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        node.notifier.bound(new TenancyListener() {
            @Override
            public void tenantChanged(Tenant tenant) {
                heard.add(tenant.id().value());
            }
        });
        node.notifier.tell(listener -> heard.add("end"));

        Set<String> centres = new TreeSet<>();
        for (String next = next(heard); !next.equals("end"); next = next(heard)) {
            centres.add(next);
        }
        assertEquals(
                node.registry.all().stream().map(tenant -> tenant.id().value()).collect(Collectors.toSet()), centres);
    }

    @Test
    public void aListenerThatComesLateAndFailsOnOneCentreIsToldOfThoseBehindIt() throws InterruptedException {
        TenancyNode node = new TenancyNode(database, Path.of("nowhere")).network();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        node.notifier.bound(new TenancyListener() {
            @Override
            public void tenantChanged(Tenant tenant) {
                heard.add(tenant.id().value());
                throw new NoClassDefFoundError("on every centre");
            }
        });

        assertEquals(Set.of("yantai", "haiyang"), Set.of(next(heard), next(heard)));
    }

    /** As the container's own stands for a service that has gone: it throws whatever it is asked. */
    @Test
    public void aListenerThatHasGoneIsForgotten() throws InterruptedException {
        TenancyNode node = new TenancyNode(database, Path.of("nowhere")).network();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        TenancyListener gone = (TenancyListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TenancyListener.class}, (self, method, given) -> {
                    heard.add(method.getName());
                    throw new IllegalStateException("it has gone");
                });
        node.notifier.bound(gone);
        assertEquals("tenantChanged", next(heard));
        assertEquals("tenantChanged", next(heard));

        node.notifier.unbound(gone);
        node.notifier.tell(TenancyListener::calendarChanged);
        node.notifier.tell(listener -> heard.add("end"));

        assertEquals("end", next(heard));
    }

    private static String next(BlockingQueue<String> heard) throws InterruptedException {
        return Objects.requireNonNull(heard.poll(120, TimeUnit.SECONDS), "nothing heard");
    }

    @Test
    public void theLastThatIsHeardOfACentreIsWhatHolds() throws InterruptedException {
        TenancyNode node = new TenancyNode(database, Path.of("nowhere")).network();
        TenancyNode other = new TenancyNode(database, Path.of("nowhere")).tick();
        ExecutorService followers = Executors.newFixedThreadPool(3);
        for (int change = 1; change <= CHANGES; change++) {
            Map<String, String> haiyang = TenancyNode.haiyang();
            haiyang.put("modules", change % 2 == 0 ? "cases" : "cases,catalogue");
            other.write(haiyang);
            other.tick();
            for (int thread = 0; thread < 3; thread++) {
                followers.execute(node.registry::follow);
            }
        }
        followers.shutdown();
        assertTrue(followers.awaitTermination(5, TimeUnit.MINUTES));
        node.registry.follow();
        node.notifier.tell(listener -> listener.tenantRemoved(HAIYANG)); // marks the end of what is heard

        String last = "";
        for (String heard = node.next(); !"removed haiyang".equals(heard); heard = node.next()) {
            last = heard.startsWith("changed haiyang") ? heard : last;
        }
        assertEquals("changed haiyang " + node.tenant(HAIYANG).modules().size(), last);
    }
}
