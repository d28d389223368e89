package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** Which centres of before may read a letter: those that know of all in it by which something is decided or told. */
public class LetterFormTest {
    private static final Path LIST = Path.of(
            "src/test/resources/org/yichuang/cases/internal/domain/letter-form-" + LinkedCaseMessage.VERSION + ".txt");

    /**
     * A centre of before leaves alone what it does not know in a letter that it may read, and receipts it. Whoever adds
     * a field counts {@code LinkedCaseMessage.VERSION} up, says in it which letters are of that version, and has the
     * list of the new one written by {@code -Dletter.renew=true}; one that has been written stays as it is.
     */
    @Test
    public void nothingIsAddedToALetterWithoutAVersion() throws IOException {
        String form = Forms.of(LinkedCaseMessage.class);
        if (Boolean.getBoolean("letter.renew") && !Files.exists(LIST)) {
            Files.writeString(LIST, form);
        }
        assertTrue("write the list of the new version with -Dletter.renew=true", Files.exists(LIST));
        assertEquals("count LinkedCaseMessage.VERSION up, then -Dletter.renew=true", Files.readString(LIST), form);
    }
}
