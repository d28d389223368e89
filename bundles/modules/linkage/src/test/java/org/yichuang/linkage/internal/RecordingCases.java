package org.yichuang.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.LinkedCases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Cases that note what reaches them; they refuse while they are told to. */
public class RecordingCases implements LinkedCases {
    public final List<Incoming> received = new ArrayList<>();
    public final List<Attachment> files = new ArrayList<>();
    public boolean refusing;

    @Override
    public synchronized String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
        if (refusing) {
            throw new ProblemException(CaseError.CASE_STATE, "现在不能受理", "Not now");
        }
        received.add(message);
        files.addAll(attachments);
        return "370600-20260302-0001";
    }

    @Override
    public List<Attachment> attachments(TenantId sender, String payload) {
        byte[] plan = "plan".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return payload.contains("plan")
                ? List.of(new Attachment("F1", "plan.pdf", "application/pdf", Digests.sha256(plan), plan))
                : List.of();
    }

    public synchronized List<Long> sequences() {
        return received.stream().map(Incoming::sequence).toList();
    }
}
