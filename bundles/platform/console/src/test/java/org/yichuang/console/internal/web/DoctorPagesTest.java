package org.yichuang.console.internal.web;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.PageCall;
import org.yichuang.shell.api.HealthReport;
import org.yichuang.shell.api.HealthReport.Grade;
import org.yichuang.shell.api.HealthReport.Line;
import org.yichuang.shell.testing.Wired;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

public class DoctorPagesTest {
    private final Tenant shandong = centre("shandong", Level.PROVINCE, null);
    private final Tenant yantai = centre("yantai", Level.CITY, "shandong");
    private final Tenant hebei = centre("hebei", Level.PROVINCE, null);
    private final Tenants tenants = Wired.only(
            Tenants.class,
            Map.of(
                    "find",
                    args -> List.of(shandong, yantai, hebei).stream()
                            .filter(each -> each.id().equals(args[0]))
                            .findFirst(),
                    "lineage",
                    args -> args[0].equals(yantai.id())
                            ? List.of(yantai, shandong)
                            : List.of(args[0].equals(hebei.id()) ? hebei : shandong)));
    private final HealthReport report = Wired.only(
            HealthReport.class,
            Map.of(
                    "examine",
                    none -> List.of(line("disk", null), line("exchange", "yantai"), line("exchange", "hebei"))));

    @Test
    public void anOperatorSeesWhatIsFoundAtTheirOwnCentresAndOnThePlatform() {
        assertEquals(List.of("disk", "exchange yantai"), seenAt(shandong));
        assertEquals(List.of("disk", "exchange yantai"), seenAt(yantai));
        assertEquals(List.of("disk", "exchange hebei"), seenAt(hebei));
    }

    private List<String> seenAt(Tenant centre) {
        PageCall call = Wired.only(PageCall.class, Map.of("tenant", none -> centre));
        return new DoctorPages(report, tenants)
                .findings(call).stream()
                        .map(line ->
                                line.check() + line.centre().map(id -> " " + id).orElse(""))
                        .toList();
    }

    private static Line line(String check, String centre) {
        LocalizedMessage words = LocalizedMessage.verbatim(check);
        return new Line(
                check,
                words,
                Grade.WARN,
                words,
                words,
                Optional.ofNullable(centre).map(TenantId::new));
    }

    private static Tenant centre(String id, Level level, String parent) {
        return new Tenant(
                new TenantId(id),
                id,
                level,
                Optional.ofNullable(parent).map(TenantId::new),
                new DivisionCode("370000"),
                Set.of(),
                Map.of());
    }
}
