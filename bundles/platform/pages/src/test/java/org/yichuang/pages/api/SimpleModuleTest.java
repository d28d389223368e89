package org.yichuang.pages.api;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Test;

public class SimpleModuleTest {
    @Test
    public void aSimpleModuleIsCalledByItsNameWhereverModulesAre() {
        SimpleModule module = new SimpleModule("example", "示例", "Example", new Object(), Map.of());

        assertEquals(
                "示例", module.texts().find(Locale.SIMPLIFIED_CHINESE, "name").orElse("example"));
        assertEquals("Example", module.texts().find(Locale.ENGLISH, "name").orElse("example"));
        assertEquals(
                "another language",
                "示例",
                module.texts().find(Locale.FRENCH, "name").orElse("example"));
        assertEquals(
                "example.view",
                module.texts().find(Locale.ENGLISH, "permission.example.view").orElse("example.view"));
    }

    @Test
    public void itsPageStandsInTheMenuOfTheRolesToWhichItGrantsSomething() {
        Map<String, String> grants = new TreeMap<>(Map.of("clerk", "example.view", "reviewer", "example.view"));
        SimpleModule module = new SimpleModule("example", "示例", "Example", new Object(), grants);

        NavigationEntry entry = module.pages().navigation().get(0);
        assertEquals("/example", entry.path());
        assertEquals("name", entry.label());
        assertEquals(Set.of("clerk", "reviewer"), entry.roles());
        SimpleModule nobodys = new SimpleModule("example", "示例", "Example", new Object(), Map.of());
        assertEquals(List.of(), nobodys.pages().navigation());
    }
}
