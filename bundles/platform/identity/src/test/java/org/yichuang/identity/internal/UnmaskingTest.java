package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.Unmasking.UnmaskingRequest;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

public class UnmaskingTest {
    private House house;
    private DefaultUnmasking unmasking;

    @Before
    public void open() throws Exception {
        house = new House();
        unmasking = new DefaultUnmasking(house.transactions);
    }

    @Test
    public void whoSeesSomethingWholeSaysWhyAndItIsJournaled() {
        unmasking.authorize(request(" 电话核实地址 "), by("cases.unmask"));

        AuditEntry entry = house.entries().get(0);
        assertEquals("unmasking", entry.aggregateType());
        assertEquals(
                Map.of(
                        "type",
                        "case",
                        "id",
                        "370687-1",
                        "fields",
                        "applicant.idNumber;applicant.phone",
                        "reason",
                        "电话核实地址"),
                entry.details());
    }

    @Test
    public void nothingIsShownWhoseEntryCouldBeRemoved() {
        house.transactions.loseAnchors();

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> unmasking.authorize(request("电话核实地址"), by("cases.unmask")));

        assertEquals("anchors-overdue", refusal.code().code());
        assertEquals(List.of(), house.entries());
    }

    @Test
    public void withoutPermissionOrReasonNothingIsShown() {
        assertEquals(
                CommonError.NOT_ALLOWED,
                assertThrows(ProblemException.class, () -> unmasking.authorize(request("电话核实地址"), by("cases.read")))
                        .code());
        for (String reason : List.of("", "看看", "电话核实\n地址", "长".repeat(201))) {
            ProblemException refusal = assertThrows(
                    ProblemException.class, () -> unmasking.authorize(request(reason), by("cases.unmask")));
            assertEquals("reason", refusal.fields().get(0).field());
        }
        assertEquals(List.of(), house.entries());
    }

    private static UnmaskingRequest request(String reason) {
        return new UnmaskingRequest(
                "cases.unmask", "case", "370687-1", Set.of("applicant.phone", "applicant.idNumber"), reason);
    }

    private CallContext by(String permission) {
        return house.by(new Actor("wang", "王", Set.of("clerk"), Set.of(), Set.of(permission)), House.YANTAI);
    }
}
