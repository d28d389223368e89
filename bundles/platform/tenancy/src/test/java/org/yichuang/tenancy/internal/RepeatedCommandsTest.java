package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.TenancyError;

/** What has been done may be the reason why the same would be refused now: a repeated command ends as it did. */
public class RepeatedCommandsTest {
    private static final TenantId LAISHAN = new TenantId("laishan");

    @Rule
    public final TemporaryFolder calendarFolder = new TemporaryFolder();

    private final TenancyDatabase database = new TenancyDatabase();
    private final Map<String, String> laishan = new TreeMap<>(TenancyNode.haiyang());
    private TenancyNode node;

    @Before
    public void open() {
        node = new TenancyNode(database, calendarFolder.getRoot().toPath()).network();
        laishan.putAll(Map.of("id", "laishan", "name", "莱山区政务服务中心", "division", "370613"));
    }

    @Test
    public void aCentreIsOpenedOnce() {
        node.editing.open(laishan, command("open"));
        node.editing.open(laishan, command("open"));

        assertEquals(TenancyError.TENANT_INVALID, refusal(() -> node.editing.open(laishan, command("another"))));
        assertEquals(1, count("open-centre"));
    }

    @Test
    public void aCentreIsRemovedOnce() {
        node.editing.open(laishan, command("open"));
        node.editing.suspend(LAISHAN, command("suspend"));
        node.editing.suspend(LAISHAN, command("suspend"));
        node.editing.remove(LAISHAN, command("remove"));
        node.editing.remove(LAISHAN, command("remove"));

        assertEquals(CommonError.OTHER_TENANT, refusal(() -> node.editing.remove(LAISHAN, command("another"))));
        assertEquals(1, count("remove-centre"));
    }

    @Test
    public void aCentreWithoutAWellFormedIdIsRefusedInWords() {
        for (String id : List.of("", "X Y")) {
            laishan.put("id", id);
            assertEquals(TenancyError.TENANT_INVALID, refusal(() -> node.editing.open(laishan, command("open"))));
        }
    }

    private static CallContext command(String key) {
        CallContext call = TenancyNode.operator("yantai");
        return new CallContext(
                call.tenant(),
                call.actor(),
                call.at(),
                call.requestId(),
                Optional.of(new IdempotencyKey(key, key)),
                Optional.empty());
    }

    /** How many entries of the centre there are for an act of a person. */
    private long count(String action) {
        return database.entries().stream()
                .filter(entry -> entry.startsWith("laishan " + action + " "))
                .count();
    }

    private static ErrorCode refusal(Runnable action) {
        return assertThrows(ProblemException.class, action::run).code();
    }
}
