package org.yichuang.catalogue.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.kernel.api.LocalizedMessage;

public class LabelsTest {
    @Test
    public void everyTypeAndKindHasAWordInEachLanguage() {
        List<LocalizedMessage> labels = Stream.concat(
                        Arrays.stream(ItemType.values()).map(ItemType::label),
                        Arrays.stream(CaseKind.values()).map(CaseKind::label))
                .toList();
        for (LocalizedMessage label : labels) {
            assertFalse(label.zh(), label.zh().contains("-"));
            assertFalse(label.en(), label.en().contains("-"));
        }
        assertEquals("即办件", CaseKind.INSTANT.label().zh());
        assertEquals("Public service", ItemType.PUBLIC_SERVICE.label().en());
    }

    @Test
    public void aTypeIsReadByItsWordItsCodeOrItsName() {
        assertEquals(Optional.of(ItemType.LICENCE), ItemType.parse("行政许可"));
        assertEquals(Optional.of(ItemType.LICENCE), ItemType.parse("01"));
        assertEquals(Optional.of(ItemType.LICENCE), ItemType.parse("LICENCE"));
        assertEquals(Optional.empty(), ItemType.parse("许可"));
        assertEquals(Optional.of(ItemType.NON_LICENCE), ItemType.parse("非许可"));
        assertEquals(Optional.of(ItemType.NON_LICENCE), ItemType.parse("非行政许可"));
    }
}
