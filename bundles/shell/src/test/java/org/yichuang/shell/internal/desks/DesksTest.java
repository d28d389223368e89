package org.yichuang.shell.internal.desks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.TenantEditing;
import org.yichuang.tenancy.api.Tenants;

public class DesksTest {
    private final Network network = new Network();
    private final Fakes services = new Fakes().with(network);
    private final Desk desk = new Desk(services);

    @Test
    public void theTreeOfCentresIsIndented() {
        network.add("laishan", "莱山区政务服务中心", Level.COUNTY, "yantai", "370613");
        network.add("liugezhuang", "留格庄镇便民服务中心", Level.TOWNSHIP, "haiyang", "370687102");
        network.add("huanghailu", "黄海路街道便民服务中心", Level.TOWNSHIP, "laishan", "370613001");

        List<String> tree = new TenantDesk(desk)
                .list()
                .text()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("(\\S) .*", "$1"))
                .toList();

        assertEquals(
                List.of("shandong", "  yantai", "    haiyang", "      liugezhuang", "    laishan", "      huanghailu"),
                tree);
    }

    @Test
    public void aCentreIsShownWithItsPoliciesInOrder() {
        Sheet sheet = new TenantDesk(desk).show("haiyang");

        assertTrue(sheet.text().contains("海阳市政务服务中心"));
        assertTrue(sheet.json(), sheet.json().endsWith("\"policies\":{\"policy.a\":\"1\",\"policy.b\":\"2\"}}"));
        assertTrue(sheet.json().contains("\"modules\":[\"cases\",\"catalogue\",\"linkage\"]"));
    }

    @Test
    public void aCentreNobodyKnowsIsRefusedAlsoWhenItsNameCannotBeOne() {
        assertEquals(
                CommonError.TENANT_UNKNOWN,
                refusal(() -> desk.tenant("nowhere")).code());
        assertEquals(
                CommonError.TENANT_UNKNOWN, refusal(() -> desk.tenant("../etc")).code());
    }

    @Test
    public void aSwitchedOffModuleRefusesItsCommandsForThatCentre() {
        services.with(exchange(List.of()));
        network.switchModule(new TenantId("haiyang"), "linkage", false);

        ProblemException refusal = refusal(() -> new ExchangeDesk(desk).park("haiyang", "M1", "x"));

        assertEquals("module-off", refusal.code().code());
        new ExchangeDesk(desk).park("yantai", "M1", "x");
    }

    @Test
    public void anAbsentModuleIsNamed() {
        ProblemException refusal = refusal(() -> new ExchangeDesk(desk).list(null, null, 20));

        assertEquals(CommonError.UNAVAILABLE, refusal.code());
        assertEquals("Module linkage is not installed, or not ready", refusal.en());
    }

    @Test
    public void modulesAreListedWithThoseWhoHaveThemOn() {
        services.with(module("cases"), module("identity"));
        network.switchModule(new TenantId("yantai"), "cases", false);

        assertEquals(
                "[{\"module\":\"cases\",\"installed\":true,\"on\":[\"shandong\",\"haiyang\"]},"
                        + "{\"module\":\"catalogue\",\"installed\":false,\"on\":[\"shandong\",\"yantai\",\"haiyang\"]},"
                        + "{\"module\":\"linkage\",\"installed\":false,\"on\":[\"shandong\",\"yantai\",\"haiyang\"]}]",
                new ModuleDesk(desk).list().json());
    }

    @Test
    public void aModuleIsSwitched() {
        services.with(Fakes.of(TenantEditing.class, Map.of("switchModule", args -> {
            network.switchModule((TenantId) args[0], (String) args[1], (Boolean) args[2]);
            return null;
        })));
        new ModuleDesk(desk).turn("haiyang", "cases", false);

        assertFalse(network.get(new TenantId("haiyang")).has("cases"));
    }

    @Test
    public void messagesOfAllCentresAreListedByState() {
        services.with(exchange(List.of(message("M1", "PARKED"))));

        Sheet sheet = new ExchangeDesk(desk).list(null, "parked", 20);

        assertEquals(3, ((List<?>) sheet.data()).size());
        assertTrue(sheet.text().contains("yantai → shandong"));
    }

    @Test
    public void aStateThatThereIsNotIsRefusedWithThoseThereAre() {
        services.with(exchange(List.of()));

        ProblemException refusal = refusal(() -> new ExchangeDesk(desk).list(null, "lost", 20));

        assertEquals("The state is one of waiting, delivered, parked", refusal.en());
    }

    @Test
    public void commandsActAsTheOperatorOfTheShell() {
        List<CallContext> calls = new ArrayList<>();
        services.with(Fakes.of(Exchange.class, Map.of("replay", args -> {
            calls.add((CallContext) args[1]);
            return null;
        })));

        new ExchangeDesk(desk).replay("haiyang", "M1");

        assertEquals("operator@shell", calls.get(0).actor().account());
        assertTrue(calls.get(0).actor().has("system"));
        assertEquals(new TenantId("haiyang"), calls.get(0).tenant());
    }

    @Test
    public void refusedCommandsAreJournaledWhereTheCentreIsKnown() {
        List<Object> noted = new ArrayList<>();
        services.with(Fakes.of(Journal.class, Map.of("refused", args -> {
            noted.add(args[0]);
            return null;
        })));
        ProblemException refusal = new ProblemException(CommonError.NOT_FOUND, "无", "none");

        desk.refused("ExchangePark", refusal, "haiyang");
        desk.refused("ExchangePark", refusal, "nowhere");

        assertEquals(List.of("ExchangePark"), noted);
    }

    @Test
    public void aBrokenTrailFailsAndNamesTheFirstBreak() {
        services.with(Fakes.of(
                Journal.class,
                Map.of(
                        "verify",
                        args -> args[0].toString().equals("yantai")
                                ? new Journal.Verification(
                                        false, 2, 9, 1, "case/C1 第 3 条被改动 / Entry 3 of case/C1 was changed")
                                : new Journal.Verification(true, 2, 9, 1, ""))));

        Sheet all = new AuditDesk(desk).verify(null, true);

        assertTrue(all.failure().orElseThrow().contains("yantai: case/C1 第 3 条被改动"));
        assertEquals(
                Optional.empty(), new AuditDesk(desk).verify("haiyang", false).failure());
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                refusal(() -> new AuditDesk(desk).verify(null, false)).code());
    }

    @Test
    public void refusedConfigurationsAreListed() {
        assertTrue(new TenantDesk(desk).refusals().text().startsWith("没有被拒绝的配置"));

        network.refusals.add(new Tenants.Refusal("org.yichuang.tenant-x.cfg", "parent", "上级不存在", "no such parent"));

        assertTrue(new TenantDesk(desk).refusals().text().contains("org.yichuang.tenant-x.cfg  parent  上级不存在"));
    }

    @Test
    public void aFileThatIsNotThereIsASentence() {
        services.with(Fakes.of(org.yichuang.catalogue.api.CatalogueEditing.class, Map.of()));

        assertEquals(
                "The file cannot be read: /no/such.csv",
                refusal(() -> new CatalogueDesk(desk).take("haiyang", "/no/such.csv", false))
                        .en());
    }

    private static Exchange exchange(List<ExchangeMessage> messages) {
        return Fakes.of(
                Exchange.class,
                Map.of(
                        "messages", args -> new Page<>(messages, null),
                        "park", args -> null));
    }

    private static ExchangeMessage message(String id, String state) {
        return new ExchangeMessage(
                id,
                "yantai",
                "shandong",
                "C1",
                1,
                "forward",
                Outbox.State.valueOf(state),
                3,
                Network.NOW,
                null,
                "no",
                null);
    }

    static ModuleDescriptor module(String word) {
        return new ModuleDescriptor() {
            @Override
            public String word() {
                return word;
            }

            @Override
            public boolean isSwitchable() {
                return !word.equals("identity");
            }
        };
    }

    private static ProblemException refusal(Runnable call) {
        return assertThrows(ProblemException.class, call::run);
    }
}
