package org.yichuang.documents.internal.files;

import org.yichuang.kernel.api.TenantId;

/** Whether files are to be looked at before they are given out. */
public interface ScanGate {
    /** Nobody looks at files. */
    ScanGate OFF = new ScanGate() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public void wake(TenantId tenant, String file) {
            // nobody looks at files
        }
    };

    /** Whether a file that nobody has looked at is held back. */
    boolean isOn();

    /** A file has been kept: has it looked at soon. */
    void wake(TenantId tenant, String file);
}
