package org.yichuang.journal.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yichuang.journal.internal.AnchorHeads;
import org.yichuang.journal.internal.Anchoring;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Do the heads of the anchors get to where they are kept outside of the database? */
class AnchorPlacesCheck extends ModuleCheck {
    private static final int MOST = 20;

    private final Anchoring anchoring;
    private final AnchorHeads heads;

    AnchorPlacesCheck(Anchoring anchoring, AnchorHeads heads) {
        super("anchor-files", DOCTOR);
        this.anchoring = anchoring;
        this.heads = heads;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        List<TenantId> unwritten = anchoring.unwritten();
        if (!unwritten.isEmpty()) {
            findings.add(Finding.fail(
                    Messages.of("anchor-files-unwritten", Messages.names(unwritten)),
                    Messages.of("anchor-files-unwritten-advice")));
        }
        List<TenantId> contradicted = anchoring.contradicted();
        if (!contradicted.isEmpty()) {
            findings.add(Finding.fail(
                    Messages.of("anchor-files-contradict", Messages.names(contradicted)),
                    Messages.of("anchor-files-contradict-advice")));
        }
        for (Map.Entry<String, String> trouble :
                heads.troubles().entrySet().stream().limit(MOST).toList()) {
            findings.add(Finding.fail(
                    Messages.of("anchor-heads", trouble.getKey(), trouble.getValue()),
                    Messages.of("anchor-heads-advice")));
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.ok(Messages.of("anchor-files-ok", 1 + heads.stores().size())));
        }
        return findings;
    }
}
