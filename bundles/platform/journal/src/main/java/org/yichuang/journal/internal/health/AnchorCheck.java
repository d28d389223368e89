package org.yichuang.journal.internal.health;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.internal.AnchorWatch;
import org.yichuang.journal.internal.Anchoring;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** At which centres are entries not anchored? Acts that are worth an attack are refused there until they are. */
class AnchorCheck extends ModuleCheck {
    private static final int MOST = 20;

    private final AnchorWatch watch;
    private final Anchoring anchoring;

    AnchorCheck(AnchorWatch watch, Anchoring anchoring) {
        super("anchors", DOCTOR);
        this.watch = watch;
        this.anchoring = anchoring;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        watch.overdue().stream()
                .limit(MOST)
                .map(tenant -> Finding.fail(
                                Messages.of("anchors-overdue", tenant), Messages.of("anchors-overdue-advice"))
                        .at(tenant))
                .forEach(findings::add);
        anchoring.ofNoTenant().stream()
                .limit(MOST)
                .map(name ->
                        Finding.fail(Messages.of("rows-of-no-tenant", name), Messages.of("rows-of-no-tenant-advice")))
                .forEach(findings::add);
        return findings.isEmpty() ? List.of(Finding.ok(Messages.of("anchors-ok"))) : findings;
    }
}
