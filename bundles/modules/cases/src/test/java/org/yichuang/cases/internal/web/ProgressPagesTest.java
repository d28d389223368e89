package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.PageCall;
import org.yichuang.shell.testing.Wired;

/** Where the page of progress leads whoever looks at it. */
public class ProgressPagesTest {
    @Test
    public void everybodyIsLedToWhatTheyMaySeeAndNobodyToADoorThatIsShut() {
        assertEquals("/receipt/", own(Actor.ANONYMOUS));
        assertEquals("/my/", own(with(CasePermission.APPLY)));
        assertEquals("/cases/", own(with(CasePermission.WORK)));
        assertEquals("who edits the catalogue sees no case", "", own(with("catalogue.edit")));
    }

    private static Actor with(String permission) {
        return new Actor("a", "a", Set.of("some"), Set.of(), Set.of(permission));
    }

    private static String own(Actor actor) {
        CallContext context =
                new CallContext(new TenantId("haiyang"), actor, Instant.EPOCH, "r", Optional.empty(), Optional.empty());
        return ProgressPages.own(Wired.only(
                PageCall.class, Map.of("context", any -> context, "signedIn", any -> actor != Actor.ANONYMOUS)));
    }
}
