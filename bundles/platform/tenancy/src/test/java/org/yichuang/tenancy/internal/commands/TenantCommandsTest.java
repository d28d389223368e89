package org.yichuang.tenancy.internal.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.testing.Desk;
import org.yichuang.shell.testing.Wired;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.TenantEditing;
import org.yichuang.tenancy.api.Tenants;

public class TenantCommandsTest {
    private static final List<Tenant> CENTRES = List.of(
            centre("shandong", Level.PROVINCE, null, "370000", Set.of("catalogue", "cases")),
            centre("yantai", Level.CITY, "shandong", "370600", Set.of("catalogue")),
            centre("laishan", Level.COUNTY, "yantai", "370613", Set.of("catalogue", "cases")),
            centre("huanghailu", Level.TOWNSHIP, "laishan", "370613001", Set.of("catalogue", "cases")),
            centre("haiyang", Level.COUNTY, "yantai", "370687", Set.of("catalogue", "cases")));

    private final List<Object> switched = new ArrayList<>();
    private final Tenants tenants = Wired.only(
            Tenants.class,
            Map.of(
                    "all", args -> CENTRES,
                    "get", args -> find(args[0]).orElseThrow(),
                    "find", args -> find(args[0]),
                    "children",
                            args -> CENTRES.stream()
                                    .filter(each -> each.parent()
                                            .filter(args[0]::equals)
                                            .isPresent())
                                    .toList()));
    private final TenantEditing editing =
            Wired.only(TenantEditing.class, Map.of("switchModule", args -> switched.addAll(List.of(args))));
    private final ModuleRegistry registry = Wired.only(
            ModuleRegistry.class, Map.of("all", args -> List.of(module("cases", true), module("web", false))));

    @Test
    public void theTreeOfCentresIsIndented() {
        List<String> tree = Wired.with(new TenantList(), tenants)
                .run()
                .text()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("(\\S) .*", "$1"))
                .toList();

        assertEquals(List.of("shandong", "  yantai", "    laishan", "      huanghailu", "    haiyang"), tree);
    }

    @Test
    public void aCentreIsShownWithItsPoliciesInOrder() {
        TenantShow show = Wired.with(new TenantShow(), new Desk(), tenants);
        show.centre = "haiyang";

        assertEquals(
                "TenantData[id=haiyang, name=haiyang, level=county, parent=yantai, division=370687, "
                        + "modules=[cases, catalogue], policies={policy.a=1, policy.b=2}]",
                show.run().data().toString());
    }

    @Test
    public void aCentreNobodyKnowsIsRefusedAlsoWhenItsNameCannotBeOne() {
        TenantCentres directory = new TenantCentres(tenants);
        for (String typed : List.of("nowhere", "../etc")) {
            ProblemException refusal = assertThrows(ProblemException.class, () -> directory.centre(typed));
            assertEquals(CommonError.TENANT_UNKNOWN, refusal.code());
        }
        ProblemException off = assertThrows(ProblemException.class, () -> directory.centre("yantai", "cases"));
        assertEquals(CommonError.MODULE_OFF, off.code());
        assertEquals("haiyang", directory.centre("haiyang", "cases").value());
    }

    @Test
    public void modulesAreListedWithThoseWhoHaveThemOn() {
        ModuleList list = Wired.with(new ModuleList(), new Desk(), tenants, registry);

        assertEquals(
                "[Row[module=cases, installed=true, on=[shandong, laishan, huanghailu, haiyang]], "
                        + "Row[module=catalogue, installed=false, on=[shandong, yantai, laishan, huanghailu, haiyang]]]",
                list.run().data().toString());
    }

    @Test
    public void aModuleIsSwitched() {
        ModuleOff off = Wired.with(new ModuleOff(), new Desk(), tenants, editing, registry);
        off.centre = "haiyang";
        off.module = "cases";

        assertTrue(off.run().text().contains("cases"));
        assertTrue(switched.toString(), switched.containsAll(List.of(new TenantId("haiyang"), "cases", false)));
    }

    private static Optional<Tenant> find(Object id) {
        return CENTRES.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static Tenant centre(String id, Level level, String parent, String division, Set<String> modules) {
        return new Tenant(
                new TenantId(id),
                id,
                level,
                Optional.ofNullable(parent).map(TenantId::new),
                new DivisionCode(division),
                modules,
                Map.of("policy.b", "2", "policy.a", "1"));
    }

    private static ModuleDescriptor module(String word, boolean switchable) {
        return Wired.only(ModuleDescriptor.class, Map.of("word", none -> word, "isSwitchable", none -> switchable));
    }
}
