package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.tenancy.internal.TenancyNode.HAIYANG;
import static org.yichuang.tenancy.internal.TenancyNode.operator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.DepartmentUsage;
import org.yichuang.tenancy.api.Departments.Department;
import org.yichuang.tenancy.api.TenancyError;

public class DefaultDepartmentsTest {
    private final TenancyDatabase database = new TenancyDatabase();
    private final List<DepartmentUsage> usages = new ArrayList<>();
    private final DefaultDepartments departments =
            new DefaultDepartments(database, new TenancyNode(database, Path.of("nowhere")), usages);
    private final CallContext haiyang = operator("haiyang");

    @Test
    public void aCentreKeepsItsOwnListAndEveryChangeIsJournaled() {
        Department civil = departments.open(" 民政局 ", haiyang);
        departments.rename(civil.id(), "海阳市民政局", haiyang);
        departments.close(civil.id(), true, haiyang);
        departments.close(civil.id(), true, haiyang);

        assertEquals(List.of(new Department(civil.id(), "海阳市民政局", Set.of("民政局"), true)), departments.list(haiyang));
        assertEquals(List.of(), departments.list(operator("yantai")));
        assertEquals(
                List.of(
                        "haiyang open-department operator {name=民政局}",
                        "haiyang rename-department operator {name=海阳市民政局, other-names=民政局}",
                        "haiyang close-department operator {name=海阳市民政局, other-names=民政局}"),
                database.entries());
        RowState row = departments.rows(HAIYANG, Optional.empty(), 10).get(0);
        assertEquals(civil.id(), row.id());
        assertEquals(3, row.head().orElseThrow().sequence());
        assertEquals(Optional.of(row), departments.row(HAIYANG, civil.id()));
        assertTrue(row.digest().startsWith(departments.shape(HAIYANG)));
        assertTrue(departments.rows(HAIYANG, Optional.of(civil.id()), 10).isEmpty());
    }

    @Test
    public void aNameIsGivenOnceAndIsOneLine() {
        departments.open("民政局", haiyang);
        Department other = departments.open("水利局", haiyang);

        assertRefused(TenancyError.DEPARTMENT_EXISTS, () -> departments.open("民政局", haiyang));
        assertRefused(TenancyError.DEPARTMENT_EXISTS, () -> departments.rename(other.id(), "民政局", haiyang));
        for (String wrong : List.of("", "  ", "民政\n局", "x".repeat(101), "\u0000")) {
            assertRefused(CommonError.FIELDS_INVALID, () -> departments.open(wrong, haiyang));
        }
        assertRefused(CommonError.NOT_FOUND, () -> departments.rename("nobody", "财政局", haiyang));
    }

    @Test
    public void onlyThoseWhoMayKeepTheList() {
        CallContext clerk = TenancyNode.call("haiyang", "clerk");

        assertRefused(CommonError.NOT_ALLOWED, () -> departments.open("民政局", clerk));
        assertRefused(CommonError.NOT_ALLOWED, () -> departments.rename("x", "民政局", clerk));
        assertRefused(CommonError.NOT_ALLOWED, () -> departments.close("x", true, clerk));
        assertEquals(List.of(), departments.list(clerk));
    }

    @Test
    public void aNameIsCheckedOnceTheCentreKeepsAList() {
        departments.check(List.of("随便什么"), haiyang);
        Department civil = departments.open("民政局", haiyang);
        departments.check(List.of("民政局"), haiyang);
        departments.check(List.of(), haiyang);

        assertRefused(TenancyError.DEPARTMENT_UNKNOWN, () -> departments.check(List.of("民政局", "随便什么"), haiyang));
        departments.close(civil.id(), true, haiyang);
        assertRefused(TenancyError.DEPARTMENT_UNKNOWN, () -> departments.check(List.of("民政局"), haiyang));
    }

    @Test
    public void whatSaysAFormerNameStaysTheDepartments() {
        Department audit = departments.open("审计测试科", haiyang);
        departments.rename(audit.id(), "发展改革科", haiyang);

        departments.check(List.of("审计测试科"), haiyang);
        assertEquals(Set.of("审计测试科", "发展改革科"), departments.allNames(Set.of("审计测试科"), haiyang));
        assertEquals(Set.of("审计测试科", "发展改革科"), departments.allNames(Set.of("发展改革科"), haiyang));
        assertEquals(Set.of("发展改革科", "别处"), departments.presentNames(Set.of("审计测试科", "别处"), haiyang));
        assertRefused(TenancyError.DEPARTMENT_EXISTS, () -> departments.open("审计测试科", haiyang));
        departments.rename(audit.id(), "审计测试科", haiyang);
        assertEquals(Set.of("审计测试科"), departments.presentNames(Set.of("发展改革科"), haiyang));
    }

