package org.yichuang.documents.internal.health;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.documents.internal.scan.ScannerRegistry;
import org.yichuang.documents.internal.scan.UnscannedFiles;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Is the scanner there, and are there files that it has not looked at, or has found something in? */
class ScanCheck extends ModuleCheck {
    private static final int NAMED = 3;
    private static final int COUNTED = 1_000;

    private final ScannerRegistry scanners;
    private final UnscannedFiles files;

    ScanCheck(ScannerRegistry scanners, UnscannedFiles files) {
        super("document-scan", DOCTOR);
        this.scanners = scanners;
        this.files = files;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        List<String> infected = files.infected(NAMED);
        if (!infected.isEmpty()) {
            findings.add(Finding.warn(
                    LocalizedMessage.of(ScanCheck.class, "scan-check.infected", String.join(", ", infected)),
                    LocalizedMessage.of(ScanCheck.class, "scan-check.infected.look")));
        }
        if (!scanners.isOn()) {
            findings.add(Finding.ok(LocalizedMessage.of(ScanCheck.class, "scan-check.off")));
            return findings;
        }
        int waiting = files.waiting(COUNTED + 1);
        List<String> putOff = files.putOff(NAMED);
        if (!scanners.isThere()) {
            findings.add(Finding.fail(
                    LocalizedMessage.of(ScanCheck.class, "scan-check.away", scanners.name(), counted(waiting)),
                    LocalizedMessage.of(ScanCheck.class, "scan-check.away.look")));
        } else if (!putOff.isEmpty()) {
            findings.add(Finding.warn(
                    LocalizedMessage.of(ScanCheck.class, "scan-check.put-off", String.join(", ", putOff)),
                    LocalizedMessage.of(ScanCheck.class, "scan-check.put-off.look")));
        } else {
            findings.add(Finding.ok(
                    LocalizedMessage.of(ScanCheck.class, "scan-check.on", scanners.name(), counted(waiting))));
        }
        return findings;
    }

    private static String counted(int files) {
        return files > COUNTED ? COUNTED + "+" : Integer.toString(files);
    }
}
