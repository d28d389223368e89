package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.internal.ApplicantAccounts;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.PageCall;
import org.yichuang.shell.testing.Wired;

/** An application that is open on two pages. */
public class ApplyPagesTest {
    private static final Draft SHOWN = Draft.of("1", "li", "simple", Map.of("applicant.name", "李明", "form.use", ""));

    @Test
    public void anOlderPageDoesNotSilentlyWriteOverANewerOne() {
        Draft changed = SHOWN.with(Map.of("applicant.name", "李明远"));
        Map<String, String> typed = Map.of("applicant.name", "李明", "form.use", "停车");
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> DraftConflicts.requireSame(SHOWN.basis(), changed, typed));
        assertEquals(CommonError.CHANGED_MEANWHILE, refusal.code());
        assertEquals(
                "在另一页面中填写为：李明远",
                refusal.fields().stream()
                        .filter(problem -> problem.field().equals("applicant.name"))
                        .findFirst()
                        .orElseThrow()
                        .zh());
        assertSame("said again, it holds", changed, DraftConflicts.requireSame(changed.basis(), changed, typed));
    }

    @Test
    public void whatIsHandedInIsTheVersionThatWasChecked() {
        ApplyPages.requireShown("3", SHOWN.at(3));
        for (String older : new String[] {"2", "", "3 "}) {
            ProblemException refusal =
                    assertThrows(ProblemException.class, () -> ApplyPages.requireShown(older, SHOWN.at(3)));
            assertEquals(CommonError.CHANGED_MEANWHILE, refusal.code());
            assertTrue(refusal.zh().contains("又有修改"));
        }
    }

    @Test
    public void pagesThatAgreeDoNotDisturbEachOther() {
        Draft files = SHOWN.with("m1", java.util.List.of());
        assertSame(files, DraftConflicts.requireSame(SHOWN.basis(), files, Map.of("form.use", "停车")));
        Draft changed = SHOWN.with(Map.of("form.use", "停车"));
        assertSame(changed, DraftConflicts.requireSame(SHOWN.basis(), changed, Map.of("form.use", "停车")));
    }

    @Test
    public void whoLoadsTheAddressOfARefusedFileAgainSeesTheMaterials() {
        ApplyPages pages = new ApplyPages(null, null, null, null, null);
        PageCall call = Wired.only(PageCall.class, Map.of("redirect", to -> Response.status(303)
                .header("Location", to[0])
                .build()));
        assertEquals("/apply/drafts/d1/materials", pages.back(call, "d1").getHeaderString("Location"));
    }

    @Test
    public void whoAppliesForTheFirstTimeIsNotAskedWhatTheyRegisteredAs() {
        CallContext context = new CallContext(
                new TenantId("haiyang"),
                new Actor("li-ming", "李明", Set.of("applicant")),
                Instant.EPOCH,
                "r",
                Optional.empty(),
                Optional.empty());
        CaseService cases = Wired.only(CaseService.class, Map.of("list", any -> new Page<>(List.of(), null)));
        Transactions transactions =
                Wired.only(Transactions.class, Map.of("read", asked -> ((Transactions.Work<?>) asked[1]).run(null)));
        AccountDirectory accounts = Wired.only(AccountDirectory.class, Map.of("kind", asked -> "enterprise"));
        assertEquals(
                Map.of("applicant.kind", "enterprise", "applicant.name", "李明"),
                new KnownSelf(cases, new ApplicantAccounts(transactions, accounts)).of(context));
    }
}
