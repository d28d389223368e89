package org.yichuang.documents.internal.check;

import java.io.IOException;

/** A file that is no ZIP as packages are, or not all of one. */
final class DamagedZipException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    DamagedZipException(Finding finding) {
        super(finding.place() + ": " + finding.kind());
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
