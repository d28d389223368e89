package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** Unfinished applications, filled in on several pages at once. */
public class DraftsTest {
    private static ModuleTransactions transactions;
    private Drafts drafts;
    private CallContext li;
    private String id;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        Centres centres = new Centres(transactions);
        drafts = centres.drafts;
        li = centres.as("li", "applicant", Set.of(), HAIYANG);
        id = drafts.begin(Items.SIMPLE, Items.FIRST, Map.of("applicant.name", "李明"), li)
                .id();
    }

    private static Draft with(Draft draft, String file) {
        List<Upload> files = new ArrayList<>(draft.filesOf("m1"));
        files.add(new Upload(file, file, "application/pdf", 1, ""));
        return draft.with("m1", files);
    }

    @Test
    public void ofTwoUploadsAtOnceNoneIsLost() {
        boolean[] first = {true};
        drafts.change(
                id,
                draft -> {
                    if (first[0]) {
                        first[0] = false;
                        CompletableFuture.runAsync(() -> drafts.change(id, other -> with(other, "second"), li))
                                .join();
                    }
                    return with(draft, "first");
                },
                li);
        assertEquals(
                List.of("second", "first"),
                drafts.get(id, li).filesOf("m1").stream().map(Upload::file).toList());
        assertEquals(2, drafts.get(id, li).version());
    }

    @Test
    public void whatHasBeenHandedInStays() {
        drafts.change(id, draft -> draft.handedIn("370687-20260914-0000000000"), li);
        Draft kept = drafts.change(id, draft -> draft.with(Map.of("applicant.name", "王")), li);
        assertEquals("370687-20260914-0000000000", kept.number());
        assertEquals(Map.of(), drafts.get(id, li).fields());
    }

    @Test
    public void aDraftHasAnEnd() {
        Map<String, String> novel = Map.of("form.use", "长".repeat(70_000));
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> drafts.change(id, draft -> draft.with(novel), li));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals(Map.of("applicant.name", "李明"), drafts.get(id, li).fields());
        assertThrows(ProblemException.class, () -> drafts.get("\0", li));
    }
}
