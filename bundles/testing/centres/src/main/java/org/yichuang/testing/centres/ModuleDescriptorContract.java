package org.yichuang.testing.centres;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.Test;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.internal.domain.InvalidSettingException;
import org.yichuang.tenancy.internal.domain.TenantSettings;

/** What every module's {@link ModuleDescriptor} keeps; a module extends this class with its own. */
public abstract class ModuleDescriptorContract {
    private static final int LONGEST = 40;

    /** The descriptor. */
    protected abstract ModuleDescriptor descriptor();

    @Test
    public void itsWordAndItsRootsAreWordsOfAddressesAndEachIsSaidOnce() {
        assertTrue(descriptor().word(), TenantId.isWellFormed(descriptor().word()));
        for (List<String> roots : List.of(descriptor().restRoots(), descriptor().pageRoots())) {
            assertOnce(roots);
            roots.forEach(root -> assertTrue("'" + root + "'", isOfAnAddress(root)));
        }
    }

    /** What is always on may have the root itself, and what is there for developers. */
    private boolean isOfAnAddress(String root) {
        return root.matches(descriptor().isSwitchable() ? "[a-z0-9]+(-[a-z0-9]+)*" : "(_?[a-z0-9]+(-[a-z0-9]+)*)?");
    }

    @Test
    public void itsPermissionsAreItsOwnAndSomebodyHasEachOfThem() {
        String stem = descriptor().word() + ".";
        Set<String> granted = new TreeSet<>();
        for (PermissionGrant grant : descriptor().grants()) {
            assertTrue(grant.role(), grant.role().matches("[a-z]+(-[a-z]+)*"));
            granted.addAll(grant.permissions());
        }
        for (String permission : descriptor().permissions()) {
            assertTrue(permission, permission.startsWith(stem));
            assertTrue(permission, permission.substring(stem.length()).matches("[a-z]+(-[a-z]+)*"));
        }
        assertEquals(new TreeSet<>(descriptor().permissions()), granted);
    }

    @Test
    public void itsRolesAreSaidOnce() {
        List<String> roles =
                descriptor().roles().stream().map(RoleDefinition::key).toList();
        assertOnce(roles);
        roles.forEach(role -> assertTrue(role, role.length() <= LONGEST && role.matches("[a-z]+(-[a-z]+)*")));
    }

    @Test
    public void itsSettingsAreSaidOnceAndTheirUsualValuesMakeSense() {
        assertOnce(descriptor().settings().stream().map(SettingDefinition::key).toList());
        for (SettingDefinition setting : descriptor().settings()) {
            assertTrue(setting.key(), setting.key().matches("[a-z0-9]+([.-][a-z0-9]+)*"));
            if (!setting.usual().isEmpty()) {
                assertTrue(setting.key(), setting.fault(setting.usual()).isEmpty());
            }
            String nonsense = "\u0000";
            LocalizedMessage refusal = setting.fault(nonsense).orElseThrow().message();
            assertNotEquals(setting.key(), refusal.zh(), refusal.en());
        }
    }

    /** A setting that no file of a centre may carry could never be set. */
    @Test
    public void aCentresFileMayCarryEachOfItsSettings() {
        String unknown = refusal("nobody.knows.it", "");
        for (SettingDefinition setting : descriptor().settings()) {
            assertNotEquals(setting.key(), unknown, refusal(setting.key(), setting.usual()));
        }
    }

    /** Why a centre's file with a setting is refused; empty when it is not. */
    private static String refusal(String key, String value) {
        Map<String, String> file =
                new TreeMap<>(Map.of("id", "haiyang", "name", "海阳市政务服务中心", "level", "county", "division", "370687"));
        file.put(key, value);
        try {
            TenantSettings.read(file);
            return "";
        } catch (InvalidSettingException e) {
            return e.message().zh();
        }
    }

    @Test
    public void allOfItHasWordsInBothLanguages() {
        for (String key : keys()) {
            for (Locale language : List.of(LocalizedMessage.CHINESE, Locale.ENGLISH)) {
                String words = descriptor().texts().find(language, key).orElse("");
                assertFalse(key + " in " + language, words.isBlank());
            }
            assertNotEquals(
                    key,
                    descriptor().texts().get(LocalizedMessage.CHINESE, key),
                    descriptor().texts().get(Locale.ENGLISH, key));
        }
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>(Set.of("name", "description"));
        descriptor().permissions().forEach(each -> keys.add("permission." + each));
        descriptor().roles().forEach(each -> keys.add("role." + each.key()));
        descriptor().settings().forEach(each -> keys.add("setting." + each.key()));
        return keys;
    }

    private static void assertOnce(List<String> words) {
        List<String> twice = new ArrayList<>(words);
        new HashSet<>(words).forEach(twice::remove);
        assertEquals(List.of(), twice);
    }
}
