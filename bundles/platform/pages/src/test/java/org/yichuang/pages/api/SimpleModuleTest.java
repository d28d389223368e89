package org.yichuang.pages.api;

import static org.junit.Assert.assertEquals;

import java.util.Locale;
import java.util.Map;
import org.junit.Test;

public class SimpleModuleTest {
    @Test
    public void aSimpleModuleIsCalledByItsNameWhereverModulesAre() {
        SimpleModule module = new SimpleModule("example", "示例", "Example", new Object(), Map.of());

        assertEquals("示例", module.texts().get("name", Locale.SIMPLIFIED_CHINESE, "example"));
        assertEquals("Example", module.texts().get("name", Locale.ENGLISH, "example"));
        assertEquals("another language", "示例", module.texts().get("name", Locale.FRENCH, "example"));
        assertEquals("example.view", module.texts().get("permission.example.view", Locale.ENGLISH, "example.view"));
    }
}
