package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.VersionUsage;
import org.yichuang.catalogue.internal.RunningCases.Effect;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/** Whoever publishes or retires sees how much goes on under what is there. */
public class RunningCasesTest extends CatalogueWorld {
    private final Map<TenantId, Integer> cases = new HashMap<>();
    private RunningCases running;

    @Before
    public void openCases() {
        running = new RunningCases(transactions, network, items, List.of(new VersionUsage() {
            @Override
            public Map<String, Integer> begun(Collection<String> codes, Instant since, UnitOfWork unit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int running(String code, UnitOfWork unit) {
                return code.equals("A-1") ? cases.getOrDefault(unit.context().tenant(), 0) : 0;
            }
        }));
    }

    private Effect effect(String code) {
        return running.of(code, calling(YANTAI)).orElseThrow();
    }

    @Test
    public void casesAreCountedHereAndBelowAndNotUnderWhatACountyHasOfItsOwn() {
        cases.put(YANTAI, 2);
        cases.put(HAIYANG, 5);
        cases.put(LIUGEZHUANG, 7);
        assertEquals(2, effect("A-1").here());
        assertEquals(12, effect("A-1").below());
        assertEquals(0, effect("A-2").below());

        publish(HAIYANG, "A-1,事项,行政许可,住建,海阳市住建局,县,县,否,,5,工作日,承诺件");
        assertEquals(
                "the county offers its own to its townships", 0, effect("A-1").below());
    }

    @Test
    public void ofACentreElsewhereItIsSaidThatNothingIsKnown() {
        cases.put(HAIYANG, 5);
        network.policy(HAIYANG, Tenant.TRANSPORT, "elsewhere");
        assertEquals(0, effect("A-1").below());
        assertEquals(List.of("海阳市政务服务中心"), effect("A-1").elsewhere());
    }

    @Test
    public void whileNobodyCountsNothingIsSaid() {
        RunningCases alone = new RunningCases(transactions, network, items, List.of());
        assertEquals(Optional.empty(), alone.of("A-1", calling(YANTAI)));
        assertEquals(Optional.empty(), running.of("\0", calling(YANTAI)));
        refused(
                CommonError.NOT_SIGNED_IN,
                () -> running.of("A-1", calling(YANTAI).by(Actor.ANONYMOUS)));
    }
}
