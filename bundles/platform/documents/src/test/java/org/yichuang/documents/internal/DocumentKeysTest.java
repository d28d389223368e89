package org.yichuang.documents.internal;

import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.yichuang.documents.internal.files.DatabaseFileStore;

public class DocumentKeysTest {
    @Test
    public void noRowIsWrittenAnewBeforeAnUpgradeHasBeenProved() {
        DatabaseFileStore files = new DatabaseFileStore(null, null, null);

        assertTrue(DocumentKeys.job(null, files, null, null).rewritesRows());
    }
}
