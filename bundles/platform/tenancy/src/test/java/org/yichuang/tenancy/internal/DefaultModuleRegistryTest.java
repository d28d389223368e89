package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleListener;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

public class DefaultModuleRegistryTest {
    private final List<String> news = new ArrayList<>();
    private final ModuleListener failing = new ModuleListener() {
        @Override
        public void moduleAdded(ModuleDescriptor module) {
            throw new IllegalStateException("I always fail");
        }
    };
    private final ModuleListener listener = new ModuleListener() {
        @Override
        public void moduleAdded(ModuleDescriptor module) {
            news.add("added " + module.word());
        }

        @Override
        public void moduleRemoved(ModuleDescriptor module) {
            news.add("removed " + module.word());
        }
    };
    private final DefaultModuleRegistry registry = new DefaultModuleRegistry(null);

    @Before
    public void listen() {
        registry.bound(failing);
        registry.bound(listener);
    }

    @Test
    public void aListenerThatComesLateIsToldOfTheModulesThatAreThere() {
        registry.unbound(listener);
        registry.add("1", new Library("library", "books", "reading-room"));
        registry.add("2", new Library("archive", "files", "cellar"));
        registry.remove("2");
        assertEquals(List.of(), news);

        registry.bound(listener);

        assertEquals(List.of("added library"), news);
    }

    @Test
    public void aListenerThatCannotBeLinkedKeepsNoModuleFromComingBack() {
        registry.bound(new ModuleListener() {
            @Override
            public void moduleAdded(ModuleDescriptor module) {
                throw new NoClassDefFoundError("its bundle is half gone");
            }
        });
        registry.add("1", new Library("library", "books", "reading-room"));
        registry.remove("1");
        registry.add("2", new Library("library", "books", "reading-room"));

        assertEquals("library", registry.ofRestRoot("books").orElseThrow().word());
        assertTrue(registry.find("library").isPresent());
    }

    @Test
    public void aModuleOfWhichAClassHasGoneIsRefusedAndDisturbsNoOther() {
        registry.add("1", () -> {
            throw new NoClassDefFoundError("its bundle is half gone");
        });
        registry.add("2", new Library("library", "books", "reading-room"));

        assertEquals(List.of("added library"), news);
    }

    @Test
    public void aModuleThatNobodyForesawIsKnownByItsWordAndItsPaths() {
        registry.add("1", new Library("library", "books", "reading-room"));

        assertEquals(
                List.of("library"),
                registry.all().stream().map(ModuleDescriptor::word).toList());
        assertEquals("library", registry.ofRestRoot("books").orElseThrow().word());
        assertEquals(
                "library", registry.ofPageRoot("reading-room").orElseThrow().word());
        assertEquals(Optional.empty(), registry.ofRestRoot("reading-room"));
        assertEquals("3", registry.setting("policy.library.loans").orElseThrow().usual());
        assertEquals(List.of("added library"), news);
    }

    @Test
    public void itsPathsStayKnownWhenItHasGone() {
        registry.add("1", new Library("library", "books", "reading-room"));
        registry.remove("1");

        assertEquals(Optional.empty(), registry.find("library"));
        assertEquals("library", registry.ofRestRoot("books").orElseThrow().word());
        assertEquals(List.of("added library", "removed library"), news);
    }

    @Test
    public void aWordOrPathOfAnotherModuleIsRefused() {
        registry.add("1", new Library("library", "books", "reading-room"));
        registry.add("2", new Library("library", "films", "cinema"));
        registry.add("3", new Library("archive", "books", "cellar"));
        registry.add("4", new Library("museum", "pictures", "reading-room"));
        registry.add("5", new Library("Kein Wort", "pictures", "halls"));

        assertEquals(
                List.of("library"),
                registry.all().stream().map(ModuleDescriptor::word).toList());
    }

    @Test
    public void aModuleGrantsOnlyItsOwnPermissions() {
        registry.add("1", new Library("library", "books", "reading-room") {
            @Override
            public List<PermissionGrant> grants() {
                return List.of(PermissionGrant.to("clerk", "library.burn"));
            }
        });

        assertEquals(Optional.empty(), registry.find("library"));
    }

    @Test
    public void aModuleWorksWhereItIsOnAndThePlatformEverywhere() {
        registry.add("1", new Library("library", "books", "reading-room"));
        registry.add("2", new Library("accounts", "people", "people") {
            @Override
            public boolean isSwitchable() {
                return false;
            }
        });

        assertTrue(registry.isOn("library", centre("library")));
        assertFalse(registry.isOn("library", centre("cases")));
        assertTrue(registry.isOn("accounts", centre("cases")));
        assertTrue(registry.isOn("cases", centre("cases")));
        assertFalse(registry.isOn("nobody-knows", centre("cases")));
    }

    @Test
    public void everyKindOfSettingKnowsItsBounds() {
        SettingDefinition closing = SettingDefinition.time("closing", "17:00", "00:01", "23:59");
        assertFaults(closing, "25:00", "5pm", "24:00", "", "9:00", "00:00");
        assertFine(closing, "17:00", "00:01", " 23:59 ");
        assertFaults(SettingDefinition.number("n", 3, 1, 10), "0", "11", "three", "", "1e1", "99999999999999999999");
        assertFine(SettingDefinition.number("n", 3, 1, 10), "1", "10");
        assertFaults(SettingDefinition.flag("f", true), "yes", "TRUE", "");
        assertFaults(SettingDefinition.duration("d", "PT1H", "PT1M", "P1D"), "PT0S", "P2D", "1h");
        assertFaults(SettingDefinition.date("d"), "2026-02-30", "today");
        assertFaults(SettingDefinition.list("l", "a", List.of("a", "b")), "a,c", "", "a,,b", "a,a");
        assertFine(SettingDefinition.list("l", "a", List.of("a", "b")), "a", "b, a");
        assertFaults(SettingDefinition.text("t", "", 3), "", "四个汉字", "a\nb");
        assertFine(SettingDefinition.text("t", "", 3), "𠮷𠮷𠮷");
    }

    private static void assertFaults(SettingDefinition definition, String... values) {
        for (String value : values) {
            assertTrue(value, definition.fault(value).isPresent());
        }
    }

    private static void assertFine(SettingDefinition definition, String... values) {
        for (String value : values) {
            assertEquals(value, Optional.empty(), definition.fault(value));
        }
    }

    private static Tenant centre(String... modules) {
        return new Tenant(
                new TenantId("haiyang"),
                "海阳",
                Level.COUNTY,
                Optional.empty(),
                new DivisionCode("370687"),
                Set.of(modules),
                Map.of());
    }

    private static class Library implements ModuleDescriptor {
        private final String word;
        private final String root;
        private final String page;

        Library(String word, String root, String page) {
            this.word = word;
            this.root = root;
            this.page = page;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public List<String> restRoots() {
            return List.of(root);
        }

        @Override
        public List<String> pageRoots() {
            return List.of(page);
        }

        @Override
        public Set<String> permissions() {
            return Set.of(word + ".lend");
        }

        @Override
        public List<SettingDefinition> settings() {
            return List.of(SettingDefinition.number("policy." + word + ".loans", 3, 1, 20));
        }
    }
}
