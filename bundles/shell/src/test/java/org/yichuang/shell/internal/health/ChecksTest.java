package org.yichuang.shell.internal.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.junit.Test;
import org.osgi.framework.ServiceReference;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.HealthCheckRegistrar;
import org.yichuang.shell.api.HealthReport.Grade;
import org.yichuang.shell.api.HealthReport.Line;
import org.yichuang.shell.testing.Wired;

public class ChecksTest {
    @Test
    public void aFullDiskIsAFailureAndAnAlmostFullOneAWarning() {
        assertEquals(Result.Status.CRITICAL, DiskCheck.judge(499).getStatus());
        assertEquals(Result.Status.WARN, DiskCheck.judge(1_999).getStatus());
        assertEquals(Result.Status.OK, DiskCheck.judge(2_000).getStatus());
    }

    @Test
    public void aFindingKeepsItsWordsAndAdviceThroughTheExecutor() {
        List<Line> lines = report(Finding.warn(LocalizedMessage.verbatim("slow"), LocalizedMessage.verbatim("look")))
                .examine();

        assertEquals(Grade.WARN, lines.get(0).grade());
        assertEquals("磁盘", lines.get(0).title().in(LocalizedMessage.CHINESE));
        assertEquals("slow", lines.get(0).message().in(LocalizedMessage.CHINESE));
        assertEquals("look", lines.get(0).advice().in(LocalizedMessage.CHINESE));
    }

    @Test
    public void aCheckThatBreaksIsAFindingAsWell() {
        List<Line> lines = report(new ResultLog.Entry(Result.Status.HEALTH_CHECK_ERROR, "broken"))
                .examine();

        assertEquals(Grade.FAIL, lines.get(0).grade());
        assertEquals("broken", lines.get(0).message().in(LocalizedMessage.CHINESE));
    }

    @Test
    public void whatIsNotYetThereKeepsTheContainerFromBeingReady() {
        assertEquals(
                List.of("disk"),
                report(Finding.notYet(LocalizedMessage.verbatim("not yet"))).missing());
        assertEquals(
                List.of(), report(Finding.ok(LocalizedMessage.verbatim("fine"))).missing());
    }

    @Test
    public void whatIsOnlySlowServes() {
        assertEquals(
                List.of(),
                report(Finding.warn(LocalizedMessage.verbatim("slow"), LocalizedMessage.verbatim("look")))
                        .missing());
    }

    @Test
    public void aCheckThatIsLateCountsAtFirstAndWhenItWasBefore() {
        assertEquals("at the first look", List.of("disk"), looks(true));
        assertEquals("late once", List.of(), looks(false, true));
        assertEquals("late twice", List.of("disk"), looks(false, true, true));
        assertEquals("late now and then", List.of(), looks(false, true, false, true));
    }

    /** What is missing after some looks, in each of which the check is late or not. */
    private static List<String> looks(boolean... late) {
        AtomicInteger look = new AtomicInteger(-1);
        ResultLog log = new ResultLog();
        log.add(Finding.ok(LocalizedMessage.verbatim("fine")));
        HealthCheckExecutionResult result = Wired.only(
                HealthCheckExecutionResult.class,
                Map.of(
                        "getHealthCheckResult", none -> new Result(log),
                        "getHealthCheckMetadata", none -> disk(),
                        "hasTimedOut", none -> late[look.get()]));
        AtomicLong nanos = new AtomicLong();
        DefaultHealthReport report = new DefaultHealthReport(
                Wired.only(HealthCheckExecutor.class, Map.of("execute", selector -> {
                    look.incrementAndGet();
                    return List.of(result);
                })),
                nanos::get);
        List<String> missing = report.missing();
        while (look.get() + 1 < late.length) {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(6));
            missing = report.missing();
        }
        return missing;
    }

    @Test(timeout = 180_000)
    public void aCheckThatHangsHoldsOneCallerAndNoOther() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        DefaultHealthReport report =
                new DefaultHealthReport(Wired.only(HealthCheckExecutor.class, Map.of("execute", selector -> {
                    entered.countDown();
                    awaitQuietly(hangs);
                    return List.of();
                })));
        CompletableFuture<List<String>> first = CompletableFuture.supplyAsync(report::missing);
        assertTrue(entered.await(60, TimeUnit.SECONDS));

        assertEquals("nobody knows yet that all is well", List.of("health"), report.missing());

        hangs.countDown();
        assertEquals(List.of(), first.get(60, TimeUnit.SECONDS));
        assertEquals(List.of(), report.missing());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static DefaultHealthReport report(ResultLog.Entry entry) {
        ResultLog log = new ResultLog();
        log.add(entry);
        HealthCheckExecutionResult result = Wired.only(
                HealthCheckExecutionResult.class,
                Map.of(
                        "getHealthCheckResult", none -> new Result(log),
                        "getHealthCheckMetadata", none -> disk(),
                        "hasTimedOut", none -> false));
        return new DefaultHealthReport(
                Wired.only(HealthCheckExecutor.class, Map.of("execute", selector -> List.of(result))));
    }

    private static HealthCheckMetadata disk() {
        Map<String, Object> properties = Map.of(
                HealthCheck.NAME,
                "disk",
                HealthCheckRegistrar.TITLE,
                LocalizedMessage.verbatim("磁盘"),
                "service.id",
                1L,
                "hc.tags",
                "ready");
        ServiceReference<?> reference =
                Wired.only(ServiceReference.class, Map.of("getProperty", key -> properties.get(key[0])));
        return new HealthCheckMetadata(reference);
    }
}
