package org.yichuang.journal.internal.health;

import java.util.List;
import org.yichuang.journal.internal.RowSecurityReport;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Does the database keep the centres apart by itself? It need not; but what is meant to be in force, is. */
class RowSecurityCheck extends ModuleCheck {
    private final RowSecurityReport reports;

    RowSecurityCheck(RowSecurityReport reports) {
        super("row-security", DOCTOR);
        this.reports = reports;
    }

    @Override
    protected List<Finding> look() {
        RowSecurityReport.Report report = reports.look();
        return List.of(
                switch (report.state()) {
                    case ENFORCED -> Finding.ok(Messages.of("row-security-enforced", report.tables()));
                    case ONE_ROLE -> Finding.ok(Messages.of("row-security-one-role"));
                    case UNKNOWN_HERE -> Finding.ok(Messages.of("row-security-unknown"));
                    case EXCEPTED -> Finding.warn(
                            Messages.of("row-security-excepted"), Messages.of("row-security-excepted-advice"));
                    case INCOMPLETE -> Finding.fail(
                            Messages.of("row-security-incomplete", String.join(", ", report.open())),
                            Messages.of("row-security-incomplete-advice"));
                });
    }
}
