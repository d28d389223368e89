package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import org.junit.Test;
import org.yichuang.cases.internal.domain.LinkedCaseMessage.Type;
import org.yichuang.kernel.api.LocalizedMessage;

/** What those are shown who watch over the letters between centres. */
public class LetterLabelsTest {
    @Test
    public void everyLetterHasAName() {
        for (Type type : Type.values()) {
            LocalizedMessage label = LetterLabels.of(type.word());
            assertFalse(
                    type.word(), label.zh().contains("letter.") || label.en().contains("letter."));
        }
    }

    @Test
    public void aLetterOfALaterReleaseIsShownByItsWord() {
        assertEquals("said-later", LetterLabels.of("said-later").zh());
    }
}