    @Test
    public void whatItemsOfOtherCentresCallADepartmentIsReadAsItIsCalledNow() {
        Department works = departments.open("城市管理局", haiyang);
        departments.setOtherNames(works.id(), Set.of("城市管理"), haiyang);

        assertEquals(
                List.of("城市管理局", "别处"),
                database.read(
                        operator("yantai"),
                        unit -> List.of(
                                departments.presentName("城市管理", haiyang.tenant(), unit),
                                departments.presentName("别处", haiyang.tenant(), unit))));
    }

    @Test
    public void ofTwoRenamesAtOnceNoNameIsLost() throws Exception {
        Department audit = departments.open("审计科", haiyang);
        Set<String> expected = new TreeSet<>(Set.of("审计科"));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 9; i++) {
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Department>> renames = new ArrayList<>();
                for (String name : List.of("发展改革科" + i, "行政审批科" + i)) {
                    expected.add(name);
                    renames.add(two.submit(() -> {
                        together.await();
                        return departments.rename(audit.id(), name, haiyang);
                    }));
                }
                for (Future<Department> rename : renames) {
                    rename.get();
                }
            }
        } finally {
            two.shutdown();
        }

        assertEquals(expected, departments.list(haiyang).get(0).allNames());
    }

    @Test
    public void aDepartmentIsKnownByTheNamesThatItemsFromAboveUse() {
        usages.add(new Said(Set.of("住房和城乡建设"), Set.of()));
        Department housing = departments.open("住房和城乡建设局", haiyang);
        assertEquals(List.of("住房和城乡建设"), departments.unlisted(haiyang));

        departments.setOtherNames(housing.id(), Set.of("住房和城乡建设", "住建局"), haiyang);

        assertEquals(List.of(), departments.unlisted(haiyang));
        assertTrue(departments.allNames(Set.of("住房和城乡建设局"), haiyang).contains("住房和城乡建设"));
        Department water = departments.open("水利局", haiyang);
        assertRefused(
                TenancyError.DEPARTMENT_EXISTS, () -> departments.setOtherNames(water.id(), Set.of("住建局"), haiyang));
        departments.setOtherNames(housing.id(), Set.of("住房和城乡建设"), haiyang);
        departments.setOtherNames(water.id(), Set.of("住建局"), haiyang);
    }

    @Test
    public void aDepartmentIsNotClosedOverWhatGoesOnInIt() {
        Department civil = departments.open("民政局", haiyang);
        departments.rename(civil.id(), "海阳市民政局", haiyang);
        usages.add(new Said(Set.of("民政局"), Set.of("民政局")));

        assertRefused(TenancyError.DEPARTMENT_IN_USE, () -> departments.close(civil.id(), true, haiyang));
        assertRefused(TenancyError.DEPARTMENT_IN_USE, () -> departments.setOtherNames(civil.id(), Set.of(), haiyang));
        usages.clear();
        assertTrue(departments.close(civil.id(), true, haiyang).isClosed());
    }

    @Test
    public void aModuleThatFailsHidesNoOtherOnesNames() {
        usages.add(new Said(Set.of(), Set.of()) {
            @Override
            public Set<String> named(CallContext context) {
                throw new IllegalStateException("away");
            }
        });
        usages.add(new Said(Set.of("水利局"), Set.of()));

        assertEquals(List.of("水利局"), departments.unlisted(haiyang));
    }

    private static class Said implements DepartmentUsage {
        private final Set<String> named;
        private final Set<String> held;

        Said(Set<String> named, Set<String> held) {
            this.named = named;
            this.held = held;
        }

        @Override
        public LocalizedMessage what() {
            return LocalizedMessage.verbatim("办件");
        }

        @Override
        public Set<String> named(CallContext context) {
            return named;
        }

        @Override
        public Set<String> held(CallContext context) {
            return held;
        }
    }

    private static void assertRefused(ErrorCode code, ThrowingRunnable act) {
        assertEquals(code, assertThrows(ProblemException.class, act).code());
    }
}
