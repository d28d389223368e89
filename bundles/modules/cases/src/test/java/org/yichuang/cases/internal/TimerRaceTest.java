package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** A clerk in the last second of the five days, and the timer in the first one after them: exactly one of them acts. */
public class TimerRaceTest extends DocumentsOfCases {
    private static final int CASES = 12;

    private List<String> received() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            numbers.add(centres.submit(Items.SIMPLE, null, HAIYANG).number());
        }
        return numbers;
    }

    /** A clerk whose press came in on the last day. */
    private CallContext inTheLastSecond() {
        centres.province.at("2026-09-20T23:59:59");
        CallContext clerk = centres.clerk(HAIYANG);
        centres.province.at("2026-09-21T00:00");
        return clerk;
    }

    /** Whether the notice was given; a refusal says that the case has gone on. */
    private boolean notified(String number, CallContext clerk) {
        try {
            service.notifyCorrection(number, Centres.ask("m2"), clerk);
            return true;
        } catch (ProblemException e) {
            assertTrue(
                    e.code().toString(), e.code() == CaseError.CASE_STATE || e.code() == CommonError.CHANGED_MEANWHILE);
            return false;
        }
    }

    private void assertOneOutcome(String number, boolean isNotified) {
        assertEquals(
                isNotified ? CaseState.CORRECTING : CaseState.ACCEPTED,
                centres.find(number, HAIYANG).state());
        List<String> steps = centres.entries().stream()
                .filter(each -> each.entry().aggregateId().equals(number))
                .map(each -> each.entry().event().type())
                .filter(type -> !type.isEmpty())
                .toList();
        assertEquals(List.of("submitted", isNotified ? "correction-notified" : "deemed-accepted"), steps);
    }

    @Test
    public void whoeverWasThereFirstHasActed() {
        List<String> numbers = received();
        CallContext clerk = inTheLastSecond();
        assertTrue(notified(numbers.get(0), clerk));
        centres.run(centres.timer);
        assertOneOutcome(numbers.get(0), true);
        for (String number : numbers.subList(1, CASES)) {
            assertOneOutcome(number, notified(number, clerk));
        }
        assertEquals(CaseState.ACCEPTED, centres.find(numbers.get(1), HAIYANG).state());
    }

    @Test
    public void ofTwoAtOnceExactlyOneActs() throws Exception {
        List<String> numbers = received();
        CallContext clerk = inTheLastSecond();
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<?> timer = people.submit(() -> {
                both.countDown();
                both.await();
                centres.run(centres.timer);
                return null;
            });
            Future<List<Boolean>> window = people.submit(() -> {
                both.countDown();
                both.await();
                List<Boolean> given = new ArrayList<>();
                for (int i = CASES - 1; i >= 0; i--) {
                    given.add(0, notified(numbers.get(i), clerk));
                }
                return given;
            });
            List<Boolean> given = window.get(60, TimeUnit.SECONDS);
            timer.get(60, TimeUnit.SECONDS);
            for (int i = 0; i < CASES; i++) {
                assertOneOutcome(numbers.get(i), given.get(i));
            }
        } finally {
            people.shutdownNow();
        }
    }
}
